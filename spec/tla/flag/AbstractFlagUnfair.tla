------------------------- MODULE AbstractFlagUnfair -------------------------
(***************************************************************************)
(* The abstract flag without one part of its fairness each.                *)
(* Left out: nothing else.                                                 *)
(***************************************************************************)
EXTENDS AbstractFlag

\* The loop may never look at its flags.
SpecThatNoticesNothing == Safety /\ RunsWaiters

\* The loop may stop running those whose wait has ended.
SpecThatRunsNobody == Safety /\ NoticesFlags
=============================================================================
