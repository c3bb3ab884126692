------------------------------- MODULE Unfair --------------------------------
(****************************************************************************)
(* The specification without one part of its fairness each: what must       *)
(* happen in the end then need not.                                         *)
(* Left out: as in Fanion.                                                  *)
(****************************************************************************)
EXTENDS MCFanion

Steps == Init /\ [][Next]_vars

\* The loop may stop running tasks.
SpecThatRunsNobody == Steps /\ NoticesFlags /\ BeginsWaits /\ ReportsDeadlock

\* The loop goes on, but may prefer the same tasks for ever where an order is left open.
SpecThatRunsSomebody ==
  Steps /\ NoticesFlags /\ BeginsWaits /\ ReportsDeadlock /\ WF_vars(\E t \in Tasks, r \in Results : Resume(t, r))

\* The loop may never look at its flags.
SpecThatNoticesNothing == Steps /\ RunsTasks /\ BeginsWaits /\ ReportsDeadlock

\* An inner task's wait may never begin, nor a turn be taken that nobody is told of.
SpecThatBeginsNothing == Steps /\ RunsTasks /\ NoticesFlags /\ ReportsDeadlock

\* The loop may keep silent where nothing can wake it.
SpecThatKeepsSilent == Steps /\ RunsTasks /\ NoticesFlags /\ BeginsWaits
==============================================================================
