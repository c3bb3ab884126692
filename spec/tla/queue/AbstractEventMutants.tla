------------------------ MODULE AbstractEventMutants ------------------------
(***************************************************************************)
(* AbstractEvent with one conjunct altered.  The config of a mutant's name  *)
(* puts it in the place of its action, and lists the one claim that must    *)
(* fail.                                                                    *)
(* Left out: nothing else.                                                  *)
(***************************************************************************)
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

\* A task that runs has still something to be told.
AbstractRunKeepsTheEnding(t) ==
  /\ running = Nobody
  /\ ready # <<>> /\ t = Head(ready)
  /\ running' = t
  /\ ready' = Tail(ready)
  /\ UNCHANGED <<set, waiting, ending>>
=============================================================================
