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

\* A task that runs still has something to be told.
AbstractRunKeepsTheEnding(t) ==
  /\ running = Nobody
  /\ ready # <<>> /\ t = Head(ready)
  /\ running' = t
  /\ ready' = Tail(ready)
  /\ UNCHANGED <<set, waiting, ending>>
==============================================================================
