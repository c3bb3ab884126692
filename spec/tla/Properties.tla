----------------------------- MODULE Properties -----------------------------
(***************************************************************************)
(* What must hold of every conversation, each claim under the id of the     *)
(* rule that it states.  The claims speak of states and of changes, not of  *)
(* the actions that make them, so that an action that goes wrong is caught. *)
(* Left out: what this level cannot say (see the header of Vocabulary).     *)
(***************************************************************************)
EXTENDS Fanion

----------------------------------------------------------------------------
\* States.

Waiters(e) == Range(queue[e])
BlockedOn(e) == SelectSeq(queue[e], LAMBDA t : ending[t] = {})
Places(t) ==
  Cardinality({p \in {"running", "ready", "due", "blocked"} :
    CASE p = "running" -> t = running
      [] p = "ready" -> t \in Range(ready)
      [] p = "due" -> t \in due
      [] p = "blocked" -> Blocked(t)})

\* LOP-1: a live task is at one place, and no other task is anywhere.
EveryTaskIsAtOnePlace == running # Over => \A t \in Tasks : Places(t) = IF t \in live THEN 1 ELSE 0

\* EVT-10, CAN-1: no task is queued twice, on one object or on two.
NoTaskIsQueuedTwice ==
  /\ \A i, j \in DOMAIN ready : ready[i] = ready[j] => i = j
  /\ \A t \in Tasks :
       Cardinality({<<e, i>> \in Events \X (1 .. Cardinality(Tasks)) : i \in DOMAIN queue[e] /\ queue[e][i] = t})
         + Cardinality({f \in Flags : waiter[f] = t}) <= 1

\* No task vanishes: a blocked task waits for something that can still come.
BlockedTasksWaitForSomething ==
  \A t \in Tasks : Blocked(t) =>
    \/ t \in timed
    \/ \E e \in Events : t \in Waiters(e)
    \/ \E f \in Flags : waiter[f] = t

\* EVT-14: an event that is set has no blocked waiter.
SetEventHasNoBlockedWaiter == \A e \in Events : set[e] => BlockedOn(e) = <<>>

\* CAN-1, FLG-10: nobody is registered whose wait is over; a flag's waiter is one that has not left.
OnlyWaitingTasksAreQueued ==
  /\ \A e \in Events : \A t \in Waiters(e) : t \in live /\ t # running /\ ending[t] \subseteq {"timeout"}
  /\ \A f \in Flags : waiter[f] # None => waiter[f] \in live \ {running}

\* CAN-2: a cancelled wait ends as cancelled.
CancelledWaitsEndAsCancelled ==
  (CancelAfterSet = "cancelled" /\ LimitedWait = "direct") =>
    \A t \in Tasks : "cancelled" \in ending[t] => ending[t] = {"cancelled"}

\* CAN-5: only a wait with a limit, or a sleep, has a place that nothing fixes.
OnlyTimePutsATaskOutOfOrder == due # {} => "timeout" \in Features

\* LOP-6: while the run goes on, somebody can still be woken, or the loop can say that nobody can.
NothingIsStuckSilently == running # Over => Answerable

----------------------------------------------------------------------------
\* Changes.

IsPrefix(s, u) == Len(s) <= Len(u) /\ SubSeq(u, 1, Len(s)) = s
Tail2(s, n) == SubSeq(s, n + 1, Len(s))
TimeStops == due = {} /\ timed = {}

\* EVT-1, FLG-1: new objects are clear.
NewObjectsAreClear == (\A e \in Events : ~set[e]) /\ (\A f \in Flags : ~raised[f])

