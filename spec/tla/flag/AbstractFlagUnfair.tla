------------------------- MODULE AbstractFlagUnfair --------------------------
(****************************************************************************)
(* The abstract flag without one part of its fairness each.                 *)
(* Left out: as in AbstractFlag.                                            *)
(****************************************************************************)
EXTENDS AbstractFlag

\* The loop may never look at its flags.
SpecThatNoticesNothing == Safety /\ RunsWaiters

\* The loop may stop running the tasks whose wait has ended.
SpecThatRunsNobody == Safety /\ NoticesFlags
==============================================================================
