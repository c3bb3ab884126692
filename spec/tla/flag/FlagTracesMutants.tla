-------------------------- MODULE FlagTracesMutants --------------------------
(****************************************************************************)
(* Mistakes in what the reference does besides the algorithm's steps.       *)
(* Left out: mistakes in the algorithm's own steps, see                     *)
(* FlagAlgorithmMutants.                                                    *)
(****************************************************************************)
EXTENDS FlagTraces

\* A round begins by taking the mark off the top, and only then looks whether the top is marked.
BeginRoundTakesTheMark ==
  /\ loop = "look" /\ todo = {}
  /\ ready # <<>>
  /\ marked' = [marked EXCEPT ![root] = FALSE]
  /\ todo' = {root}
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, setters, loop, node, root, running, tasks>>

\* A second read of a node takes the mark away, and the loop does not look below it.
ReadAgainTakesTheMark(n) ==
  /\ loop = "lower" /\ node = n /\ n = root
  /\ marked' = [marked EXCEPT ![n] = FALSE]
  /\ loop' = "look" /\ node' = None
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, setters, todo, running, root, tasks>>
==============================================================================
