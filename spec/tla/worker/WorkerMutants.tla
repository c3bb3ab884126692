---------------------------- MODULE WorkerMutants ----------------------------
(***************************************************************************)
(* Actions of Worker with one thing wrong each, put in its place by a       *)
(* config: mistakes of an event, of a flag, or of the program.              *)
(***************************************************************************)
EXTENDS WorkerProperties

\* EVT-6: a wait that does not look at the event.
WaitBlocksWithoutLooking(w) ==
  /\ At(w, "wait()")
  /\ running' = "nobody"
  /\ at' = [at EXCEPT ![w] = "blocked"]
  /\ UNCHANGED <<object, signals, served, units>>

\* EVT-4: a set that wakes and leaves the event clear, so that it is lost with nobody waiting.
ProducerSetsAndForgets ==
  /\ Producer = "task"
  /\ running = "nobody"
  /\ Signal
  /\ object' = "clear"
  /\ EventWakes
  /\ UNCHANGED <<running, served, units>>

\* EVT-8: a woken waiter that looks at the event again, and goes back to sleep.
WorkerWakesAndLooksAgain(w) ==
  /\ running = "nobody"
  /\ at[w] = "woken"
  /\ running' = IF object = "set" THEN w ELSE "nobody"
  /\ at' = [at EXCEPT ![w] = IF object = "set" THEN AfterWait ELSE "blocked"]
  /\ UNCHANGED <<object, signals, served, units>>

\* EVT-5: a clear that takes back the wake-ups of others.
ClearsTakeBackWakes(w) ==
  /\ At(w, "clear()")
  /\ object' = "clear"
  /\ at' = [v \in Workers |-> CASE v = w -> AfterClear [] v # w /\ at[v] = "woken" -> "blocked" [] OTHER -> at[v]]
  /\ UNCHANGED <<running, signals, served, units>>

\* FLG-5: a return that does not consume.
WorkerWakesWithoutConsuming(w) ==
  /\ running = "nobody"
  /\ at[w] = "woken"
  /\ running' = w
  /\ at' = [at EXCEPT ![w] = AfterWait]
  /\ UNCHANGED <<object, signals, served, units>>

\* FLG-5: consumed behind the work, as the chapter's program clears.
WorkEndsAndConsumes(w) ==
  /\ at[w] = "working"
  /\ running = IF WorkSuspends THEN "nobody" ELSE w
  /\ running' = w
  /\ at' = [at EXCEPT ![w] = AfterWork]
  /\ object' = "clear"
  /\ UNCHANGED <<signals, served, units>>

\* FLG-7: an interrupt's set is kept only if the worker is in its wait.
InterruptSetsForAWaiter ==
  /\ Producer = "interrupt"
  /\ Signal
  /\ object' = IF \E w \in Workers : at[w] \in {"blocked", "woken"} THEN "set" ELSE object
  /\ UNCHANGED <<running, at, served, units>>
=============================================================================
