------------------------- MODULE FlagHistoryMutants --------------------------
(****************************************************************************)
(* The mutants of FlagAlgorithmMutants, watched by the onlooker of          *)
(* FlagHistory.                                                             *)
(* Left out: mistakes of its own; they are those of FlagAlgorithmMutants.   *)
(****************************************************************************)
EXTENDS FlagHistory, FlagAlgorithmMutants
==============================================================================
