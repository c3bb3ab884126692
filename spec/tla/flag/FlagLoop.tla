------------------------------ MODULE FlagLoop -------------------------------
(****************************************************************************)
(* The interrupt-safe flag of the reference, second part: the loop between  *)
(* two turns, and the growth of the tree. The loop lowers a node before it  *)
(* looks below, and looks once more after it has said that it sleeps.       *)
(* Left out: as in FlagAlgorithm.                                           *)
(* Implemented by dev.fanion.Scheduler, HintTree, Hint.look and             *)
(* ThreadSafeFlag.look.                                                     *)
(****************************************************************************)
EXTENDS FlagSetters

Wakes(t, how) ==
  /\ ending' = [ending EXCEPT ![t] = how]
  /\ ready' = Append(ready, t)

\* The loop takes back that it sleeps, and begins a round.
Begin ==
  /\ loop = "begin"
  /\ asleep' = FALSE
  /\ loop' = "look" /\ todo' = {root}
  /\ UNCHANGED <<raised, leaf, marked, parent, permit, setters, node, running, root, tasks>>

\* Before it looks at the flags, the loop finds that a blocked wait's limit has passed, and makes its task ready.
Expire(t) ==
  /\ loop = "look" /\ todo = {root}
  /\ Blocked(t)
  /\ Wakes(t, "timeout")
  /\ UNCHANGED <<shared, setters, loop, todo, node, running, waiter, root>>

\* Before it looks at the flags, the loop finds that a sleep is over, and makes its task ready.
SleepEnds(t) ==
  /\ loop = "look" /\ todo = {root}
  /\ Sleeps(t)
  /\ Wakes(t, None)
  /\ UNCHANGED <<shared, setters, loop, todo, node, running, waiter, root>>

\* The loop reads whether a node is marked.
LookAtNode(n) ==
  /\ loop = "look"
  /\ n \in todo /\ todo \cap Flags = {}
  /\ IF marked[n] THEN loop' = "lower" /\ node' = n ELSE UNCHANGED <<loop, node>>
  /\ todo' = todo \ {n}
  /\ UNCHANGED <<shared, setters, running, root, tasks>>

\* The loop lowers the node: the mark is gone.  Only then it goes on to what is below.
Lower(n) ==
  /\ loop = "lower" /\ node = n
  /\ marked' = [marked EXCEPT ![n] = FALSE]
  /\ loop' = "look" /\ node' = None
  /\ todo' = todo \cup Below(n)
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, setters, running, root, tasks>>

\* The loop reads whether the flag is raised; if it is, the loop wakes the waiter, and leaves the signal.
LookAtFlag(f) ==
  /\ loop = "look"
  /\ f \in todo
  /\ IF raised[f] /\ Blocked(waiter[f]) THEN Wakes(waiter[f], "woken") ELSE UNCHANGED <<ending, ready>>
  /\ todo' = todo \ {f}
  /\ UNCHANGED <<shared, setters, loop, node, running, waiter, root>>

\* The loop has looked at everything, and the next task has its turn.
TakeTurn(t) ==
  /\ loop = "look" /\ todo = {}
  /\ ready # <<>> /\ t = Head(ready)
  /\ ready' = Tail(ready)
  /\ running' = t
  /\ loop' = IF Inside(t) THEN "leave" ELSE "run"
  /\ UNCHANGED <<shared, setters, todo, node, waiter, ending, root>>

\* Nobody is ready: the loop says that it sleeps.
Announce ==
  /\ loop = "look" /\ todo = {}
  /\ ready = <<>>
  /\ asleep' = TRUE
  /\ loop' = "look again"
  /\ UNCHANGED <<raised, leaf, marked, parent, permit, setters, todo, node, running, root, tasks>>

\* The loop looks once more at the node that it begins with, and will park only if that node is not marked.
LookAgain ==
  /\ loop = "look again"
  /\ loop' = IF marked[root] THEN "begin" ELSE "park"
  /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>

\* The loop calls park.  If the loop has been unparked since, park returns at once; otherwise the loop is parked.
Park ==
  /\ loop = "park"
  /\ permit' = FALSE
  /\ loop' = IF permit THEN "begin" ELSE "parked"
  /\ UNCHANGED <<raised, leaf, marked, parent, asleep, setters, todo, node, running, root, tasks>>

\* Park returns, as the loop is unparked.
Unparked ==
  /\ loop = "parked"
  /\ permit
  /\ permit' = FALSE
  /\ loop' = "begin"
  /\ UNCHANGED <<raised, leaf, marked, parent, asleep, setters, todo, node, running, root, tasks>>

\* Park returns for no reason, or because time has passed.
ParkReturns ==
  /\ loop = "parked"
  /\ loop' = "begin"
  /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>

----------------------------------------------------------------------------
\* The tree, when a task waits and there is no room for its flag.

\* There is no room for the flag, and the tree is one leaf: the tree gets one more level, whose node is marked from the start.
Grow(n) ==
  /\ loop = "register" /\ root = n
  /\ marked' = [marked EXCEPT ![Top] = TRUE]
  /\ loop' = "link"
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, setters, todo, node, root, running, tasks>>

\* The old leaf gets the new node as its parent, and from now on the loop begins at that node.
Link(n) ==
  /\ loop = "link" /\ root = n
  /\ parent' = [parent EXCEPT ![n] = Top]
  /\ root' = Top
  /\ loop' = "add"
  /\ UNCHANGED <<raised, leaf, marked, asleep, permit, setters, todo, node, running, tasks>>

\* A new leaf comes below the new node.
AddLeaf(n) ==
  /\ loop = "add" /\ parent[n] = None
  /\ parent' = [parent EXCEPT ![n] = Top]
  /\ loop' = "register"
  /\ UNCHANGED <<raised, leaf, marked, asleep, permit, setters, todo, node, root, running, tasks>>
==============================================================================