\* EVT-2: a set makes exactly the blocked waiters ready, in their order, behind those already ready; none runs before it returns.
SetWakesAllInOrder == [][
  running' # Over => \A e \in Events : (~set[e] /\ set'[e]) =>
    /\ queue'[e] = <<>>
    /\ running' = running
    /\ IsPrefix(ready, ready')
    /\ (LimitedWait = "direct" => Tail2(ready', Len(ready)) = BlockedOn(e))
    /\ \A t \in Waiters(e) : "woken" \in ending'[t]
    /\ \A t \in Tasks \ Waiters(e) : ending'[t] = ending[t]
  ]_vars

\* EVT-3: an event stays set until it is cleared.
EventStaysSetUntilCleared == [][
  \A e \in Events : (set[e] /\ ~set'[e]) => running' = Over \/ \E t \in Tasks : EventClear(t, e)
  ]_vars

\* EVT-4: only a set sets an event.
OnlySetSetsAnEvent == [][\A e \in Events : (~set[e] /\ set'[e]) => \E t \in Tasks : EventSet(t, e)]_vars

\* EVT-5: clearing an event changes that event and nothing else.
ClearTouchesNoTask == [][
  \A e \in Events : (set[e] /\ ~set'[e]) => running' = Over \/ UNCHANGED <<loopVars, queue, flagVars>>
  ]_vars

\* EVT-6, EVT-7: a task joins an event's queue, at its end, only while the event is clear.
WaitBlocksOnlyOnAClearEvent == [][
  \A e \in Events : \A t \in Tasks : (t \notin Waiters(e) /\ t \in Range(queue'[e])) =>
    ~set[e] /\ queue'[e] = Append(queue[e], t)
  ]_vars

\* EVT-6: a wait on a set event is answered in the same turn.
WaitOnASetEventReturnsAtOnce == [][
  WaitOnSet = "immediate" => \A t \in Tasks, e \in Events : EventWaitYields(t, e, FALSE) => FALSE
  ]_vars

\* EVT-7: a blocked task stays blocked until a set, a notice, a cancellation or its time.
BlockedUntilWoken == [][
  running' # Over => \A t \in Tasks : Blocked(t) =>
    \/ ending'[t] = {}
    \/ "woken" \in ending'[t] /\ \E e \in Events : t \in Waiters(e) /\ set'[e]
    \/ "woken" \in ending'[t] /\ \E f \in Flags : waiter[f] = t /\ raised[f]
    \/ "woken" \in ending'[t] /\ \E o \in Events \cup Flags : starting[t] = o
    \/ ending'[t] = {"cancelled"}
    \/ ending'[t] \subseteq {"ok", "timeout"} /\ t \in timed \ timed'
  ]_vars

\* EVT-8, FLG-8: nothing takes a wake-up back but a cancellation, or a limit that has passed.
NoWakeIsTakenBack == [][
  running' # Over => \A t \in Tasks : ("woken" \in ending[t] /\ running' # t) =>
    \/ "woken" \in ending'[t]
    \/ CancelAfterSet = "cancelled" /\ ending'[t] = {"cancelled"}
  ]_vars

\* EVT-9, EVT-12: a request touches one event or one flag at the most.
ObjectsAreIndependent == [][
  running' # Over =>
    /\ Cardinality({e \in Events : set'[e] # set[e]}) + Cardinality({f \in Flags : raised'[f] # raised[f]}) <= 1
    /\ Cardinality({e \in Events : queue'[e] # queue[e]}) <= 1
  ]_vars

\* CAN-1, CAN-3: a cancellation takes one task off one queue; the others and their order, and every object, stay.
CancelTouchesOneTask == [][
  \A t, u \in Tasks : Cancel(t, u) =>
    /\ \A v \in Tasks \ {u} : ending'[v] = ending[v]
    /\ \A e \in Events : queue'[e] = Without(queue[e], u)
    /\ UNCHANGED <<set, raised, running, live>>
    /\ Without(ready', u) = Without(ready, u)
    /\ u \in Range(ready) => ready' = ready
    /\ Blocked(u) /\ ~Wrapped(u) => ready' = Append(ready, u)
    /\ CancelAfterSet = "cancelled" /\ LimitedWait = "direct" => ending'[u] = {"cancelled"}
  ]_vars

\* CAN-4: a task's suspension ends as something that happened to it, once.
EndingsAreConsumed == [][\A t \in Tasks : (running # t /\ running' = t) => \E r \in ending[t] : Resume(t, r)]_vars

\* CAN-5, CAN-2, FLG-5, FLG-6: a signal goes only with a return of wait, or by clear.
SignalsAreConsumedOnlyByReturns == [][
  running' # Over => \A f \in Flags : (raised[f] /\ ~raised'[f]) =>
    \/ \E t \in Tasks : waiter[f] = t /\ running' = t /\ "woken" \in ending[t] /\ waiter'[f] = None
    \/ \E t \in Tasks : FlagClear(t, f)
    \/ \E t \in Tasks : FlagStorm(t, f)
    \/ waiter[f] = None /\ running # None /\ UNCHANGED <<running, taskVars>>
    \/ LimitedWait = "wrapped"
  ]_vars

\* FLG-5, FLG-6: a return of wait leaves the flag clear.
ReturnsConsume == [][
  \A t \in Tasks, f \in Flags :
    (waiter[f] = t /\ Resume(t, "woken") /\ LimitedWait = "direct") \/ FlagWaitReturns(t, f, FALSE) => ~raised'[f]
  ]_vars

\* CAN-2, CAN-5: a wait that ends otherwise keeps the signal.
OtherEndingsKeepTheSignal == [][
  \A t \in Tasks, f \in Flags, r \in {"cancelled", "timeout"} : Resume(t, r) => raised'[f] = raised[f]
  ]_vars

\* FLG-7: a set with nobody waiting is kept.
SetIsKept == [][\A t \in Tasks, f \in Flags : FlagSet(t, f) \/ FlagInterrupt(t, f) => raised'[f]]_vars

\* FLG-8: clearing a flag changes no task and no registration.
FlagClearTouchesNoTask == [][
  \A t \in Tasks, f \in Flags : FlagClear(t, f) => ~raised'[f] /\ UNCHANGED <<loopVars, eventVars, waiter>>
  ]_vars

\* FLG-9: a waiter leaves by running again; nobody replaces it.
WaitersAreNotReplaced == [][
  running' # Over => \A f \in Flags : (waiter[f] # None /\ waiter'[f] # waiter[f]) => waiter'[f] = None /\ running' = waiter[f]
  ]_vars

\* LOP-1: a turn ends by its own task; the ready queue is a queue.
ReadyTasksKeepTheirOrder == [][
  (running' # Over /\ WakeOrder = "fifo" /\ TimeStops) =>
    \/ IsPrefix(ready, ready')
    \/ running = None /\ ready # <<>> /\ running' = Head(ready) /\ ready' = Tail(ready)
  ]_vars

\* LOP-1: while a task runs, nobody else begins to.
TurnsDoNotOverlap == [][(running \in Tasks /\ running' # running) => running' \in {None, Over}]_vars

\* LOP-2: a yield puts the task behind every ready task.
YieldGivesEverybodyATurn == [][
  \A t \in Tasks : Yield(t) => ready'[Len(ready')] = t /\ IsPrefix(ready, ready')
  ]_vars

\* LOP-5: the run ends with the main task, or with the report that nothing can wake it.
RunEndsWithMain == [][(running # Over /\ running' = Over) => running = Main \/ Report]_vars

----------------------------------------------------------------------------
\* In the end.  Each holds if tasks suspend again and again: that is theirs, not the loop's.

TurnsEnd == []<>(running \notin Tasks)

Gone(t) == running = t \/ "cancelled" \in ending[t] \/ t \notin live

\* EVT-2: a woken waiter runs.
WokenTasksRun == TurnsEnd => \A t \in Tasks : ("woken" \in ending[t]) ~> Gone(t)

\* FLG-4, LOP-3: the waiter of a flag that stays set runs, also if other tasks keep the loop busy.
SetFlagsWakeTheirWaiter == TurnsEnd =>
  \A t \in Tasks, f \in Flags : (waiter[f] = t /\ raised[f]) ~> (Gone(t) \/ ~raised[f])

\* LOP-1: every ready task gets its turn.
ReadyTasksRun == TurnsEnd => \A t \in Tasks : (t \in Range(ready)) ~> (running = t \/ running = Over)

\* LOP-6: a loop that nothing can wake ends.
DeadlockIsReported == (running = None /\ Stuck) ~> (running = Over)
=============================================================================
