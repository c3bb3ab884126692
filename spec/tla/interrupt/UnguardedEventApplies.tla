----------------------- MODULE UnguardedEventApplies -----------------------
(***************************************************************************)
(* That the claims of UnguardedEvent speak of something: one action for     *)
(* each, which is taken where what the claim presupposes is the case.       *)
(* Left out: everything else.                                               *)
(***************************************************************************)
EXTENDS UnguardedEvent

NoWaiterIsStrandedOnASetEventApplies == BetweenCalls /\ event = "set" /\ UNCHANGED vars
NoTaskIsScheduledTwiceApplies == Len(ready) > 1 /\ UNCHANGED vars
LinkedTasksWaitApplies == BetweenCalls /\ linked # {} /\ UNCHANGED vars
NoWakeWaitsForAnUnrelatedTimerApplies == doing = "sleeping" /\ UNCHANGED vars

NextApplies ==
  \/ Next
  \/ NoWaiterIsStrandedOnASetEventApplies
  \/ NoTaskIsScheduledTwiceApplies
  \/ LinkedTasksWaitApplies
  \/ NoWakeWaitsForAnUnrelatedTimerApplies
=============================================================================
