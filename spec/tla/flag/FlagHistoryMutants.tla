------------------------- MODULE FlagHistoryMutants -------------------------
(***************************************************************************)
(* The mistakes of FlagAlgorithmMutants, watched by the onlooker of        *)
(* FlagHistory.                                                            *)
(* Left out: nothing else.                                                 *)
(***************************************************************************)
EXTENDS FlagHistory, FlagAlgorithmMutants
=============================================================================
