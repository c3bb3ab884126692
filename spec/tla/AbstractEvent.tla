---------------------------- MODULE AbstractEvent ----------------------------
(****************************************************************************)
(* The smallest meaning of events and a queue of ready tasks: sequences,    *)
(* and each operation one step.  An algorithm of lists and epochs, or a     *)
(* richer loop, shows by a refinement mapping to this module that it means  *)
(* the same.                                                                *)
(* Left out: how anything is done; flags; a limit's length.  A task that    *)
(* waits for something else is nowhere.                                     *)
(* Refined by queue/QueueAlgorithm and FanionEvents.                        *)
(* AbstractEvent.cfg: three tasks, two events, 2,429 states.                *)
(****************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Tasks,   \* names of tasks
  Events   \* names of events

Nobody == "none"  \* no task runs, nothing to be told
Over == "over"    \* the run has ended
ASSUME NamesAreDistinct == Tasks \cap Events = {} /\ {Nobody, Over} \cap Tasks = {}

VARIABLES
  running,  \* the task that runs; Nobody between two turns; Over when the run has ended
  ready,    \* tasks that will run, in the order in which they became ready
  set,      \* for each event, whether it is set
  waiting,  \* for each event its waiters, in the order in which they began to wait
  ending    \* what each ready task will be told when it runs; Nobody for every other task

vars == <<running, ready, set, waiting, ending>>

Range(s) == {s[i] : i \in DOMAIN s}
Without(s, t) == SelectSeq(s, LAMBDA u : u # t)
Waits(t) == \E e \in Events : t \in Range(waiting[e])
Told == {"ok", "woken", "cancelled", "timeout"}

TypeOK ==
  /\ running \in Tasks \cup {Nobody, Over}
  /\ ready \in Seq(Tasks)
  /\ set \in [Events -> BOOLEAN]
  /\ waiting \in [Events -> Seq(Tasks)]
  /\ ending \in [Tasks -> Told \cup {Nobody}]

\* One task runs, the others are nowhere; every event is clear (EVT-1).
Init ==
  /\ running \in Tasks
  /\ ready = <<>>
  /\ set = [e \in Events |-> FALSE]
  /\ waiting = [e \in Events |-> <<>>]
  /\ ending = [t \in Tasks |-> Nobody]

----------------------------------------------------------------------------
\* What the running task does.

\* set(): every waiter becomes ready, in their order, behind those already ready (EVT-2).
Set(t, e) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ waiting' = [waiting EXCEPT ![e] = <<>>]
  /\ ready' = ready \o waiting[e]
  /\ ending' = [u \in Tasks |-> IF u \in Range(waiting[e]) THEN "woken" ELSE ending[u]]
  /\ UNCHANGED running

\* clear(): touches no task (EVT-5).
Clear(t, e) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = FALSE]
  /\ UNCHANGED <<running, ready, waiting, ending>>

\* wait() on a set event returns at once (EVT-6).
WaitReturns(t, e) ==
  /\ running = t
  /\ set[e]
  /\ UNCHANGED vars

\* wait() on a clear event: the task is the last to wait, and its turn ends (EVT-7).
WaitBlocks(t, e) ==
  /\ running = t
  /\ ~set[e]
  /\ running' = Nobody
  /\ waiting' = [waiting EXCEPT ![e] = Append(@, t)]
  /\ UNCHANGED <<ready, set, ending>>

\* The turn ends, and the task is the last of the ready ones (LOP-2).
Yield(t) ==
  /\ running = t
  /\ running' = Nobody
  /\ ready' = Append(ready, t)
  /\ ending' = [ending EXCEPT ![t] = "ok"]
  /\ UNCHANGED <<set, waiting>>

\* Task u leaves the event that it waits for, at once, and is the last of the ready ones.
Withdraw(u, why) ==
  /\ waiting' = [e \in Events |-> Without(waiting[e], u)]
  /\ ready' = Append(ready, u)
  /\ ending' = [ending EXCEPT ![u] = why]
  /\ UNCHANGED <<running, set>>

\* A waiter is cancelled (CAN-1).
CancelWaiter(t, u) ==
  /\ running = t
  /\ Waits(u)
  /\ Withdraw(u, "cancelled")

\* A ready task is cancelled: it keeps its place (CAN-2, CAN-3).
CancelReady(t, u) ==
  /\ running = t
  /\ u \in Range(ready)
  /\ ending' = [ending EXCEPT ![u] = "cancelled"]
  /\ UNCHANGED <<running, ready, set, waiting>>

\* The turn ends, and the task is nowhere: it has ended, or waits for something other than an event.
Leave(t) ==
  /\ running = t
  /\ running' = Nobody
  /\ UNCHANGED <<ready, set, waiting, ending>>

\* The run ends, whoever waits; everything is thrown away (LOP-5, LOP-6).
End ==
  /\ running' = Over
  /\ ready' = <<>>
  /\ set' = [e \in Events |-> FALSE]
  /\ waiting' = [e \in Events |-> <<>>]
  /\ ending' = [t \in Tasks |-> Nobody]

----------------------------------------------------------------------------
\* What happens to tasks.

\* A task that was nowhere becomes ready: it is new, or something else woke it.
Come(u) ==
  /\ running # Over
  /\ u # running /\ ending[u] = Nobody /\ ~Waits(u)
  /\ ready' = Append(ready, u)
  /\ ending' = [ending EXCEPT ![u] = "ok"]
  /\ UNCHANGED <<running, set, waiting>>

\* A waiter's limit passes (CAN-5).
TimeOut(u) ==
  /\ running = Nobody
  /\ Waits(u)
  /\ Withdraw(u, "timeout")

\* The first of the ready tasks runs, and is told how its wait ended (LOP-1).
Run(t) ==
  /\ running = Nobody
  /\ ready # <<>> /\ t = Head(ready)
  /\ running' = t
  /\ ready' = Tail(ready)
  /\ ending' = [ending EXCEPT ![t] = Nobody]
  /\ UNCHANGED <<set, waiting>>

Next ==
  \/ \E t \in Tasks, e \in Events : Set(t, e)
  \/ \E t \in Tasks, e \in Events : Clear(t, e)
  \/ \E t \in Tasks, e \in Events : WaitReturns(t, e)
  \/ \E t \in Tasks, e \in Events : WaitBlocks(t, e)
  \/ \E t \in Tasks : Yield(t)
  \/ \E t, u \in Tasks : CancelWaiter(t, u)
  \/ \E t, u \in Tasks : CancelReady(t, u)
  \/ \E t \in Tasks : Leave(t)
  \/ End
  \/ \E u \in Tasks : Come(u)
  \/ \E u \in Tasks : TimeOut(u)
  \/ \E t \in Tasks : Run(t)

Steps == Init /\ [][Next]_vars

\* The loop goes on while somebody is ready.  Nothing is asked of tasks or of time.
LoopGoesOn == WF_vars(\E t \in Tasks : Run(t))
Spec == Steps /\ LoopGoesOn

----------------------------------------------------------------------------
Places(t) ==
  Cardinality({i \in DOMAIN ready : ready[i] = t})
    + Cardinality({<<e, i>> \in Events \X (1 .. Cardinality(Tasks)) : i \in DOMAIN waiting[e] /\ waiting[e][i] = t})
    + (IF running = t THEN 1 ELSE 0)

\* EVT-10, CAN-1: no task is at two places, or at one twice.
TasksAreAtOnePlace == \A t \in Tasks : Places(t) <= 1

\* EVT-14: nobody waits for an event that is set.
NobodyWaitsForASetEvent == \A e \in Events : set[e] => waiting[e] = <<>>

\* CAN-4: a task has something to be told if and only if it is ready.
ReadyTasksHaveAnEnding == \A t \in Tasks : ending[t] # Nobody <=> t \in Range(ready)

\* EVT-2, EVT-4, EVT-5: the running task can set and clear any event; after a set the event is set, after a clear it is clear.
SetsAndClearsDoWhatTheySay ==
  \A e \in Events : running \in Tasks =>
    /\ ENABLED Set(running, e) /\ ~ENABLED (Set(running, e) /\ ~set'[e])
    /\ ENABLED Clear(running, e) /\ ~ENABLED (Clear(running, e) /\ set'[e])

\* EVT-6, EVT-7: a wait returns at once if the event is set, and else the task joins those who wait.  CAN-2: who is cancelled
\* while ready is told so.  LOP-1: whoever leaves does not run.
OperationsDoWhatTheySay ==
  \A t \in Tasks, e \in Events :
    /\ ENABLED WaitReturns(t, e) <=> (running = t /\ set[e])
    /\ ENABLED WaitBlocks(t, e) <=> (running = t /\ ~set[e])
    /\ ~ENABLED (WaitBlocks(t, e) /\ t \notin Range(waiting'[e]))
    /\ \A u \in Tasks : ~ENABLED (CancelReady(t, u) /\ ending'[u] # "cancelled")
    /\ ~ENABLED (Leave(t) /\ running' = t)

\* LOP-5: nothing of a run outlives it ...
NothingOutlivesTheRun ==
  running = Over =>
    ready = <<>> /\ (\A e \in Events : ~set[e] /\ waiting[e] = <<>>) /\ (\A t \in Tasks : ending[t] = Nobody)

\* ... and a run that is over stays over.
RunsStayOver == [][running # Over]_vars

\* EVT-1: a new event is clear.  (Of the first state only, so it is listed among the PROPERTIES.)
NewEventsAreClear == \A e \in Events : ~set[e]

Becomes(u, r) == ending[u] # r /\ ending'[u] = r

\* EVT-2, EVT-7, EVT-8: nobody is woken but by a set of the event that it waits for.  CAN-1, CAN-2, CAN-3: only who waits or is
\* ready is cancelled, by a task that runs.  CAN-5: only a wait times out.  LOP-1: "ok" is for whoever was neither.
EndingsHaveCauses == [][
  \A u \in Tasks :
    /\ Becomes(u, "woken") => \E e \in Events : u \in Range(waiting[e]) /\ ~set[e] /\ set'[e]
    /\ Becomes(u, "cancelled") => running \in Tasks \ {u} /\ (Waits(u) \/ u \in Range(ready))
    /\ Becomes(u, "timeout") => running = Nobody /\ Waits(u)
    /\ Becomes(u, "ok") => ~Waits(u) /\ u \notin Range(ready)
  ]_vars

\* EVT-2, CAN-1, CAN-3, LOP-1, LOP-2: whoever becomes ready is behind all others, and the first of the ready runs; all waiters
\* of one set become ready in their order.
ReadyIsAQueue == [][
  running' = Over \/
    /\ IF running = Nobody /\ running' # Nobody
       THEN running' = Head(ready) /\ ready' = Tail(ready)
       ELSE Len(ready') >= Len(ready) /\ SubSeq(ready', 1, Len(ready)) = ready
    /\ \A e \in Events : (~set[e] /\ set'[e]) => ready' = ready \o waiting[e] /\ waiting'[e] = <<>>
  ]_vars

\* EVT-7, EVT-9: whoever begins to wait is the last; EVT-5, CAN-1: a waiter goes only when it becomes ready, out of any place.
WaitingIsAQueue == [][
  running' = Over \/ \A e \in Events :
    \/ waiting'[e] = waiting[e]
    \/ running \in Tasks /\ running' = Nobody /\ waiting'[e] = Append(waiting[e], running)
    \/ waiting'[e] = <<>> /\ ~set[e] /\ set'[e]
    \/ \E u \in Range(ready') : u \notin Range(ready) /\ waiting'[e] = Without(waiting[e], u) /\ UNCHANGED set
  ]_vars

\* EVT-3, EVT-5, EVT-12: an event changes by the running task's set or clear of it, and no other event then.
EventsChangeOneByOne == [][
  running' = Over \/ set' = set \/
    \E e \in Events : running \in Tasks /\ running' = running /\ set' = [set EXCEPT ![e] = ~@]
  ]_vars

\* LOP-1: a task runs until it suspends.
TurnsDoNotOverlap == [][(running \in Tasks) => running' \in {running, Nobody, Over}]_vars

\* EVT-2: a woken waiter runs, if turns end.
WokenTasksRun ==
  []<>(running \notin Tasks) => \A t \in Tasks : (ending[t] = "woken") ~> (running \in {t, Over})
==============================================================================
