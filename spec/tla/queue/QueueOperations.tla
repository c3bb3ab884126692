--------------------------- MODULE QueueOperations ---------------------------
(****************************************************************************)
(* Events and the ready queue as the reference has them: a set() splices    *)
(* the whole list of waiters, and an epoch tells who was woken.             *)
(* Level: one step for each statement that writes a link (see QueueLinks).  *)
(* One operation at a time is under way, since all of them happen inside    *)
(* the loop.                                                                *)
(* Left out: which waits have a limit (any may time out), sleeps, timers,   *)
(* flags, what awaits a task, and the end of a run.                         *)
(* Implemented by dev.fanion.TaskQueue, Link, Waiter and Event.             *)
(****************************************************************************)
EXTENDS QueueRounds

\* One task runs, no other was spawned; every event is clear (EVT-1); every list is a head that points to itself.
Init ==
  /\ running \in Tasks
  /\ live = {running}
  /\ next = [n \in Nodes |-> IF n \in Heads THEN n ELSE Nil]
  /\ prev = next
  /\ set = [e \in Events |-> FALSE]
  /\ epoch = [e \in Events |-> 0]
  /\ round = Nil
  /\ joined = [t \in Tasks |-> Nil]
  /\ stamp = [t \in Tasks |-> 0]
  /\ how = [t \in Tasks |-> "woken"]
  /\ op = Nil /\ at = Nil /\ who = Nil /\ list = Nil /\ first = Nil /\ last = Nil /\ before = NothingSeen

----------------------------------------------------------------------------
\* What the running task calls.

Calls(t) == op = Nil /\ running = t

\* wait() on a set event returns at once.
WaitReturns(t, e) ==
  /\ Calls(t)
  /\ set[e]
  /\ UNCHANGED vars

\* wait() on a clear event: the task remembers the event and its epoch, and is appended.
Wait(t, e) ==
  /\ Calls(t)
  /\ ~set[e]
  /\ joined' = [joined EXCEPT ![t] = e]
  /\ stamp' = [stamp EXCEPT ![t] = epoch[e]]
  /\ Begin("wait", "find last", t, e)
  /\ UNCHANGED <<running, live, set, round, how>>

\* The task yields its turn: it is appended to the ready queue.
Yield(t) ==
  /\ Calls(t)
  /\ Begin("yield", "find last", t, Ready)
  /\ UNCHANGED rest

\* A new task is appended to the ready queue.
Spawn(t, u) ==
  /\ Calls(t)
  /\ u \notin live
  /\ live' = live \cup {u}
  /\ Begin("spawn", "find last", u, Ready)
  /\ UNCHANGED <<running, set, round, waits>>

\* The task ends; it is in no list.
Exit(t) ==
  /\ Calls(t)
  /\ running' = Nobody
  /\ live' = live \ {t}
  /\ UNCHANGED <<next, prev, set, epoch, round, waits, call>>

\* set(): the state first, then the splice.
Set(t, e) ==
  /\ Calls(t)
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ Begin("set", "look", Nil, e)
  /\ UNCHANGED <<running, live, round, waits>>

\* clear(): the state, and nothing else.
Clear(t, e) ==
  /\ Calls(t)
  /\ set' = [set EXCEPT ![e] = FALSE]
  /\ UNCHANGED <<running, live, next, prev, epoch, round, waits, call>>

\* cancel(): a blocked task moves to the ready queue; a task that was woken keeps its place, and only its ending is written.
Cancel(t, u) ==
  /\ Calls(t)
  /\ Suspended(u)
  /\ Begin("cancel", IF Blocked(u) THEN "skip on" ELSE "note ending", u, Ready)
  /\ UNCHANGED rest

----------------------------------------------------------------------------
\* What the loop does between two turns.

\* A limit passes while the task is still blocked.
Expire(u) ==
  /\ running = Nobody
  /\ Blocked(u)
  /\ how' = [how EXCEPT ![u] = "timeout"]
  /\ Begin("expire", "skip on", u, Ready)
  /\ UNCHANGED <<running, live, set, round, joined, stamp>>

\* A limit passes, but the wait has ended otherwise: nothing happens.
ExpireTooLate(u) ==
  /\ op = Nil
  /\ running = Nobody
  /\ Suspended(u) /\ joined[u] # Nil /\ ~Blocked(u)
  /\ UNCHANGED vars

----------------------------------------------------------------------------
\* How operations end.

End ==
  /\ op' = Nil /\ at' = Nil /\ who' = Nil /\ list' = Nil /\ first' = Nil /\ last' = Nil /\ before' = NothingSeen
  /\ UNCHANGED <<live, next, prev, set, epoch, round>>

\* The turn ends.
Suspend ==
  /\ at = "suspend"
  /\ running' = Nobody
  /\ End
  /\ UNCHANGED waits

\* The ending of the cancelled task is written.
NoteEnding ==
  /\ at = "note ending"
  /\ how' = [how EXCEPT ![who] = "cancelled"]
  /\ End
  /\ UNCHANGED <<running, joined, stamp>>

\* The task that was taken runs, and leaves its wait.
Turn ==
  /\ at = "turn"
  /\ running' = who
  /\ joined' = [joined EXCEPT ![who] = Nil]
  /\ stamp' = [stamp EXCEPT ![who] = 0]
  /\ how' = [how EXCEPT ![who] = "woken"]
  /\ End

\* The caller goes on.
Return ==
  /\ at = "return"
  /\ End
  /\ UNCHANGED <<running, waits>>

Statement == LinkStatement \/ RoundStatement \/ Suspend \/ NoteEnding \/ Turn \/ Return

Next ==
  \/ \E t \in Tasks, e \in Events : WaitReturns(t, e)
  \/ \E t \in Tasks, e \in Events : Wait(t, e)
  \/ \E t \in Tasks : Yield(t)
  \/ \E t, u \in Tasks : Spawn(t, u)
  \/ \E t \in Tasks : Exit(t)
  \/ \E t \in Tasks, e \in Events : Set(t, e)
  \/ \E t \in Tasks, e \in Events : Clear(t, e)
  \/ \E t, u \in Tasks : Cancel(t, u)
  \/ \E u \in Tasks : Expire(u)
  \/ \E u \in Tasks : ExpireTooLate(u)
  \/ BeginRound
  \/ Run
  \/ Statement

Steps == Init /\ [][Next]_vars

\* What is under way goes on, and the loop gives ready tasks their turns.  Nothing is asked of tasks or of time.
StatementsGoOn == WF_vars(Statement)
LoopGoesOn == WF_vars(BeginRound) /\ WF_vars(Run)
Spec == Steps /\ StatementsGoOn /\ LoopGoesOn
==============================================================================
