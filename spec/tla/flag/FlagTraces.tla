----------------------------- MODULE FlagTraces ------------------------------
(****************************************************************************)
(* The algorithm as the reference runs it, for traces of its accesses. The  *)
(* reference looks once more when a round begins, and does not park when a  *)
(* limit has passed already. And it reads more than FlagAlgorithm: whether  *)
(* it has said that it sleeps; the top of the tree a second time; the leaf  *)
(* of a flag that it takes off the tree; a new top, before others know it.  *)
(* All of these are steps here, so what holds of the algorithm is checked   *)
(* with them too. docs/traces.md tells how a trace is followed.             *)
(* Left out: as in FlagAlgorithm, but for the look of a round.              *)
(****************************************************************************)
EXTENDS FlagProperties

\* A round begins: the loop reads that it has not said that it sleeps, and looks.
BeginRound ==
  /\ loop = "look" /\ todo = {}
  /\ ready # <<>>
  /\ todo' = {root}
  /\ UNCHANGED <<shared, setters, loop, node, root, running, tasks>>

\* A limit has passed since the round began, so the loop does not park.
TimeIsUp ==
  /\ loop = "park"
  /\ loop' = "begin"
  /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>

\* The loop has slept, or was about to, and reads that it has said so.
ReadOwnAsleep ==
  /\ loop = "begin"
  /\ UNCHANGED vars

\* The loop has read the top marked, and reads it again before it lowers it.
ReadAgain(n) ==
  /\ loop = "lower" /\ node = n /\ n = root
  /\ UNCHANGED vars

\* A task takes its flag off the tree, and reads where the flag is.
ReadOwnLeaf(t, f) ==
  /\ loop \in {"leave", "unregister"} /\ running = t /\ waiter[f] = t
  /\ UNCHANGED vars

\* The tree is to grow: the loop reads that the new top is not marked, and marks it ...
ReadNewTop ==
  /\ loop = "register" /\ root # Top
  /\ UNCHANGED vars

\* ... and reads that no node is above it.
ReadAboveNewTop ==
  /\ loop = "link"
  /\ UNCHANGED vars

NextOfTheReference ==
  \/ Next
  \/ BeginRound \/ TimeIsUp \/ ReadOwnAsleep
  \/ \E n \in Nodes : ReadAgain(n)
  \/ \E t \in Tasks, f \in Flags : ReadOwnLeaf(t, f)
  \/ ReadNewTop \/ ReadAboveNewTop

SafetyOfTheReference == Init /\ [][NextOfTheReference]_vars
==============================================================================
