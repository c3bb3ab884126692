----------------------------- MODULE QueueUnfair -----------------------------
(****************************************************************************)
(* QueueAlgorithm without one part of its fairness each: what must happen   *)
(* in the end then need not.                                                *)
(* Left out: as in QueueAlgorithm.                                          *)
(****************************************************************************)
EXTENDS QueueAlgorithm

\* The loop may take no ready task any more.
SpecThatRunsNobody == Steps /\ StatementsGoOn

\* An operation may stop half-way.
SpecThatStopsHalfWay == Steps /\ LoopGoesOn
==============================================================================
