------------------------------ MODULE MCFanion -------------------------------
(****************************************************************************)
(* The root module of the configs: everything that can be claimed.  The     *)
(* bounds are in the configs, beside the sides of the variation points.     *)
(* MCFanion.cfg: main and two tasks, an event and a flag, 3,027 states.     *)
(* MCLimits.cfg: main and one task, with time and interrupts, 3,343 states. *)
(* MCObjects.cfg: two events and two flags, 1,313 states.                   *)
(* Left out: nothing.                                                       *)
(****************************************************************************)
EXTENDS Sides, Liveness
==============================================================================
