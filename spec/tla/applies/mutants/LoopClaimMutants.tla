-------------------------- MODULE LoopClaimMutants ---------------------------
(****************************************************************************)
(* More actions of Events, Loop and Fanion with one conjunct altered, for   *)
(* claims and mistakes that the mutants in ../../mutants leave out.  They   *)
(* are made and used as those are.                                          *)
(* Left out: as in EventMutants and LoopMutants.                            *)
(****************************************************************************)
EXTENDS MCFanion

\* A new event is set.
InitWithASetEvent ==
  /\ running = Main /\ live = {Main} /\ ready = <<>> /\ due = {} /\ timed = {}
  /\ ending = [t \in Tasks |-> {}]
  /\ starting = [t \in Tasks |-> None]
  /\ yielding = {} /\ passing = {} /\ round = {} /\ extra = 0 /\ lateness = [t \in Tasks |-> NoPatience] /\ cancels = <<>>
  /\ called = [e \in Events |-> {}] /\ joined = called /\ later = called
  /\ set = [e \in Events |-> TRUE]
  /\ queue = [e \in Events |-> <<>>]
  /\ raised = [f \in Flags |-> FALSE]
  /\ waiter = [f \in Flags |-> None]
  /\ touched = [f \in Flags |-> FALSE]
  /\ armed = [f \in Flags |-> FALSE]
  /\ handed = {}
  /\ patience = [f \in Flags |-> NoPatience]

----------------------------------------------------------------------------
\* Events.  The action: Wakes(t, e, queue[e]).

Wakes(t, e, woken) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ queue' = [queue EXCEPT ![e] = SelectSeq(@, LAMBDA w : w \notin Range(woken))]
  /\ ready' = ready \o woken
  /\ ending' = [w \in Tasks |-> IF w \in Range(woken) THEN {"woken"} ELSE ending[w]]
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, flagVars>>

EventSetWakesTwo(t, e) == Wakes(t, e, SubSeq(queue[e], 1, IF Len(queue[e]) < 2 THEN Len(queue[e]) ELSE 2))
EventSetWakesAllButTheLast(t, e) ==
  Wakes(t, e, IF Len(queue[e]) < 2 THEN queue[e] ELSE SubSeq(queue[e], 1, Len(queue[e]) - 1))

\* A set in an interrupt is refused only where it would do something.
EventUnsafeSetOnASetEvent(t, e) ==
  /\ running = t
  /\ "guard" \in Features
  /\ UnsafeSet = "refused"
  /\ ~set[e]
  /\ UNCHANGED vars

\* The environment lets a task wait where no answer will come.
EventWaitBlocksUnanswered(t, e, limited) ==
  /\ running = t
  /\ ~limited
  /\ ~set[e]
  /\ running' = None
  /\ queue' = [queue EXCEPT ![e] = Append(@, t)]
  /\ UNCHANGED <<taskVars, set, flagVars>>

\* An inner task finds the event clear, and does not join the queue.
EventWaitBeginsNowhere(t, e) ==
  /\ starting[t] = e
  /\ ~set[e]
  /\ starting' = [starting EXCEPT ![t] = None]
  /\ UNCHANGED <<running, live, ready, due, ending, timed, turnVars, eventVars, flagVars>>

----------------------------------------------------------------------------
\* Tasks.  The action: Spawns(t, u, Append(ready, u), queue).

Spawns(t, u, order, queues) ==
  /\ running = t
  /\ u \notin live
  /\ live' = live \cup {u}
  /\ ready' = order
  /\ queue' = queues
  /\ ending' = [ending EXCEPT ![u] = {"started"}]
  /\ UNCHANGED <<running, due, timed, starting, turnVars, set, flagVars>>

SpawnGoesFirst(t, u) == Spawns(t, u, <<u>> \o ready, queue)

\* A task joins an event's queue when it is created, not when its wait runs.
SpawnJoinsTheQueue(t, u) == Spawns(t, u, Append(ready, u), [e \in Events |-> Append(queue[e], u)])

