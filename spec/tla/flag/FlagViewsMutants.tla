-------------------------- MODULE FlagViewsMutants ---------------------------
(****************************************************************************)
(* A setter and a loop that look at what no view has: where other setters   *)
(* are.                                                                     *)
(* Left out: other mistakes; they are those of FlagAlgorithmMutants,        *)
(* FlagOperationsMutants and FlagSettersMutants.                            *)
(****************************************************************************)
EXTENDS FlagViews

\* A setter leaves the wake-up to another one that is about to give it.
ReadAsleepAndTheOthers(s) ==
  /\ At(s, "asleep")
  /\ IF asleep /\ ~\E r \in Setters : At(r, "unpark") THEN Goes(s, "unpark", None) ELSE Returns(s)
  /\ UNCHANGED <<shared, private>>

\* The loop does not park while a set() is under way.
ParkUnlessSomebodySets ==
  /\ loop = "park"
  /\ permit' = FALSE
  /\ loop' = IF permit \/ \E s \in Setters : at[s] # Idle THEN "begin" ELSE "parked"
  /\ UNCHANGED <<raised, leaf, marked, parent, asleep, setters, todo, node, running, root, tasks>>
==============================================================================
