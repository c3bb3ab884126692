--------------------------- MODULE QueueAlgorithm ----------------------------
(****************************************************************************)
(* The reference's events and ready queue (see QueueOperations), with what  *)
(* must hold of its lists between two operations, what each operation       *)
(* means, and that the whole refines AbstractEvent.                         *)
(* Left out: as in QueueOperations.                                         *)
(* QueueAlgorithm.cfg: three tasks, one event, 25,650 states.               *)
(****************************************************************************)
EXTENDS QueueOperations, TLC

\* Tasks are alike, and so are events: TLC looks at one of the states that differ in their names alone.
Alike == Permutations(Tasks) \cup Permutations(Events)

Range(s) == {s[i] : i \in DOMAIN s}
Between == op = Nil

\* In the middle of an operation nobody has seen anything of it yet.
Shown == IF Between THEN Seen ELSE before

Meaning == INSTANCE AbstractEvent
  WITH running <- Shown.running, ready <- Shown.ready, set <- Shown.set,
       waiting <- Shown.waiting, ending <- Shown.ending

----------------------------------------------------------------------------
\* Lists, between two operations.

\* Where a node has a neighbour, the neighbour points back; the rest of a round has no head.
NextAndPrevAgree ==
  Between => \A n \in Nodes :
    /\ n \notin Range(Rest) => (next[n] = Nil <=> prev[n] = Nil)
    /\ next[n] # Nil => prev[next[n]] = n
    /\ prev[n] # Nil => next[prev[n]] = n

\* From each head the list comes back to that head, through tasks only; the rest of a round ends.
ListsAreRings ==
  Between =>
    /\ \A h \in Heads :
         LET tasks == List(h)
             end == IF tasks = <<>> THEN h ELSE tasks[Len(tasks)]
         IN next[end] = h /\ prev[h] = end
    /\ Rest # <<>> => next[Rest[Len(Rest)]] = Nil

All(h) == IF h = Nil THEN Rest ELSE List(h)
Lists(t) == {<<h, i>> \in (Heads \cup {Nil}) \X (1 .. Cardinality(Tasks)) : i \in DOMAIN All(h) /\ All(h)[i] = t}

\* EVT-10, CAN-1: no task is in two lists, or in one twice.
TasksAreInOneListAtMost == Between => \A t \in Tasks : Cardinality(Lists(t)) <= 1

\* EVT-7: no task vanishes: a suspended task is in a list; no other task is linked to anything.
NoTaskVanishes ==
  Between => \A t \in Tasks : IF Suspended(t) THEN Lists(t) # {} ELSE Lists(t) = {} /\ next[t] = Nil

\* Exactly the blocked tasks are in the list of what they joined: the epoch tells the truth (ADR 9).
EpochTellsWhoIsBlocked ==
  Between => \A t \in Tasks : Blocked(t) <=> \E e \in Events : t \in Range(List(e)) /\ joined[t] = e

\* EVT-14: nobody waits for an event that is set.
NobodyWaitsForASetEvent == Between => Meaning!NobodyWaitsForASetEvent

\* EVT-5: a clear cannot leave the event set.
ClearClearsTheEvent == \A t \in Tasks, e \in Events : ~ENABLED (Clear(t, e) /\ set'[e])

----------------------------------------------------------------------------
\* What operations mean.

\* The lists, read as sequences, do what AbstractEvent does, one step for each operation.
RefinesAbstractEvent == Meaning!Steps

\* Each operation is the step of its own name, and of the task and the event that it was called for.
\* Reached by queue-applies: each operation ends somewhere.
OperationsMeanWhatTheySay == [][
  /\ \A t \in Tasks, e \in Events : Wait(t, e) => <<who', list'>> = <<t, e>>
  /\ \A t \in Tasks, e \in Events : Set(t, e) => list' = e
  /\ \A t, u \in Tasks : Cancel(t, u) => who' = u
  /\ (~Between /\ op' = Nil) =>
       CASE op = "wait" -> Meaning!WaitBlocks(who, list)
         [] op = "yield" -> Meaning!Yield(who)
         [] op = "spawn" -> Meaning!Come(who)
         [] op = "set" -> Meaning!Set(running, list)
         [] op = "cancel" -> Meaning!CancelWaiter(running, who) \/ Meaning!CancelReady(running, who)
         [] op = "expire" -> Meaning!TimeOut(who)
         [] op = "round" -> UNCHANGED Shown
         [] op = "run" -> Meaning!Run(who)
  /\ \A t \in Tasks, e \in Events : Clear(t, e) => Meaning!Clear(t, e)
  /\ \A t \in Tasks : Exit(t) => Meaning!Leave(t)
  ]_vars

\* CAN-7, LOP-8: an operation takes each statement once at most, however many tasks wait or are ready.  What a statement
\* costs, and what the wake-up of a flag costs, is not said here.
StatementsGoForward == [][op # Nil => op' = Nil \/ Rank(at') > Rank(at)]_vars

----------------------------------------------------------------------------
\* In the end.

\* EVT-2: a woken waiter runs, if turns end.
WokenTasksRun == Meaning!WokenTasksRun

\* An operation that began ends; its statements have no cycle.
OperationsEnd == op # Nil ~> op = Nil
==============================================================================
