------------------------- MODULE AbstractFlagApplies -------------------------
(****************************************************************************)
(* Shows that the claims on the abstract flag are about something; as       *)
(* FlagApplies.                                                             *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS AbstractFlag

\* A wait has ended.
OnlyWaitersEndApplies == (\E f \in Flags : Ended(f)) /\ UNCHANGED vars

\* Two flags have waiters.
OneWaitATaskApplies == (\E f, g \in Flags : f # g /\ waiter[f] # None /\ waiter[g] # None) /\ UNCHANGED vars

\* A wait returns.
ReturnsSpendApplies == Next /\ \E f \in Flags : WaitEnds(f)

\* A flag comes to have what the return of a wait spends.
OnlySetsGiveApplies == Next /\ \E f \in Flags : ~Credit(f) /\ Credit(f)'

\* A waiter leaves its wait.
WaitersLeaveByThemselvesApplies == Next /\ \E f \in Flags : WaiterGoes(f)

\* A signal is there, and the waiter is blocked.
SetFlagsWakeTheirWaiterApplies == (\E f \in Flags : Unnoticed(f)) /\ UNCHANGED vars

\* A waiter's wait has ended, and the waiter has yet to leave it.
EndedWaitersLeaveApplies == (\E f \in Flags : Ended(f)) /\ UNCHANGED vars

\* A wait could return at once.
WaitsLookAtTheSignalApplies == (\E f \in Flags : raised[f] /\ waiter[f] = None) /\ UNCHANGED vars

\* A waiter could be cancelled.
EndingsAreGivenApplies == (\E f \in Flags : waiter[f] # None) /\ UNCHANGED vars

\* A waiter is woken.
WakeUpsAreOfSignalsApplies == Next /\ \E f \in Flags : "woken" \notin ending[f] /\ "woken" \in ending'[f]

\* A waiter stays that was cancelled, or woken.
EndingsAreKeptApplies == Next /\ \E f \in Flags : "cancelled" \in ending[f] /\ waiter'[f] # None
EndingsAreKeptAppliesToWakes == Next /\ \E f \in Flags : "woken" \in ending[f] /\ waiter'[f] # None

\* A waiter leaves, woken or not, while a signal is there.
WaitersLeaveAsTheyEndedApplies == Next /\ \E f \in Flags : WaiterGoes(f) /\ ending[f] = {"woken"} /\ raised[f]
WaitersLeaveAsTheyEndedAppliesToOthers == Next /\ \E f \in Flags : WaiterGoes(f) /\ "woken" \notin ending[f] /\ raised[f]

NextApplies ==
  \/ Next
  \/ OnlyWaitersEndApplies \/ OneWaitATaskApplies \/ ReturnsSpendApplies \/ OnlySetsGiveApplies
  \/ WaitersLeaveByThemselvesApplies \/ SetFlagsWakeTheirWaiterApplies \/ EndedWaitersLeaveApplies
  \/ WaitsLookAtTheSignalApplies \/ EndingsAreGivenApplies \/ WakeUpsAreOfSignalsApplies
  \/ EndingsAreKeptApplies \/ EndingsAreKeptAppliesToWakes
  \/ WaitersLeaveAsTheyEndedApplies \/ WaitersLeaveAsTheyEndedAppliesToOthers
==============================================================================
