------------------------- MODULE FanionFlagsMutants --------------------------
(****************************************************************************)
(* The mutants of a conversation's flags again, for the refinement of       *)
(* AbstractFlag to catch.                                                   *)
(* Left out: mistakes of its own; they are those of FlagMutants.            *)
(****************************************************************************)
EXTENDS FlagMutants, FanionFlags
==============================================================================
