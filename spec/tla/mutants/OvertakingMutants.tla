-------------------------- MODULE OvertakingMutants --------------------------
(****************************************************************************)
(* The mutants of turns and their order, for the onlooker who counts turns. *)
(* Left out: mistakes of its own; they are those of OrderMutants and        *)
(* SideMutants.                                                             *)
(****************************************************************************)
EXTENDS Overtaking, OrderMutants, SideMutants
==============================================================================
