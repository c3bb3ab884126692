------------------------ MODULE FlagAlgorithmMutants -------------------------
(****************************************************************************)
(* Mistakes of the loop and its tasks: actions of FlagLoop and              *)
(* FlagAlgorithm with one thing altered.  A mutant's run puts it in the     *)
(* place of its action.                                                     *)
(* Left out: setters' mistakes, see FlagSettersMutants.                     *)
(****************************************************************************)
EXTENDS FlagLiveness

----------------------------------------------------------------------------
\* The way into sleep.

\* The loop looks, says that it sleeps, and parks.
LookAgainIsLeftOut ==
  /\ loop = "look again"
  /\ loop' = "park"
  /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>

\* The loop looks for the last time, and says then that it sleeps.
AnnounceNothingYet ==
  /\ loop = "look" /\ todo = {}
  /\ ready = <<>>
  /\ loop' = "look again"
  /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>
LookAgainThenAnnounce ==
  \/ /\ loop = "look again"
     /\ loop' = IF marked[root] THEN "begin" ELSE "announce"
     /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>
  \/ /\ loop = "announce"
     /\ asleep' = TRUE
     /\ loop' = "park"
     /\ UNCHANGED <<raised, leaf, marked, parent, permit, setters, todo, node, running, root, tasks>>

\* The loop sleeps although tasks are ready.
AnnounceThoughTasksAreReady ==
  /\ loop = "look" /\ todo = {}
  /\ asleep' = TRUE
  /\ loop' = "look again"
  /\ UNCHANGED <<raised, leaf, marked, parent, permit, setters, todo, node, running, root, tasks>>

----------------------------------------------------------------------------
\* The look.

\* A leaf is lowered after the look below it.
LookAtNodeFirst(n) ==
  /\ loop = "look" /\ node = None
  /\ n \in todo /\ todo \cap Flags = {}
  /\ CASE marked[n] /\ n = Top -> loop' = "lower" /\ node' = n /\ todo' = todo \ {n}
       [] marked[n] /\ n # Top -> node' = n /\ todo' = todo \cup Below(n) /\ UNCHANGED loop
       [] OTHER -> todo' = todo \ {n} /\ UNCHANGED <<loop, node>>
  /\ UNCHANGED <<shared, setters, running, root, tasks>>
LowerAfterwards(n) ==
  /\ node = n
  /\ loop = (IF n = Top THEN "lower" ELSE "look") /\ todo \cap Flags = {}
  /\ marked' = [marked EXCEPT ![n] = FALSE]
  /\ loop' = "look" /\ node' = None
  /\ todo' = IF n = Top THEN Below(n) ELSE todo \ {n}
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, setters, running, root, tasks>>

Looks(f, wakes, takes) ==
  /\ loop = "look"
  /\ f \in todo
  /\ IF wakes THEN Wakes(waiter[f], "woken") ELSE UNCHANGED <<ending, ready>>
  /\ IF takes THEN Takes(f) ELSE UNCHANGED <<raised, setters>>
  /\ todo' = todo \ {f}
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, loop, node, running, waiter, root>>

\* The signal is consumed when it is noticed, not when the wait returns.
LookAtFlagConsumes(f) == Looks(f, raised[f] /\ Blocked(waiter[f]), raised[f])

\* Each look wakes the waiter anew.
LookAtFlagWakesAgain(f) == Looks(f, raised[f] /\ Len(ready) < 3, FALSE)

\* The loop takes a marked leaf for a signal.
LookAtFlagUnseeing(f) == Looks(f, Blocked(waiter[f]), FALSE)

\* The loop looks at the flags only when nobody is ready.
YieldWithoutALook(t) ==
  /\ loop = "run" /\ running = t
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ loop' = "look" /\ todo' = {}
  /\ UNCHANGED <<shared, setters, node, waiter, ending, root>>

\* The new node is not marked when the tree grows.
GrowUnraised(n) ==
  /\ loop = "register" /\ root = n
  /\ loop' = "link"
  /\ UNCHANGED <<shared, setters, todo, node, root, running, tasks>>

----------------------------------------------------------------------------
\* Waits.

\* A wait on a set flag returns, and leaves the signal.
WaitReturnsOnly(t, f) ==
  /\ loop = "run" /\ running = t
  /\ waiter[f] = None
  /\ raised[f]
  /\ UNCHANGED vars

\* A second waiter replaces the first.
WaitReplacesTheFirst(t, f) ==
  /\ loop = "run" /\ running = t
  /\ waiter[f] # None
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ loop' = "register"
  /\ UNCHANGED <<shared, setters, todo, node, running, ready, ending, root>>

Blocks(t, f) ==
  /\ running' = None
  /\ loop' = "look" /\ todo' = {root}

\* When the flag belongs to a leaf, the task does not look at it again.
WaitBlocksUnseeing(t, f) ==
  /\ loop = "check" /\ running = t /\ waiter[f] = t
  /\ Blocks(t, f)
  /\ UNCHANGED <<shared, setters, node, root, tasks>>

\* The second exchange is a read and then a write, whatever came between.
WaitBlocksByReadAndWrite(t, f) ==
  /\ running = t /\ waiter[f] = t
  /\ \/ /\ loop = "check" /\ ~raised[f]
        /\ loop' = "write"
        /\ UNCHANGED <<shared, todo, running>>
     \/ /\ loop = "write"
        /\ raised' = [raised EXCEPT ![f] = FALSE]
        /\ Blocks(t, f)
        /\ UNCHANGED <<leaf, marked, asleep, permit>>
  /\ UNCHANGED <<parent, setters, node, root, tasks>>

\* A wait that returns late leaves its task as the waiter.
UnregisterHalfWay(t, f) ==
  /\ loop = "unregister" /\ running = t /\ waiter[f] = t
  /\ leaf' = [leaf EXCEPT ![f] = None]
  /\ loop' = "run"
  /\ UNCHANGED <<raised, marked, parent, asleep, permit, setters, todo, node, running, root, tasks>>

Left(t, f, takes, unregisters) ==
  /\ loop = "leave" /\ running = t /\ waiter[f] = t
  /\ leaf' = IF unregisters THEN [leaf EXCEPT ![f] = None] ELSE leaf
  /\ IF takes THEN Takes(f) ELSE UNCHANGED <<raised, setters>>
  /\ IF ending[t] = "woken"
     THEN loop' = "consume" /\ UNCHANGED <<waiter, ending>>
     ELSE loop' = "run" /\ waiter' = [waiter EXCEPT ![f] = None] /\ ending' = [ending EXCEPT ![t] = None]
  /\ UNCHANGED <<marked, parent, asleep, permit, todo, node, running, ready, root>>

\* A cancelled wait consumes; a wait whose limit has passed consumes; a wait whose limit has passed stays registered.
LeaveConsumesWhenCancelled(t, f) == Left(t, f, ending[t] = "cancelled", TRUE)
LeaveConsumesWhenLate(t, f) == Left(t, f, ending[t] = "timeout", TRUE)
LeaveStaysRegistered(t, f) == Left(t, f, FALSE, ending[t] # "timeout")

\* A return leaves the signal.
ConsumeNothing(t, f) ==
  /\ loop = "consume" /\ running = t /\ waiter[f] = t
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ ending' = [ending EXCEPT ![t] = None]
  /\ loop' = "run"
  /\ UNCHANGED <<shared, setters, todo, node, running, ready, root>>

\* A flag that counts: a return leaves the signal where a second set() came before it.
ConsumeCounts(t, f) ==
  /\ loop = "consume" /\ running = t /\ waiter[f] = t
  /\ raised' = [raised EXCEPT ![f] = f \in kept /\ \E s \in stands : Of(s) = f]
  /\ stands' = {s \in stands : Of(s) # f} /\ kept' = kept \ {f}
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ ending' = [ending EXCEPT ![t] = None]
  /\ loop' = "run"
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, at, todo, node, running, ready, root>>

----------------------------------------------------------------------------
\* clear().

Clears(t, f, where, who, endings) ==
  /\ loop = "run" /\ running = t
  /\ Takes(f)
  /\ leaf' = [leaf EXCEPT ![f] = where]
  /\ waiter' = [waiter EXCEPT ![f] = who]
  /\ ending' = endings
  /\ ready' = SelectSeq(ready, LAMBDA u : ending[u] = endings[u])
  /\ UNCHANGED <<marked, parent, asleep, permit, loop, todo, node, running, root>>

ClearUnregisters(t, f) == Clears(t, f, None, None, ending)
ClearTakesTheLeaf(t, f) == Clears(t, f, None, waiter[f], ending)
ClearRevokesAWake(t, f) ==
  Clears(t, f, leaf[f], waiter[f], [u \in Tasks |-> IF waiter[f] = u /\ ending[u] = "woken" THEN None ELSE ending[u]])
==============================================================================
