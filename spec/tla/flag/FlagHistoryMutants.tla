------------------------- MODULE FlagHistoryMutants --------------------------
(****************************************************************************)
(* The mutants of FlagAlgorithmMutants and FlagLoopMutants, watched by the  *)
(* onlooker of FlagHistory.                                                 *)
(* Left out: mistakes of its own; they are those of the modules below.      *)
(****************************************************************************)
EXTENDS FlagHistory, FlagAlgorithmMutants, FlagLoopMutants
==============================================================================
