--------------------------- MODULE FlagLoopMutants ---------------------------
(****************************************************************************)
(* More mistakes of the loop: it does not rest, forgets a part of the tree, *)
(* or gives turns in another order.                                         *)
(* Left out: other mistakes, see FlagAlgorithmMutants and                   *)
(* FlagOperationsMutants.                                                   *)
(****************************************************************************)
EXTENDS FlagLiveness

----------------------------------------------------------------------------
\* A loop that does not rest.

\* Park returns for a permit, and leaves it.
UnparkedKeepsThePermit ==
  /\ loop = "parked"
  /\ permit
  /\ loop' = "begin"
  /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>

\* Park returns at once for a permit, and leaves it.
ParkKeepsThePermit ==
  /\ loop = "park"
  /\ loop' = IF permit THEN "begin" ELSE "parked"
  /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>

\* The loop looks below a node, and leaves the mark.
LowerLeavesTheMark(n) ==
  /\ loop = "lower" /\ node = n
  /\ loop' = "look" /\ node' = None
  /\ todo' = todo \cup Below(n)
  /\ UNCHANGED <<shared, setters, running, root, tasks>>

\* The last look always finds something, so the loop never parks.
LookAgainNeverParks ==
  /\ loop = "look again"
  /\ loop' = "begin"
  /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>

\* The last look is at the leaves: a setter that has stopped between a leaf and the top keeps the loop from parking.
LookAgainAtTheLeaves ==
  /\ loop = "look again"
  /\ loop' = IF \E n \in Leaves : marked[n] THEN "begin" ELSE "park"
  /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>

----------------------------------------------------------------------------
\* The tree.

\* A leaf below which the loop looks makes it forget the other leaves.
LowerForgetsTheRest(n) ==
  /\ loop = "lower" /\ node = n
  /\ marked' = [marked EXCEPT ![n] = FALSE]
  /\ loop' = "look" /\ node' = None
  /\ todo' = Below(n)
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, setters, running, root, tasks>>

\* The old leaf does not get the new node as its parent.
LinkForgetsTheOldLeaf(n) ==
  /\ loop = "link" /\ root = n
  /\ root' = Top
  /\ loop' = "add"
  /\ UNCHANGED <<shared, setters, todo, node, running, tasks>>

----------------------------------------------------------------------------
\* The order of turns.

\* The task that became ready last has the next turn.
TakeTurnOfTheLast(t) ==
  /\ loop = "look" /\ todo = {}
  /\ ready # <<>> /\ t = ready[Len(ready)]
  /\ ready' = SubSeq(ready, 1, Len(ready) - 1)
  /\ running' = t
  /\ loop' = IF Inside(t) THEN "leave" ELSE "run"
  /\ UNCHANGED <<shared, setters, todo, node, waiter, ending, root>>

\* A woken task goes before those that are ready.
WakesInFront(t, how) ==
  /\ ending' = [ending EXCEPT ![t] = how]
  /\ ready' = <<t>> \o ready

\* A waiter's ending is written down, and the waiter does not become ready.
WakesNobody(t, how) ==
  /\ ending' = [ending EXCEPT ![t] = how]
  /\ UNCHANGED ready

\* A task's sleep is over, and the task does not become ready.
SleepEndsUnready(t) ==
  /\ loop = "look" /\ todo = {root}
  /\ Sleeps(t)
  /\ UNCHANGED vars

\* A task yields, and does not become ready.
YieldUnready(t) ==
  /\ loop = "run" /\ running = t
  /\ running' = None
  /\ loop' = "look" /\ todo' = {root}
  /\ UNCHANGED <<shared, setters, node, root, tasks>>

\* A task whose wait blocks, or that begins to sleep, gives its turn away without a look.
WaitBlocksWithoutALook(t, f) ==
  /\ loop = "check" /\ running = t /\ waiter[f] = t
  /\ ~raised[f]
  /\ running' = None
  /\ loop' = "look" /\ todo' = {}
  /\ UNCHANGED <<shared, setters, node, root, tasks>>
SleepWithoutALook(t) ==
  /\ loop = "run" /\ running = t
  /\ running' = None
  /\ loop' = "look" /\ todo' = {}
  /\ UNCHANGED <<shared, setters, node, root, tasks>>
==============================================================================
