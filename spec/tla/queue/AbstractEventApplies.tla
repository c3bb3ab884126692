------------------------ MODULE AbstractEventApplies -------------------------
(****************************************************************************)
(* Shows that the claims of AbstractEvent are about something: one action   *)
(* for each, which is taken where the claim's condition is met.             *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS AbstractEvent

NobodyWaitsForASetEventApplies == (\E e \in Events : set[e]) /\ UNCHANGED vars
ReadyTasksHaveAnEndingApplies == ready # <<>> /\ UNCHANGED vars
WokenTasksRunApplies == (\E t \in Tasks : ending[t] = "woken") /\ UNCHANGED vars

NextApplies ==
  \/ Next
  \/ NobodyWaitsForASetEventApplies
  \/ ReadyTasksHaveAnEndingApplies
  \/ WokenTasksRunApplies
==============================================================================
