------------------------ MODULE AbstractEventMutants -------------------------
(****************************************************************************)
(* Actions of AbstractEvent with one conjunct altered.  A mutant's run puts *)
(* it in the place of its action, and checks the one claim that must fail.  *)
(* Left out: as in AbstractEvent.                                           *)
(****************************************************************************)
EXTENDS AbstractEvent

\* set() leaves the woken waiters in the event's queue.
AbstractSetKeepsTheWaiters(t, e) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ ready' = ready \o waiting[e]
  /\ ending' = [u \in Tasks |-> IF u \in Range(waiting[e]) THEN "woken" ELSE ending[u]]
  /\ UNCHANGED <<running, waiting>>

\* A task waits for an event that is set.
AbstractWaitDoesNotLook(t, e) ==
  /\ running = t
  /\ running' = Nobody
  /\ waiting' = [waiting EXCEPT ![e] = Append(@, t)]
  /\ UNCHANGED <<ready, set, ending>>

\* set() wakes the last waiter first; or makes the waiters ready in front of the others.
Reversed(s) == [i \in DOMAIN s |-> s[Len(s) + 1 - i]]
SetsTo(t, e, order) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ waiting' = [waiting EXCEPT ![e] = <<>>]
  /\ ready' = order
  /\ ending' = [u \in Tasks |-> IF u \in Range(waiting[e]) THEN "woken" ELSE ending[u]]
  /\ UNCHANGED running
AbstractSetWakesInReverse(t, e) == SetsTo(t, e, ready \o Reversed(waiting[e]))
AbstractSetOvertakes(t, e) == SetsTo(t, e, waiting[e] \o ready)

\* set() on an event for which nobody waits is lost.
AbstractSetIsLost(t, e) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = waiting[e] # <<>>]
  /\ waiting' = [waiting EXCEPT ![e] = <<>>]
  /\ ready' = ready \o waiting[e]
  /\ ending' = [u \in Tasks |-> IF u \in Range(waiting[e]) THEN "woken" ELSE ending[u]]
  /\ UNCHANGED running

\* clear() clears every event.
AbstractClearClearsAll(t, e) ==
  /\ running = t
  /\ set' = [o \in Events |-> FALSE]
  /\ UNCHANGED <<running, ready, waiting, ending>>

\* A wait joins at the front.
AbstractWaitJoinsAtTheFront(t, e) ==
  /\ running = t
  /\ ~set[e]
  /\ running' = Nobody
  /\ waiting' = [waiting EXCEPT ![e] = <<t>> \o @]
  /\ UNCHANGED <<ready, set, ending>>

\* A yield goes first.
AbstractYieldGoesFirst(t) ==
  /\ running = t
  /\ running' = Nobody
  /\ ready' = <<t>> \o ready
  /\ ending' = [ending EXCEPT ![t] = "ok"]
  /\ UNCHANGED <<set, waiting>>

\* A task that was nowhere is told that it was woken, or that a limit has passed.
ComesAs(u, why) ==
  /\ running # Over
  /\ u # running /\ ending[u] = Nobody /\ ~Waits(u)
  /\ ready' = Append(ready, u)
  /\ ending' = [ending EXCEPT ![u] = why]
  /\ UNCHANGED <<running, set, waiting>>
AbstractComeWakes(u) == ComesAs(u, "woken")
AbstractComeTimesOut(u) == ComesAs(u, "timeout")

\* A task comes when the run is over.
AbstractComeAfterTheEnd(u) ==
  /\ u # running /\ ending[u] = Nobody /\ ~Waits(u)
  /\ ready' = Append(ready, u)
  /\ ending' = [ending EXCEPT ![u] = "ok"]
  /\ UNCHANGED <<running, set, waiting>>

\* The run ends, and its events stay set.
AbstractEndKeepsTheEvents ==
  /\ running' = Over
  /\ ready' = <<>>
  /\ waiting' = [e \in Events |-> <<>>]
  /\ ending' = [t \in Tasks |-> Nobody]
  /\ UNCHANGED set

\* A new event is set.
AbstractInitIsSet ==
  /\ running \in Tasks
  /\ ready = <<>>
  /\ set = [e \in Events |-> TRUE]
  /\ waiting = [e \in Events |-> <<>>]
  /\ ending = [t \in Tasks |-> Nobody]

\* A wait returns though the event is clear; or blocks, and joins nobody.
AbstractWaitReturnsUnseeing(t, e) == running = t /\ UNCHANGED vars
AbstractWaitJoinsNobody(t, e) ==
  /\ running = t
  /\ ~set[e]
  /\ running' = Nobody
  /\ UNCHANGED <<ready, set, waiting, ending>>

\* A task that is ready is cancelled, and not told.
AbstractCancelIsIgnored(t, u) == running = t /\ u \in Range(ready) /\ UNCHANGED vars

\* A task runs while another does.
AbstractRunOverlaps(t) ==
  /\ running # Over
  /\ ready # <<>> /\ t = Head(ready)
  /\ running' = t
  /\ ready' = Tail(ready)
  /\ ending' = [ending EXCEPT ![t] = Nobody]
  /\ UNCHANGED <<set, waiting>>

\* A task that runs still has something to be told.
AbstractRunKeepsTheEnding(t) ==
  /\ running = Nobody
  /\ ready # <<>> /\ t = Head(ready)
  /\ running' = t
  /\ ready' = Tail(ready)
  /\ UNCHANGED <<set, waiting, ending>>
==============================================================================
