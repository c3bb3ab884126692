----------------------------- MODULE FlagUnfair ------------------------------
(****************************************************************************)
(* The algorithm without one part of its fairness each: what must happen in *)
(* the end then need not.                                                   *)
(* Left out: as in FlagAlgorithm.                                           *)
(****************************************************************************)
EXTENDS FlagLiveness

\* The loop may stop.
SpecWithoutTheLoop == Safety /\ TurnsEnd

\* A task may keep its turn for ever.
SpecOfEndlessTurns == Safety /\ LoopRuns
==============================================================================
