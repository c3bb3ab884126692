------------------------- MODULE FanionEventsMutants -------------------------
(***************************************************************************)
(* The mutants of the conversation's events, to be seen by the refinement.  *)
(* Left out: nothing else.                                                  *)
(***************************************************************************)
EXTENDS FanionEvents, EventMutants
=============================================================================
