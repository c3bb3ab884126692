------------------------ MODULE FlagOperationsMutants ------------------------
(****************************************************************************)
(* More mistakes of tasks: operations that do nothing, too much, or are not *)
(* allowed. Most of their steps are steps of the abstract flag, which       *)
(* allows a clear() at any time; so only the claims about operations find   *)
(* them.                                                                    *)
(* Left out: other mistakes, see FlagAlgorithmMutants and FlagLoopMutants.  *)
(****************************************************************************)
EXTENDS FlagLiveness

\* Any wait may be refused.
WaitRefusedByAFreeFlag(t, f) ==
  /\ loop = "run" /\ running = t
  /\ UNCHANGED vars

\* A wait is refused while the first waiter is blocked; later it finds the flag neither free nor taken.
WaitRefusedByTheBlocked(t, f) ==
  /\ loop = "run" /\ running = t
  /\ waiter[f] # None /\ Blocked(waiter[f])
  /\ UNCHANGED vars

\* A wait that is refused takes the signal.
WaitRefusedConsumes(t, f) ==
  /\ loop = "run" /\ running = t
  /\ waiter[f] # None
  /\ Takes(f)
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

\* A wait on a set flag returns at once, also if another task is inside a wait.
WaitReturnsThoughTaken(t, f) ==
  /\ loop = "run" /\ running = t
  /\ raised[f]
  /\ Takes(f)
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

\* A wait on a set flag consumes the signal, and returns a turn later.
WaitReturnsAfterATurn(t, f) ==
  /\ loop = "run" /\ running = t
  /\ waiter[f] = None
  /\ raised[f]
  /\ Takes(f)
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ loop' = "look" /\ todo' = {root}
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, node, waiter, ending, root>>

\* The second look consumes the signal, and the task looks once more: now the wait blocks.
WaitSeesASetAndBlocks(t, f) ==
  /\ loop = "check" /\ running = t /\ waiter[f] = t
  /\ raised[f]
  /\ Takes(f)
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

\* A task may leave its wait also on its way in, with nothing done.
LeaveInBetween(t, f) ==
  /\ running = t /\ waiter[f] = t
  /\ leaf' = [leaf EXCEPT ![f] = None]
  /\ IF ending[t] = "woken"
     THEN loop' = "consume" /\ UNCHANGED <<waiter, ending>>
     ELSE loop' = "run" /\ waiter' = [waiter EXCEPT ![f] = None] /\ ending' = [ending EXCEPT ![t] = None]
  /\ UNCHANGED <<raised, marked, parent, asleep, permit, setters, todo, node, running, ready, root>>

\* A woken task consumes the signal, and never returns from its wait.
ConsumeWithoutAnEnd(t, f) ==
  /\ loop = "consume" /\ running = t /\ waiter[f] = t
  /\ Takes(f)
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ ending' = [ending EXCEPT ![t] = None]
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, loop, todo, node, running, ready, root>>

\* clear() leaves the signal.
ClearIsIgnored(t, f) ==
  /\ loop = "run" /\ running = t
  /\ UNCHANGED vars

\* A flag on which somebody waits cannot be cleared.
ClearOfAFreeFlag(t, f) ==
  /\ loop = "run" /\ running = t /\ waiter[f] = None
  /\ Takes(f)
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

\* clear() unmarks the flag's leaf too; the mark may be there for another flag.
ClearLowersTheLeaf(t, f) ==
  /\ loop = "run" /\ running = t
  /\ Takes(f)
  /\ marked' = [n \in Nodes |-> marked[n] /\ n # leaf[f]]
  /\ UNCHANGED <<leaf, parent, asleep, permit, private>>

\* A cancellation of a waiter that has been woken already does nothing.
CancelForgetsTheWoken(t, u) ==
  /\ loop = "run" /\ running = t
  /\ u # t /\ Inside(u)
  /\ IF Blocked(u) THEN Wakes(u, "cancelled") ELSE UNCHANGED <<ending, ready>>
  /\ UNCHANGED <<shared, setters, loop, todo, node, running, waiter, root>>

\* A waiter that has been woken already cannot be cancelled.
CancelOfTheBlocked(t, u) ==
  /\ loop = "run" /\ running = t
  /\ u # t /\ Inside(u) /\ Blocked(u)
  /\ Wakes(u, "cancelled")
  /\ UNCHANGED <<shared, setters, loop, todo, node, running, waiter, root>>

\* A cancelled task that is ready goes behind the others.
CancelLosesThePlace(t, u) ==
  /\ loop = "run" /\ running = t
  /\ u # t /\ Inside(u)
  /\ ending' = [ending EXCEPT ![u] = "cancelled"]
  /\ ready' = Append(SelectSeq(ready, LAMBDA v : v # u), u)
  /\ UNCHANGED <<shared, setters, loop, todo, node, running, waiter, root>>

\* A task that does not run clears a flag.
ClearByAnybody(t, f) ==
  /\ loop = "run"
  /\ Takes(f)
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

\* A task that is in the middle of a wait clears a flag.
ClearInBetween(t, f) ==
  /\ running = t
  /\ Takes(f)
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

\* A limit passes, and nothing happens.
ExpireIsIgnored(t) ==
  /\ loop = "look" /\ todo = {root}
  /\ Blocked(t)
  /\ UNCHANGED vars
==============================================================================
