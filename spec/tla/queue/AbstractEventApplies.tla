------------------------ MODULE AbstractEventApplies ------------------------
(***************************************************************************)
(* That the claims of AbstractEvent speak of something: one action for      *)
(* each, which is taken where what the claim presupposes is the case.       *)
(* Left out: everything else.                                               *)
(***************************************************************************)
EXTENDS AbstractEvent

NobodyWaitsForASetEventApplies == (\E e \in Events : set[e]) /\ UNCHANGED vars
ReadyTasksHaveAnEndingApplies == ready # <<>> /\ UNCHANGED vars
WokenTasksRunApplies == (\E t \in Tasks : ending[t] = "woken") /\ UNCHANGED vars

NextApplies ==
  \/ Next
  \/ NobodyWaitsForASetEventApplies
  \/ ReadyTasksHaveAnEndingApplies
  \/ WokenTasksRunApplies
=============================================================================
