----------------------------- MODULE FlagApplies -----------------------------
(****************************************************************************)
(* Shows that the claims on the algorithm are about something. Each claim   *)
(* with a condition has a step here, beside those of Next, that can be      *)
(* taken where the condition is met. A run in which all these steps are     *)
(* taken has met all conditions.                                            *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS FlagLiveness

\* The loop is parked without a permit while the signal of a set() that has returned is there.
NoLostWakeupApplies == loop = "parked" /\ ~permit /\ kept # {} /\ UNCHANGED vars

\* The loop is parked though a returned set() has not woken its waiter; the permit will bring the loop back.
NoLostWakeupAppliesWithAPermit == (loop = "parked" /\ permit /\ \E f \in Flags : Owed(f)) /\ UNCHANGED vars

\* A set() has returned and its waiter is not woken yet, and the loop has lowered the top.
HintsLeadToTheFlagApplies == (\E f \in Flags : Owed(f) /\ ~marked[root]) /\ UNCHANGED vars

\* A set() has returned, and its signal is there.
KeptSignalsAreThereApplies == kept # {} /\ UNCHANGED vars

\* A flag belongs to a leaf.
OnlyWaitedFlagsHaveALeafApplies == (\E f \in Flags : leaf[f] # None) /\ UNCHANGED vars

\* Two flags have waiters.
OneWaitATaskApplies == (\E f, g \in Flags : f # g /\ waiter[f] # None /\ waiter[g] # None) /\ UNCHANGED vars

\* Two tasks are ready, and the wait of one has ended.
EveryTaskIsAtOnePlaceApplies == (Len(ready) > 1 /\ \E t \in Tasks : IsReady(t) /\ ending[t] # None) /\ UNCHANGED vars

\* A wait has ended and its task is ready.
NoTaskVanishesApplies == (\E t \in Tasks : IsReady(t) /\ ending[t] # None) /\ UNCHANGED vars

\* A wait is refused, and so another task is inside one.
OnlyTakenFlagsRefuseApplies == (\E t \in Tasks, f \in Flags : ENABLED WaitRefused(t, f)) /\ UNCHANGED vars

\* A task runs while a raised flag has a waiter whose wait has ended.
TakenFlagsRefuseApplies ==
  /\ loop = "run" /\ \E f \in Flags : raised[f] /\ waiter[f] # None /\ ending[waiter[f]] # None
  /\ UNCHANGED vars

\* A task runs, and may call wait().
WaitsAreAnsweredApplies == loop = "run" /\ UNCHANGED vars

\* A task's turn ends.
TasksRunUntilTheySuspendApplies == Next /\ running # None /\ running' = None

\* A task runs while another is inside a wait that has ended.
TasksMayClearAndCancelApplies ==
  /\ loop = "run" /\ \E t \in Tasks : Inside(t) /\ ending[t] # None
  /\ UNCHANGED vars

\* A task may act while another is ready.
OnlyTheRunningTaskActsApplies == ready # <<>> /\ (\E t \in Tasks : ENABLED Acts(t)) /\ UNCHANGED vars

\* A waiter leaves its wait.
WaitsEndForAReasonApplies == Next /\ \E f \in Flags : waiter[f] # None /\ waiter'[f] # waiter[f]

\* A task is on its way out of a wait.
TurnsComeToTheTaskApplies == loop = "consume" /\ running # None /\ UNCHANGED vars

\* The loop is parked.
OnlyAnIdleLoopSleepsApplies == loop = "parked" /\ UNCHANGED vars

\* A setter is under way while the loop lowers a node.
SettersNeverWaitApplies == (loop = "lower" /\ \E s \in Setters : at[s] # Idle) /\ UNCHANGED vars

\* A wait can return.
ReturnsConsumeApplies == (\E f \in Flags : ENABLED WaitEnds(f)) /\ UNCHANGED vars

\* A wait can return though its flag is clear.
ReturnsSpendApplies == (\E f \in Flags : ~raised[f] /\ ENABLED WaitEnds(f)) /\ UNCHANGED vars

\* Something takes a signal.
OnlyReturnsAndClearTakeApplies == Next /\ \E f \in Flags : Taken(f)

\* A setter makes a step.
SetsGoForwardApplies == Next /\ at' # at

\* A flag comes to have what the return of a wait spends.
OnlySetsGiveApplies == Next /\ \E f \in Flags : ~Credit(f) /\ Credit(f)'

\* An operation takes effect.
OperationsTakeEffectOnceApplies == Next /\ Abstract!vars' # Abstract!vars

\* A waiter leaves its wait.
WaitersLeaveByThemselvesApplies == Next /\ \E f \in Flags : Abstract!WaiterGoes(f)

\* A set() has returned and its waiter is not woken yet, and the loop is busy.
ReturnedSetsWakeApplies == (ready # <<>> /\ \E f \in Flags : Owed(f)) /\ UNCHANGED vars

\* A task is on its way into a wait.
WaitsBeginApplies == (\E t \in Tasks : Enters(t)) /\ UNCHANGED vars

\* Nothing is to be done, a setter has stopped half-way, and the loop is not parked yet.
IdleLoopsRestApplies == Quiet /\ loop # "parked" /\ (\E s \in Setters : at[s] # Idle) /\ UNCHANGED vars

\* A waiter's wait has ended.
EndedWaitersLeaveApplies == (\E f \in Flags : Abstract!Ended(f)) /\ UNCHANGED vars

\* A setter has just set a flag whose waiter is blocked; the others have stopped where they are.
OneSetterIsEnoughApplies ==
  /\ Setters # {} /\ At(First, "leaf") /\ Abstract!Unnoticed(Of(First))
  /\ UNCHANGED vars

\* A signal is there, and the waiter is blocked.
SetFlagsWakeTheirWaiterApplies == (\E f \in Flags : Abstract!Unnoticed(f)) /\ UNCHANGED vars

----------------------------------------------------------------------------
NextApplies ==
  \/ Next
  \/ NoLostWakeupApplies \/ NoLostWakeupAppliesWithAPermit \/ HintsLeadToTheFlagApplies \/ KeptSignalsAreThereApplies
  \/ OnlyWaitedFlagsHaveALeafApplies \/ OneWaitATaskApplies \/ EveryTaskIsAtOnePlaceApplies
  \/ NoTaskVanishesApplies \/ OnlyTakenFlagsRefuseApplies \/ TakenFlagsRefuseApplies \/ WaitsAreAnsweredApplies
  \/ TasksRunUntilTheySuspendApplies \/ TasksMayClearAndCancelApplies \/ OnlyTheRunningTaskActsApplies
  \/ WaitsEndForAReasonApplies \/ TurnsComeToTheTaskApplies
  \/ OnlyAnIdleLoopSleepsApplies \/ SettersNeverWaitApplies \/ ReturnsConsumeApplies \/ ReturnsSpendApplies
  \/ OnlyReturnsAndClearTakeApplies \/ SetsGoForwardApplies \/ OnlySetsGiveApplies
  \/ OperationsTakeEffectOnceApplies \/ WaitersLeaveByThemselvesApplies
  \/ ReturnedSetsWakeApplies \/ WaitsBeginApplies \/ IdleLoopsRestApplies \/ EndedWaitersLeaveApplies
  \/ OneSetterIsEnoughApplies \/ SetFlagsWakeTheirWaiterApplies
==============================================================================
