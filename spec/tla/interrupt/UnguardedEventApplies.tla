------------------------ MODULE UnguardedEventApplies ------------------------
(****************************************************************************)
(* Shows that the claims of UnguardedEvent are about something: one action  *)
(* for each, which is taken where the claim's condition is met.             *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS UnguardedEvent

NoWaiterIsStrandedOnASetEventApplies == BetweenCalls /\ event = "set" /\ UNCHANGED vars
CallsDoWhatTheySayApplies == event = "set" /\ UNCHANGED vars
NoTaskIsScheduledTwiceApplies == Len(ready) > 1 /\ UNCHANGED vars
LinkedTasksWaitApplies == BetweenCalls /\ linked # {} /\ UNCHANGED vars
NoWakeWaitsForAnUnrelatedTimerApplies == doing = "sleeping" /\ UNCHANGED vars

NextApplies ==
  \/ Next
  \/ NoWaiterIsStrandedOnASetEventApplies
  \/ CallsDoWhatTheySayApplies
  \/ NoTaskIsScheduledTwiceApplies
  \/ LinkedTasksWaitApplies
  \/ NoWakeWaitsForAnUnrelatedTimerApplies
==============================================================================