\* A yield is a sleep.
YieldSleeps(t) ==
  /\ running = t
  /\ running' = None
  /\ timed' = timed \cup {t}
  /\ UNCHANGED <<live, ready, due, ending, starting, turnVars, eventVars, flagVars>>

\* A sleep is asked of an implementation that did not declare time limits.
SleepIsAskedAnyway(t) ==
  /\ running = t
  /\ running' = None
  /\ timed' = timed \cup {t}
  /\ UNCHANGED <<live, ready, due, ending, starting, turnVars, eventVars, flagVars>>

\* A task that ends takes the blocked ones with it.
ExitEndsTheBlocked(t) ==
  /\ running = t
  /\ IF t = Main
     THEN Finish
     ELSE LET gone == {t} \cup {u \in live \ {Main} : Blocked(u)} IN
          /\ running' = None
          /\ live' = live \ gone
          /\ queue' = [e \in Events |-> SelectSeq(queue[e], LAMBDA u : u \notin gone)]
          /\ waiter' = [f \in Flags |-> IF waiter[f] \in gone THEN None ELSE waiter[f]]
          /\ UNCHANGED <<ready, due, ending, timed, starting, turnVars, set, raised, touched, armed, patience, handed>>
          /\ Answerable'

----------------------------------------------------------------------------
\* Cancellation.  The action: Cancels(t, u, {u}, {"cancelled"}, set), where waits have no limit.

Cancels(t, u, hit, result, states) ==
  /\ running = t
  /\ "cancel" \in Features
  /\ u \in live \ {t, Main}
  /\ "started" \notin ending[u]
  /\ ending' = [v \in Tasks |-> IF v \in hit THEN result ELSE ending[v]]
  /\ \E order \in Orders({v \in hit : Blocked(v)}) : ready' = ready \o order
  /\ queue' = [e \in Events |-> SelectSeq(queue[e], LAMBDA v : v \notin hit)]
  /\ set' = states
  /\ FlagDisturb(u)
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars>>

CancelWakesEverybody(t, u) ==
  Cancels(t, u, {u} \cup {v \in Tasks : \E e \in Events : {u, v} \subseteq Waiters(e)}, {"cancelled"}, set)
CancelSetsTheEvent(t, u) == Cancels(t, u, {u}, {"cancelled"}, [e \in Events |-> set[e] \/ u \in Waiters(e)])
CancelLeavesBothOpen(t, u) == Cancels(t, u, {u}, ending[u] \cup {"cancelled"}, set)

\* The cancelled task is told that it was woken.
CancelWakes(t, u) == Cancels(t, u, {u}, {"woken"}, set)

----------------------------------------------------------------------------
\* Turns.  The action: Resumes(t, r, Without(ready, t), {}, queue without t).

Resumes(t, r, order, left, queues) ==
  /\ running = None
  /\ MayRun(t)
  /\ r \in ending[t]
  /\ running' = t
  /\ FlagLeave(t, r)
  /\ ready' = order
  /\ due' = due \ {t}
  /\ timed' = timed \ {t}
  /\ ending' = [ending EXCEPT ![t] = left]
  /\ queue' = queues
  /\ UNCHANGED <<live, starting, turnVars, set>>

Gone(t) == [e \in Events |-> Without(queue[e], t)]
ResumeKeepsTheTaskReady(t, r) == Resumes(t, r, ready, {}, Gone(t))
ResumeTellsTwice(t, r) == Resumes(t, r, Without(ready, t), ending[t], Gone(t))
ResumeLeavesTheWaiterBehind(t, r) == Resumes(t, r, Without(ready, t), {}, queue)

\* A result that nobody knows.
ExpireSaysSomethingElse(t) ==
  /\ t \in timed
  /\ timed' = timed \ {t}
  /\ due' = due \cup {t}
  /\ ready' = Without(ready, t)
  /\ ending' = [ending EXCEPT ![t] = @ \cup {"expired"}]
  /\ starting' = [starting EXCEPT ![t] = None]
  /\ FlagDisturb(t)
  /\ UNCHANGED <<running, live, turnVars, eventVars>>
==============================================================================
