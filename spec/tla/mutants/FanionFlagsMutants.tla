------------------------- MODULE FanionFlagsMutants -------------------------
(***************************************************************************)
(* The mistakes of a conversation's flags again, as the refinement of      *)
(* AbstractFlag sees them.                                                 *)
(* Left out: nothing else.                                                 *)
(***************************************************************************)
EXTENDS FlagMutants, FanionFlags
=============================================================================
