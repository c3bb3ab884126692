----------------------------- MODULE LoopChanges -----------------------------
(****************************************************************************)
(* What must hold of every turn: who runs next, and how runs end.  The      *)
(* claims are made as in Changes.                                           *)
(* Left out: the order of deadlines, since time has no length here; and as  *)
(* in Properties.                                                           *)
(****************************************************************************)
EXTENDS Changes

\* LOP-1: the ready queue is a queue; but those who have yielded may be passed over (Yields "idle").
ReadyTasksKeepTheirOrder == [][
  (GoesOn /\ WakeOrder \in {"fifo", "group"}) =>
    \/ IsPrefix(ready, ready')
    \/ IsNext(running') /\ ready' = Without(ready, running')
    \/ \E t \in due' \ due : t \in timed \ timed' /\ ready' = Without(ready, t)
    \/ \E t \in Range(ready) : AfterWake = "limited" /\ ending'[t] = {"cancelled"} /\ ready' = Append(Without(ready, t), t)
    \/ cancels # <<>> /\ cancels' = Tail(cancels) /\ IsNext(Cancelling)
         /\ ready' = <<Head(cancels)>> \o Without(WithoutFirst(ready, Cancelling), Head(cancels))
    \/ WaitOnSet = "behind" /\ IsAmong(ready, ready')
    \/ \E t \in live \ live' : ready' = WithoutCancelsOf(t)
    \/ passing' # passing /\ UNCHANGED <<running, ending>>
         /\ \E t \in Range(ready) : IsNext(t) /\ ready' = Append(Without(ready, t), t)
  ]_vars

\* CAN-1, CAN-3: where cancellations are queued, each has a turn behind those who were ready, touches nothing before, and in it
\* reaches its task wherever that is suspended; two are two.
QueuedCancelsHaveTheirTurns == [][
  (GoesOn /\ CancelDelivery = "queued") =>
    /\ \A t, u \in Tasks : Cancel(t, u) =>
         /\ ready' = Append(ready, Cancelling) /\ cancels' = Append(cancels, u)
         /\ UNCHANGED <<running, live, due, ending, timed, eventVars, flagVars>>
    /\ (cancels' # cancels /\ live' = live /\ running = None) => \E u \in Range(cancels) :
         /\ cancels' = WithoutFirst(cancels, u) /\ ending'[u] = {"cancelled"} /\ Head(ready') = u
         /\ IF WakeOrder \in {"fifo", "group"} THEN u = Head(cancels) /\ IsNext(Cancelling) ELSE u \in round'
    /\ \A t \in Tasks : Becomes(t, "cancelled") => t \in Range(cancels) /\ cancels' = WithoutFirst(cancels, t)
  ]_vars

\* EVT-6: where a wait on a set event goes behind those whom the event has woken, it is directly behind them, in front of all
\* others; but whoever has done so waits, if he does it again, until they all have run.
WaitsGoBehindTheWoken == [][
  \A t \in Tasks, e \in Events, limited \in BOOLEAN : (WaitOnSet = "behind" /\ EventWaitYields(t, e, limited)) =>
    /\ Without(ready', t) = ready
    /\ IF t \in joined[e] THEN t \in later'[e]
       ELSE \E i \in DOMAIN ready' :
         /\ ready'[i] = t
         /\ \A j \in DOMAIN ready' : ready'[j] \in called[e] \cup joined[e] /\ "woken" \in ending[ready'[j]] => j < i
         /\ i > 1 => ready'[i - 1] \in called[e] \cup joined[e]
  ]_vars

\* LOP-1: while a task runs, no other task begins to run; the task stops by an operation that suspends it.
TurnsDoNotOverlap == [][(running \in Tasks /\ running' # running) => running' \in {None, Over}]_vars

\* LOP-1, EVT-9: a new task is ready, behind the others; it has not run, and does not wait.
NewTasksAreReady == [][
  \A u \in live' \ live :
    running' = running /\ ready' = Append(ready, u) /\ ending'[u] = {"started"} /\ UNCHANGED <<eventVars, flagVars>>
  ]_vars

\* LOP-2: a yield puts the task behind every ready task.
YieldGivesEverybodyATurn == [][
  \A t \in Tasks : (Suspends(t) /\ "ok" \in ending'[t]) => IsPrefix(ready, ready') /\ ready'[Len(ready')] = t
  ]_vars

\* CAN-3, LOP-2: where a yield is no place for a cancellation, it ends as it would without one.
YieldsAreNotCancelled == [][
  (GoesOn /\ CancelOnYield = "ok") => \A t \in Tasks : ("ok" \in ending[t] /\ running' # t) =>
    "ok" \in ending'[t] /\ (ending'[t] = ending[t] \/ t \in due)
  ]_vars

\* LOP-3: a task's set on a flag with a blocked waiter starts the count of its yields, and each of its yields counts.  After an
\* interrupt's set the first task whose yield ends starts the count.
YieldsAreCounted == [][
  \A f \in Flags :
    /\ (~raised[f] /\ Unnoticed(f)' /\ waiter[f] = waiter'[f] /\ waiter[f] \notin timed /\ ~armed[f]) =>
         patience'[f] = <<running, 0>>
    /\ \A t \in Tasks, n \in 0 .. MaxPatience - 1 :
         (patience[f] = <<t, n>> /\ running # t /\ running' = t /\ ending[t] = {"ok"} /\ ready # <<>> /\ t = Head(ready)) =>
           patience'[f] = <<t, n + 1>>
    /\ \A t \in Tasks :
         (patience[f] = NoPatience /\ Unnoticed(f) /\ waiter[f] \notin timed /\ running # t /\ running' = t /\ ending[t] = {"ok"}
           /\ ready # <<>> /\ t = Head(ready)) => patience'[f] = <<t, 0>>
  ]_vars

\* LOP-3: nothing else counts.  A count begins where no live task has one, with a task's own set, or with the end of a yield; it
\* goes on with the yields of the same task.
OnlyYieldsAreCounted == [][
  \A f \in Flags : (patience'[f] # patience[f] /\ patience'[f] # NoPatience) =>
    /\ \/ running \in Tasks /\ running' = running /\ patience[f][1] \notin live
       \/ running = None /\ running' \in Range(ready) \ due /\ "ok" \in ending[running']
    /\ patience[f][1] \in live => patience[f][1] = running'
    /\ patience'[f] = <<running', IF patience[f][1] \in live THEN patience[f][2] + 1 ELSE 0>>
  ]_vars

\* LOP-3: a count lasts as long as the flag is set and its waiter blocked: no further set ends it.
CountsLast == [][\A f \in Flags : (patience[f] # NoPatience /\ patience'[f] = NoPatience) => ~Unnoticed(f)']_vars

\* LOP-3: at a task's third yield since its set, the waiter is ready and will run before that task.
ThirdYieldFindsTheFlagNoticed == [][
  \A t \in Tasks, f \in Flags : (patience[f] = <<t, MaxPatience>> /\ Unnoticed(f) /\ Suspends(t) /\ "ok" \in ending'[t]) =>
    ending'[waiter[f]] = {"woken"} /\ \E i \in DOMAIN ready' : ready'[i] = waiter[f] /\ i < Len(ready')
  ]_vars

\* LOP-5: a task ends itself and no other; a run that is over stays over.
TasksEndByThemselves == [][
  /\ GoesOn => \A t \in live \ live' :
       /\ Suspends(t) /\ live' = live \ {t} /\ ready' = WithoutCancelsOf(t)
       /\ UNCHANGED <<due, ending, eventVars, flagVars>>
  /\ running # Over
  ]_vars

\* LOP-5, LOP-6: the run ends with the main task, or because nothing can ever wake it.
RunEndsWithMain == [][
  ~GoesOn => running = Main \/ (running = None /\ Stuck /\ OnDeadlock = "reported" /\ "deadlock" \in Features)
  ]_vars
==============================================================================
