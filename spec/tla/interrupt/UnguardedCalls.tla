--------------------------- MODULE UnguardedCalls ----------------------------
(****************************************************************************)
(* The calls of an event without a guard, as MicroPython has them: wait(),  *)
(* set(), clear() and cancel(), one step for each statement, and two for    *)
(* the pop in set(), which reads the first waiter and then takes it off.    *)
(* Where the pop is compiled code, only a hard interrupt or a thread gets   *)
(* between its two steps; a soft interrupt gets between all other steps.    *)
(* Left out: that a queue is a heap, which takes worse harm than a          *)
(* sequence; a pop that finds nothing where a look before it found a task;  *)
(* how a cancelled wait ends.                                               *)
(****************************************************************************)
EXTENDS Naturals, Sequences

CONSTANTS
  Waiters,    \* tasks that call wait()
  Callers,    \* tasks that call set() and clear()
  Cancellers, \* tasks that call cancel()
  Sleepers    \* tasks that sleep when the run begins; the others are ready

Tasks == Waiters \cup Callers \cup Cancellers
Loop == "loop"
Nobody == "nobody"
ASSUME NamesAreDistinct == {Loop, Nobody} \cap Tasks = {}
ASSUME SleepersAreTasks == Sleepers \subseteq Tasks

VARIABLES
  running,   \* who runs: a task, or the loop
  doing,     \* what the loop or the running task has just done, or is doing
  event,     \* "clear" or "set"
  waiting,   \* the event's queue
  ready,     \* the run queue
  linked,    \* tasks that are linked to the event's queue, in it or not
  asleep,    \* tasks that wait for a timer, not for the event
  hand,      \* the task that a set() or cancel() is about to push
  flag       \* "raised" if the interrupt of kind "flag" came and the loop has not yet acted, else "down"

vars == <<running, doing, event, waiting, ready, linked, asleep, hand, flag>>

TypeOK ==
  /\ running \in Tasks \cup {Loop}
  /\ doing \in {"looking", "looked", "sleeping", "running", "tested", "joined", "linked",
                "popping", "read", "popped", "emptied", "removed"}
  /\ event \in {"clear", "set"}
  /\ waiting \in Seq(Tasks) /\ ready \in Seq(Tasks)
  /\ linked \subseteq Tasks
  /\ asleep \subseteq Tasks
  /\ hand \in Tasks \cup {Nobody}
  /\ flag \in {"down", "raised"}

Without(s, t) == SelectSeq(s, LAMBDA u : u # t)
RECURSIVE Sequence(_)
Sequence(S) == IF S = {} THEN <<>> ELSE LET t == CHOOSE t \in S : TRUE IN <<t>> \o Sequence(S \ {t})

\* The loop looks; some tasks are ready, the others sleep; the event is clear, and nobody waits.
Init ==
  /\ running = Loop
  /\ doing = "looking"
  /\ event = "clear"
  /\ waiting = <<>>
  /\ ready = Sequence(Waiters \ Sleepers) \o Sequence(Tasks \ (Waiters \cup Sleepers))
  /\ linked = {}
  /\ asleep = Sleepers
  /\ hand = Nobody
  /\ flag = "down"

Runs(t) == running = t /\ doing = "running"

----------------------------------------------------------------------------
\* wait()

\* The task tests the state and finds it set: wait() returns.
WaitReturns(t) ==
  /\ Runs(t)
  /\ event = "set"
  /\ UNCHANGED vars

\* The task tests the state and finds it clear.
WaitTests(t) ==
  /\ Runs(t)
  /\ event = "clear"
  /\ doing' = "tested"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* The task pushes itself onto the event's queue.
WaitJoins ==
  /\ doing = "tested"
  /\ doing' = "joined"
  /\ waiting' = Append(waiting, running)
  /\ UNCHANGED <<running, event, ready, linked, asleep, hand, flag>>

\* The task links itself to the queue that it is in, for a later cancel().
WaitLinksBack ==
  /\ doing = "joined"
  /\ doing' = "linked"
  /\ linked' = linked \cup {running}
  /\ UNCHANGED <<running, event, waiting, ready, asleep, hand, flag>>

\* The task suspends, and the loop goes on.
WaitSuspends ==
  /\ doing = "linked"
  /\ doing' = "looking"
  /\ running' = Loop
  /\ UNCHANGED <<event, waiting, ready, linked, asleep, hand, flag>>

----------------------------------------------------------------------------
\* set(), clear(), cancel(), and a sleep

\* A task calls set().
SetBegins(t) ==
  /\ Runs(t)
  /\ doing' = "popping"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* set() begins to pop: it reads who is first in the event's queue.
SetReads ==
  /\ doing = "popping"
  /\ waiting # <<>>
  /\ doing' = "read"
  /\ hand' = Head(waiting)
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, flag>>

\* set() ends the pop: it takes that task off the event's queue.
SetTakes ==
  /\ doing = "read"
  /\ doing' = "popped"
  /\ waiting' = Without(waiting, hand)
  /\ UNCHANGED <<running, event, ready, linked, asleep, hand, flag>>

\* set() pushes that task onto the run queue, and removes its link to the event's queue.
SetPushes ==
  /\ doing = "popped"
  /\ doing' = "popping"
  /\ ready' = Append(ready, hand)
  /\ linked' = linked \ {hand}
  /\ hand' = Nobody
  /\ UNCHANGED <<running, event, waiting, asleep, flag>>

\* set() finds the event's queue empty.
SetFindsNobody ==
  /\ doing = "popping"
  /\ waiting = <<>>
  /\ doing' = "emptied"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* set() sets the state, and returns.
SetSetsTheState ==
  /\ doing = "emptied"
  /\ event' = "set"
  /\ doing' = IF running = Loop THEN "looking" ELSE "running"
  /\ UNCHANGED <<running, waiting, ready, linked, asleep, hand, flag>>

\* A task calls clear(): the state is clear.
Clear(t) ==
  /\ Runs(t)
  /\ event' = "clear"
  /\ UNCHANGED <<running, doing, waiting, ready, linked, asleep, hand, flag>>

\* A task calls cancel() on a task that is linked to the event's queue: cancel() removes it from that queue.
CancelRemoves(t, u) ==
  /\ Runs(t)
  /\ u # t
  /\ u \in linked
  /\ doing' = "removed"
  /\ hand' = u
  /\ waiting' = Without(waiting, u)
  /\ UNCHANGED <<running, event, ready, linked, asleep, flag>>

\* cancel() pushes the task onto the run queue, and returns.
CancelPushes ==
  /\ doing = "removed"
  /\ doing' = "running"
  /\ ready' = Append(ready, hand)
  /\ linked' = linked \ {hand}
  /\ hand' = Nobody
  /\ UNCHANGED <<running, event, waiting, asleep, flag>>

\* The task sleeps until some timer ends.
Sleep(t) ==
  /\ Runs(t)
  /\ asleep' = asleep \cup {t}
  /\ running' = Loop
  /\ doing' = "looking"
  /\ UNCHANGED <<event, waiting, ready, linked, hand, flag>>
==============================================================================
