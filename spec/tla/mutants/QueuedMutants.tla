---------------------------- MODULE QueuedMutants ----------------------------
(****************************************************************************)
(* What the sides CancelDelivery "queued" and WaitOnSet "behind" must not   *)
(* allow: actions and operators of Cancels, Events and Loop with one        *)
(* conjunct altered.  They are made and used as those of EventMutants.      *)
(* Left out: as in EventMutants.                                            *)
(****************************************************************************)
EXTENDS MCFanion

----------------------------------------------------------------------------
\* Requests.  The action: Queues(t, u, Append(ready, Cancelling), Append(cancels, u)).

Queues(t, u, order, queued) ==
  /\ running = t
  /\ "cancel" \in Features
  /\ u \in live \ {t, Main}
  /\ "started" \notin ending[u]
  /\ Len(cancels) < MaxCancels
  /\ ready' = order
  /\ cancels' = queued
  /\ UNCHANGED <<running, live, due, ending, timed, starting, yielding, passing, round, extra, lateness, callVars>>
  /\ UNCHANGED <<eventVars, flagVars>>

CancelGoesFirst(t, u) == Queues(t, u, <<Cancelling>> \o ready, <<u>> \o cancels)
CancelsAreMerged(t, u) ==
  IF u \in Range(cancels) THEN Queues(t, u, ready, cancels) ELSE Queues(t, u, Append(ready, Cancelling), Append(cancels, u))

----------------------------------------------------------------------------
\* Turns of cancellations.  The action: Comes(u, {"cancelled"}, <<u>> \o the other ready tasks, queue without u).

Comes(u, endings, order, queues) ==
  /\ running = None
  /\ MayRun(Cancelling)
  /\ u = Head(cancels)
  /\ cancels' = Tail(cancels)
  /\ ready' = order
  /\ ending' = [ending EXCEPT ![u] = endings]
  /\ passing' = passing \ {u}
  /\ queue' = queues
  /\ UNCHANGED <<running, live, due, timed, starting, yielding, round, extra, lateness, callVars, set, flagVars>>

Others(u) == Without(Tail(ready), u)
Off(u) == [e \in Events |-> Without(queue[e], u)]

CancelComesLast(u) == Comes(u, {"cancelled"}, Append(Others(u), u), Off(u))
CancelComesInTheQueue(u) == Comes(u, {"cancelled"}, <<u>> \o Others(u), queue)
CancelComesToTheBlockedOnly(u) ==
  IF Blocked(u) THEN Comes(u, {"cancelled"}, <<u>> \o Others(u), Off(u)) ELSE Comes(u, ending[u], Tail(ready), queue)

\* A round has no place for the task that is cancelled in it.
CancelComesInALaterRound(u) ==
  /\ running = None
  /\ MayRun(Cancelling)
  /\ u \in Range(cancels)
  /\ cancels' = WithoutFirst(cancels, u)
  /\ ready' = <<u>> \o Without(WithoutFirst(ready, Cancelling), u)
  /\ ending' = [ending EXCEPT ![u] = {"cancelled"}]
  /\ queue' = Off(u)
  /\ passing' = passing \ {u}
  /\ TurnBefore(Cancelling, IF cancels' = <<>> THEN {} ELSE {Cancelling})
  /\ UNCHANGED <<running, live, due, timed, starting, yielding, lateness, callVars, set, flagVars>>

\* A task that ends takes its cancellations along, and the round goes on waiting for them.
ExitLeavesTheRound(t) ==
  /\ running = t
  /\ t # Main
  /\ running' = None
  /\ live' = live \ {t}
  /\ ready' = WithoutCancelsOf(t)
  /\ cancels' = Without(cancels, t)
  /\ UNCHANGED <<due, ending, timed, starting, yielding, passing, round, extra, lateness, callVars, eventVars, flagVars>>

\* A task that ends leaves its cancellations behind.
ExitKeepsTheCancels(t) ==
  /\ running = t
  /\ t # Main
  /\ running' = None
  /\ live' = live \ {t}
  /\ UNCHANGED <<ready, due, ending, timed, starting, turnVars, eventVars, flagVars>>

----------------------------------------------------------------------------
\* Waits on a set event.

\* A wait goes behind everybody, or in front of those whom the event has woken.
GivesWayToAll(t, e) == ready' = Append(ready, t) /\ joined' = [joined EXCEPT ![e] = @ \cup {t}] /\ UNCHANGED <<called, later>>
GivesWayToNobody(t, e) == ready' = <<t>> \o ready /\ joined' = [joined EXCEPT ![e] = @ \cup {t}] /\ UNCHANGED <<called, later>>

\* A wait goes behind the called, and does not join them.
GivesWayUnseen(t, e) == ready' = Behind(Left(e), <<t>>) /\ UNCHANGED callVars

\* A set calls nobody.
CallsNobody(e, woken) == UNCHANGED callVars

\* The call ends while one whom it has called still runs.
EventCallEndsInATurn(e) ==
  /\ later[e] # {} /\ Left(e) = {}
  /\ \E order \in Orders(later[e]) : ready' = ready \o order
  /\ called' = [called EXCEPT ![e] = later[e]]
  /\ joined' = [joined EXCEPT ![e] = {}]
  /\ later' = [later EXCEPT ![e] = {}]
  /\ UNCHANGED <<running, live, due, timed, starting, ending, yielding, passing, round, extra, lateness, cancels>>
  /\ UNCHANGED <<eventVars, flagVars>>

\* Whom the event has woken does not count once it runs.
GoingForTheReadyOnly(e) == Left(e) # {}

\* Those who have been waiting for the end of the others are forgotten.
EventCallEndsForNobody(e) ==
  /\ running = None
  /\ later[e] # {} /\ Left(e) = {}
  /\ later' = [later EXCEPT ![e] = {}]
  /\ UNCHANGED <<running, live, ready, due, timed, starting, ending, yielding, passing, round, extra, lateness, cancels>>
  /\ UNCHANGED <<called, joined, eventVars, flagVars>>
==============================================================================
