------------------------ MODULE AbstractFlagApplies -------------------------
(***************************************************************************)
(* That the claims on the abstract flag are about something; as            *)
(* FlagApplies.                                                            *)
(* Left out: claims without a premise.                                     *)
(***************************************************************************)
EXTENDS AbstractFlag

\* A wait has ended.
OnlyWaitersEndApplies == (\E f \in Flags : Ended(f)) /\ UNCHANGED vars

\* Two flags have waiters.
OneWaitATaskApplies == (\E f, g \in Flags : f # g /\ waiter[f] # None /\ waiter[g] # None) /\ UNCHANGED vars

\* A wait returns.
ReturnsSpendApplies == Next /\ \E f \in Flags : WaitEnds(f)

\* A flag comes to have what a return is paid from.
OnlySetsGiveApplies == Next /\ \E f \in Flags : ~Credit(f) /\ Credit(f)'

\* A waiter goes.
WaitersLeaveByThemselvesApplies == Next /\ \E f \in Flags : WaiterGoes(f)

\* A signal is beside its blocked waiter.
SetFlagsWakeTheirWaiterApplies == (\E f \in Flags : Unnoticed(f)) /\ UNCHANGED vars

\* A waiter is to leave.
EndedWaitersLeaveApplies == (\E f \in Flags : Ended(f)) /\ UNCHANGED vars

NextApplies ==
  \/ Next
  \/ OnlyWaitersEndApplies \/ OneWaitATaskApplies \/ ReturnsSpendApplies \/ OnlySetsGiveApplies
  \/ WaitersLeaveByThemselvesApplies \/ SetFlagsWakeTheirWaiterApplies \/ EndedWaitersLeaveApplies
=============================================================================
