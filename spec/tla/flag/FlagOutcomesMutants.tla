------------------------- MODULE FlagOutcomesMutants -------------------------
(****************************************************************************)
(* The races of FlagOutcomes, for mistakes in the algorithm that give a     *)
(* race one more outcome.                                                   *)
(* Left out: mistakes of its own; they are those of the modules below.      *)
(****************************************************************************)
EXTENDS FlagOutcomes, FlagAlgorithmMutants, FlagSettersMutants
==============================================================================
