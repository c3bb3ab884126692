------------------------------ MODULE MCFanion ------------------------------
(***************************************************************************)
(* The root module of the configs: everything that can be claimed.  The     *)
(* bounds are in the configs, beside the sides of the variation points.     *)
(* Left out: nothing.                                                       *)
(***************************************************************************)
EXTENDS LoopChanges, Liveness
=============================================================================
