---------------------------- MODULE WorkerMutants ----------------------------
(****************************************************************************)
(* Actions of Worker with one thing wrong each: mistakes of an event, of a  *)
(* flag, or of the program.  A mutant's run puts it in the place of its     *)
(* action.                                                                  *)
(* Left out: as in Worker.                                                  *)
(****************************************************************************)
EXTENDS WorkerProperties

\* EVT-6: a wait that does not look at the event.
WaitBlocksWithoutLooking(w) ==
  /\ At(w, "wait()")
  /\ running' = "nobody"
  /\ at' = [at EXCEPT ![w] = "blocked"]
  /\ UNCHANGED <<object, unserved, spare>>

\* EVT-4: a set that wakes and leaves the event clear, so a set with nobody waiting is lost.
ProducerSetsAndForgets ==
  /\ Producer = "task"
  /\ running = "nobody"
  /\ Signal
  /\ object' = "clear"
  /\ EventWakes
  /\ UNCHANGED running

\* EVT-8: a woken waiter that looks at the event again, and goes back to sleep.
WorkerWakesAndLooksAgain(w) ==
  /\ running = "nobody"
  /\ at[w] = "woken"
  /\ running' = IF object = "set" THEN w ELSE "nobody"
  /\ at' = [at EXCEPT ![w] = IF object = "set" THEN AfterWait ELSE "blocked"]
  /\ UNCHANGED <<object, unserved, spare>>

\* EVT-5: a clear that takes back the wake-ups of others.
ClearsTakeBackWakes(w) ==
  /\ At(w, "clear()")
  /\ object' = "clear"
  /\ at' = [v \in Workers |-> CASE v = w -> AfterClear [] v # w /\ at[v] = "woken" -> "blocked" [] OTHER -> at[v]]
  /\ UNCHANGED <<running, unserved, spare>>

\* FLG-5: a return that does not consume.
WorkerWakesWithoutConsuming(w) ==
  /\ running = "nobody"
  /\ at[w] = "woken"
  /\ running' = w
  /\ at' = [at EXCEPT ![w] = AfterWait]
  /\ UNCHANGED <<object, unserved, spare>>

\* FLG-5: a wait that finds the flag set, and does not consume.
WaitReturnsWithoutConsuming(w) ==
  /\ At(w, "wait()")
  /\ object = "set"
  /\ at' = [at EXCEPT ![w] = AfterWait]
  /\ UNCHANGED <<running, object, unserved, spare>>

\* FLG-5: the signal is consumed after the work, as the form "chapter" clears.
WorkEndsAndConsumes(w) ==
  /\ at[w] = "working"
  /\ running = IF WorkSuspends THEN "nobody" ELSE w
  /\ running' = w
  /\ at' = [at EXCEPT ![w] = AfterWork]
  /\ object' = "clear"
  /\ UNCHANGED <<unserved, spare>>

\* FLG-7: an interrupt's set is kept only if the worker is in its wait.
InterruptSetsForAWaiter ==
  /\ Producer = "interrupt"
  /\ Signal
  /\ object' = IF \E w \in Workers : at[w] \in {"blocked", "woken"} THEN "set" ELSE object
  /\ UNCHANGED <<running, at>>

\* LOP-1: a worker that begins, or goes on, while another one runs.
WorkerStartsInATurn(w) ==
  /\ at[w] = "new"
  /\ running' = w
  /\ at' = [at EXCEPT ![w] = "wait()"]
  /\ UNCHANGED <<object, unserved, spare>>

WorkerWakesInATurn(w) ==
  /\ at[w] = "woken"
  /\ running' = w
  /\ at' = [at EXCEPT ![w] = AfterWait]
  /\ UNCHANGED <<object, unserved, spare>>

WorkEndsInATurn(w) ==
  /\ at[w] = "working"
  /\ running' = w
  /\ at' = [at EXCEPT ![w] = AfterWork]
  /\ UNCHANGED <<object, unserved, spare>>

\* FLG-5: a flag that wakes a worker which has not begun to wait.
LoopNoticesAnybody(w) ==
  /\ running = "nobody"
  /\ object = "set"
  /\ at' = [at EXCEPT ![w] = "woken"]
  /\ UNCHANGED <<running, object, unserved, spare>>

\* EVT-5: a pulse whose clear() does nothing.
ProducerPulsesAndLeavesItSet ==
  /\ Producer = "pulse"
  /\ running = "nobody"
  /\ Signal
  /\ object' = "set"
  /\ EventWakes
  /\ UNCHANGED running

\* FLG-6: a unit that does not count.
WorkBeginsUncounted(w) ==
  /\ At(w, "work")
  /\ running' = IF WorkSuspends THEN "nobody" ELSE w
  /\ at' = [at EXCEPT ![w] = "working"]
  /\ unserved' = [unserved EXCEPT ![w] = FALSE]
  /\ UNCHANGED <<object, spare>>

\* PRG-3: a worker that is told no, and asks again.
FindsItClearAndAsksAgain(w) ==
  /\ At(w, "is_set()")
  /\ object = "clear"
  /\ UNCHANGED vars
==============================================================================
