------------------------ MODULE FlagAlgorithmMutants ------------------------
(***************************************************************************)
(* Mistakes of the loop and its tasks: actions of FlagLoop and             *)
(* FlagAlgorithm with one thing altered, put in their place by a config.   *)
(* Left out: setters' mistakes, see FlagSettersMutants.                    *)
(***************************************************************************)
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
     /\ loop' = IF hint[root] THEN "begin" ELSE "announce"
     /\ UNCHANGED <<shared, setters, todo, node, running, root, tasks>>
  \/ /\ loop = "announce"
     /\ asleep' = TRUE
     /\ loop' = "park"
     /\ UNCHANGED <<word, leaf, hint, parent, permit, setters, todo, node, running, root, tasks>>

\* The loop sleeps although tasks are ready.
AnnounceThoughTasksAreReady ==
  /\ loop = "look" /\ todo = {}
  /\ asleep' = TRUE
  /\ loop' = "look again"
  /\ UNCHANGED <<word, leaf, hint, parent, permit, setters, todo, node, running, root, tasks>>

----------------------------------------------------------------------------
\* The look.

\* A leaf is lowered when what is below has been looked at.
LookAtNodeFirst(n) ==
  /\ loop = "look" /\ node = None
  /\ n \in todo /\ todo \cap Flags = {}
  /\ CASE hint[n] /\ n = Top -> loop' = "lower" /\ node' = n /\ todo' = todo \ {n}
       [] hint[n] /\ n # Top -> node' = n /\ todo' = todo \cup Below(n) /\ UNCHANGED loop
       [] OTHER -> todo' = todo \ {n} /\ UNCHANGED <<loop, node>>
  /\ UNCHANGED <<shared, setters, running, root, tasks>>
LowerAfterwards(n) ==
  /\ node = n
  /\ loop = (IF n = Top THEN "lower" ELSE "look") /\ todo \cap Flags = {}
  /\ hint' = [hint EXCEPT ![n] = FALSE]
  /\ loop' = "look" /\ node' = None
  /\ todo' = IF n = Top THEN Below(n) ELSE todo \ {n}
  /\ UNCHANGED <<word, leaf, parent, asleep, permit, setters, running, root, tasks>>

Looks(f, wakes, takes) ==
  /\ loop = "look"
  /\ f \in todo
  /\ IF wakes THEN Wakes(waiter[f], "woken") ELSE UNCHANGED <<ending, ready>>
  /\ IF takes THEN Takes(f) ELSE UNCHANGED <<word, setters>>
  /\ todo' = todo \ {f}
  /\ UNCHANGED <<leaf, hint, parent, asleep, permit, loop, node, running, waiter, root>>

\* The signal is consumed when it is noticed, not when the wait returns.
LookAtFlagConsumes(f) == Looks(f, word[f] /\ Blocked(waiter[f]), word[f])

\* A waiter is woken anew at each look.
LookAtFlagWakesAgain(f) == Looks(f, word[f] /\ Len(ready) < 3, FALSE)

\* The hint is taken for the signal.
LookAtFlagUnseeing(f) == Looks(f, Blocked(waiter[f]), FALSE)

\* The loop looks at the flags only when nobody is ready.
YieldWithoutALook(t) ==
  /\ loop = "run" /\ running = t
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ loop' = "look" /\ todo' = {}
  /\ UNCHANGED <<shared, setters, node, waiter, ending, root>>

\* The new node is not raised when the tree grows.
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
  /\ word[f]
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

\* When the flag belongs to a leaf, its word is not looked at again.
WaitBlocksUnseeing(t, f) ==
  /\ loop = "check" /\ running = t /\ waiter[f] = t
  /\ Blocks(t, f)
  /\ UNCHANGED <<shared, setters, node, root, tasks>>

\* The second exchange is a read, and then a write whatever came between.
WaitBlocksByReadAndWrite(t, f) ==
  /\ running = t /\ waiter[f] = t
  /\ \/ /\ loop = "check" /\ ~word[f]
        /\ loop' = "write"
        /\ UNCHANGED <<shared, todo, running>>
     \/ /\ loop = "write"
        /\ word' = [word EXCEPT ![f] = FALSE]
        /\ Blocks(t, f)
        /\ UNCHANGED <<leaf, hint, asleep, permit>>
  /\ UNCHANGED <<parent, setters, node, root, tasks>>

\* A wait that returns late leaves its task as the waiter.
UnregisterHalfWay(t, f) ==
  /\ loop = "unregister" /\ running = t /\ waiter[f] = t
  /\ leaf' = [leaf EXCEPT ![f] = None]
  /\ loop' = "run"
  /\ UNCHANGED <<word, hint, parent, asleep, permit, setters, todo, node, running, root, tasks>>

Left(t, f, takes, unregisters) ==
  /\ loop = "leave" /\ running = t /\ waiter[f] = t
  /\ leaf' = IF unregisters THEN [leaf EXCEPT ![f] = None] ELSE leaf
  /\ IF takes THEN Takes(f) ELSE UNCHANGED <<word, setters>>
  /\ IF ending[t] = "woken"
     THEN loop' = "consume" /\ UNCHANGED <<waiter, ending>>
     ELSE loop' = "run" /\ waiter' = [waiter EXCEPT ![f] = None] /\ ending' = [ending EXCEPT ![t] = None]
  /\ UNCHANGED <<hint, parent, asleep, permit, todo, node, running, ready, root>>

\* A cancelled wait consumes; one whose limit has passed does; it stays registered.
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
  /\ word' = [word EXCEPT ![f] = f \in kept /\ \E s \in stands : Of(s) = f]
  /\ stands' = {s \in stands : Of(s) # f} /\ kept' = kept \ {f}
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ ending' = [ending EXCEPT ![t] = None]
  /\ loop' = "run"
  /\ UNCHANGED <<leaf, hint, parent, asleep, permit, at, todo, node, running, ready, root>>

----------------------------------------------------------------------------
\* clear().

Clears(t, f, where, who, endings) ==
  /\ loop = "run" /\ running = t
  /\ Takes(f)
  /\ leaf' = [leaf EXCEPT ![f] = where]
  /\ waiter' = [waiter EXCEPT ![f] = who]
  /\ ending' = endings
  /\ ready' = SelectSeq(ready, LAMBDA u : ending[u] = endings[u])
  /\ UNCHANGED <<hint, parent, asleep, permit, loop, todo, node, running, root>>

ClearUnregisters(t, f) == Clears(t, f, None, None, ending)
ClearTakesTheLeaf(t, f) == Clears(t, f, None, waiter[f], ending)
ClearRevokesAWake(t, f) ==
  Clears(t, f, leaf[f], waiter[f], [u \in Tasks |-> IF waiter[f] = u /\ ending[u] = "woken" THEN None ELSE ending[u]])
=============================================================================
