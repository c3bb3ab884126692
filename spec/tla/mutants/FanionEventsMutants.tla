------------------------- MODULE FanionEventsMutants -------------------------
(****************************************************************************)
(* The mutants of a conversation's events again, for the refinement of      *)
(* AbstractEvent to catch.                                                  *)
(* Left out: mistakes of its own; they are those of EventMutants.           *)
(****************************************************************************)
EXTENDS FanionEvents, EventMutants
==============================================================================
