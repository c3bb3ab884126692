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

NextApplies ==
  \/ Next
  \/ OnlyWaitersEndApplies \/ OneWaitATaskApplies \/ ReturnsSpendApplies \/ OnlySetsGiveApplies
  \/ WaitersLeaveByThemselvesApplies \/ SetFlagsWakeTheirWaiterApplies \/ EndedWaitersLeaveApplies
==============================================================================
