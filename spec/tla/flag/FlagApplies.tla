---------------------------- MODULE FlagApplies -----------------------------
(***************************************************************************)
(* That the claims on the algorithm are about something: for each that has *)
(* a premise a step, beside those of Next, that can be taken where the     *)
(* premise holds. A run in which all steps are taken has met them all.     *)
(* Left out: claims without a premise.                                     *)
(***************************************************************************)
EXTENDS FlagLiveness

\* The loop is parked without a permit while the signal of a set() that has returned is there.
NoLostWakeupApplies == loop = "parked" /\ ~permit /\ kept # {} /\ UNCHANGED vars

\* A set() has returned whose waiter is parked on, so that it is the permit that saves him.
NoLostWakeupAppliesWithAPermit == (loop = "parked" /\ permit /\ \E f \in Flags : Owed(f)) /\ UNCHANGED vars

\* A set() has returned whose waiter is not woken yet, and the loop has lowered the top.
HintsLeadToTheFlagApplies == (\E f \in Flags : Owed(f) /\ ~hint[root]) /\ UNCHANGED vars

\* A set() has returned whose signal is there.
KeptSignalsAreThereApplies == kept # {} /\ UNCHANGED vars

\* A flag belongs to a leaf.
OnlyWaitedFlagsHaveALeafApplies == (\E f \in Flags : leaf[f] # None) /\ UNCHANGED vars

\* Two flags have waiters.
OneWaitATaskApplies == (\E f, g \in Flags : f # g /\ waiter[f] # None /\ waiter[g] # None) /\ UNCHANGED vars

\* Two tasks are ready, and the wait of one has ended.
EveryTaskIsAtOnePlaceApplies == (Len(ready) > 1 /\ \E t \in Tasks : IsReady(t) /\ ending[t] # None) /\ UNCHANGED vars

\* The loop is parked.
OnlyAnIdleLoopSleepsApplies == loop = "parked" /\ UNCHANGED vars

\* A setter is under way while the loop lowers a node.
SettersNeverWaitApplies == (loop = "lower" /\ \E s \in Setters : at[s] # Idle) /\ UNCHANGED vars

\* A wait can return.
ReturnsConsumeApplies == (\E f \in Flags : ENABLED WaitEnds(f)) /\ UNCHANGED vars

\* A wait can return though its flag is clear.
ReturnsSpendApplies == (\E f \in Flags : ~word[f] /\ ENABLED WaitEnds(f)) /\ UNCHANGED vars

\* Something takes a signal.
OnlyReturnsAndClearTakeApplies == Next /\ \E f \in Flags : Taken(f)

\* A setter makes a step.
SetsGoForwardApplies == Next /\ at' # at

\* A flag comes to have what a return is paid from.
OnlySetsGiveApplies == Next /\ \E f \in Flags : ~Credit(f) /\ Credit(f)'

\* An operation takes effect.
OperationsTakeEffectOnceApplies == Next /\ Abstract!vars' # Abstract!vars

\* A waiter goes.
WaitersLeaveByThemselvesApplies == Next /\ \E f \in Flags : Abstract!WaiterGoes(f)

\* A set() has returned whose waiter is not woken yet, and the loop is busy.
ReturnedSetsWakeApplies == (ready # <<>> /\ \E f \in Flags : Owed(f)) /\ UNCHANGED vars

\* A task is on its way into a wait.
WaitsBeginApplies == (\E t \in Tasks : Enters(t)) /\ UNCHANGED vars

\* A waiter's wait has ended.
EndedWaitersLeaveApplies == (\E f \in Flags : Abstract!Ended(f)) /\ UNCHANGED vars

\* A setter has just set a flag whose waiter is blocked; the others have stopped where they are.
OneSetterIsEnoughApplies ==
  /\ Setters # {} /\ At(First, "leaf") /\ Abstract!Unnoticed(Of(First))
  /\ UNCHANGED vars

\* A signal is beside its blocked waiter.
SetFlagsWakeTheirWaiterApplies == (\E f \in Flags : Abstract!Unnoticed(f)) /\ UNCHANGED vars

----------------------------------------------------------------------------
NextApplies ==
  \/ Next
  \/ NoLostWakeupApplies \/ NoLostWakeupAppliesWithAPermit \/ HintsLeadToTheFlagApplies \/ KeptSignalsAreThereApplies
  \/ OnlyWaitedFlagsHaveALeafApplies \/ OneWaitATaskApplies \/ EveryTaskIsAtOnePlaceApplies
  \/ OnlyAnIdleLoopSleepsApplies \/ SettersNeverWaitApplies \/ ReturnsConsumeApplies \/ ReturnsSpendApplies
  \/ OnlyReturnsAndClearTakeApplies \/ SetsGoForwardApplies \/ OnlySetsGiveApplies
  \/ OperationsTakeEffectOnceApplies \/ WaitersLeaveByThemselvesApplies
  \/ ReturnedSetsWakeApplies \/ WaitsBeginApplies \/ EndedWaitersLeaveApplies
  \/ OneSetterIsEnoughApplies \/ SetFlagsWakeTheirWaiterApplies
=============================================================================
