------------------------------- MODULE Worker --------------------------------
(****************************************************************************)
(* The worker example (PRG-3).  A worker waits, does a unit of work, and    *)
(* clears; three other forms of the program do this otherwise.  Which       *)
(* signals of a producer are followed by a unit of work that began after    *)
(* them?                                                                    *)
(* Level: the statements of the worker's program.  Tasks change places only *)
(* where one suspends; an interrupt comes between any two statements.       *)
(* Left out: the order in which ready tasks run (any), cancellation, time,  *)
(* and how set() and wait() are made (one step each).                       *)
(* The claims are in WorkerProperties, whose config (clear first, work that *)
(* suspends) has 19 distinct states; docs/worker.md shows all results.      *)
(* There is no bound on the number of signals.                              *)
(****************************************************************************)
EXTENDS Integers, FiniteSets

CONSTANTS
  Form,         \* the program: "chapter" (the example: wait, work, clear), "clear first", "hint" or "flag"
  WorkSuspends, \* whether a unit of work suspends, so that other tasks run during it
  Producer,     \* who signals: "task" by set(), "pulse" by set() and clear() in one turn, "interrupt" by set() at any moment
  Workers,      \* names of the tasks that run the program; they share one event
  Waiting       \* whether the workers are in their first wait() when the producer begins, or have yet to start

ASSUME FormIsKnown == Form \in {"chapter", "clear first", "hint", "flag"}
ASSUME WorkIsKnown == WorkSuspends \in BOOLEAN
ASSUME ProducerIsKnown == Producer \in {"task", "pulse", "interrupt"}
ASSUME OnlyFlagsAreForInterrupts == Producer = "interrupt" => Form = "flag" \* CTX-3
ASSUME PulsesAreOfEvents == Producer = "pulse" => Form # "flag"
ASSUME OneWaiterPerFlag == Form = "flag" => Cardinality(Workers) = 1        \* FLG-9
ASSUME WaitingIsKnown == Waiting \in BOOLEAN
ASSUME NobodyIsNobody == "nobody" \notin Workers

VARIABLES
  running,  \* the worker that runs, or "nobody": then the producer or any worker that can go on gets the next turn
  at,       \* for each worker where it is: suspended, or about to do the statement named
  object,   \* the event or the flag: "set" or "clear"
  unserved, \* for each worker, whether a signal was given since its latest unit of work began
  spare     \* for each worker how many more signals were given than it began units; no more than Enough are counted, and
            \* Enough is all that any form can have units for

vars == <<running, at, object, unserved, spare>>
Enough == 2

Suspended == {"new", "blocked", "woken"}
Statements == {"wait()", "is_set()", "clear()", "work"}

TypeOK ==
  /\ running \in Workers \cup {"nobody"}
  /\ at \in [Workers -> Suspended \cup Statements \cup {"working"}]
  /\ \A w \in Workers : running = w => at[w] \notin Suspended
  /\ object \in {"set", "clear"}
  /\ unserved \in [Workers -> BOOLEAN]
  /\ spare \in [Workers -> -1 .. Enough]

Init ==
  /\ running = "nobody"
  /\ at = [w \in Workers |-> IF Waiting THEN "blocked" ELSE "new"]
  /\ object = "clear"
  /\ unserved = [w \in Workers |-> FALSE]
  /\ spare = [w \in Workers |-> 0]

\* The four programs: which statement comes next.

AfterWait == CASE Form = "clear first" -> "clear()" [] Form = "hint" -> "is_set()" [] OTHER -> "work"
AfterClear == IF Form = "chapter" THEN "wait()" ELSE "work"
AfterWork == CASE Form = "chapter" -> "clear()" [] Form = "hint" -> "is_set()" [] OTHER -> "wait()"

----------------------------------------------------------------------------
\* The producer.

Signal ==
  /\ unserved' = [w \in Workers |-> TRUE]
  /\ spare' = [w \in Workers |-> IF spare[w] = Enough THEN Enough ELSE spare[w] + 1]
EventWakes == at' = [w \in Workers |-> IF at[w] = "blocked" THEN "woken" ELSE at[w]]

\* The producer gets a turn and calls set(): an event wakes every blocked worker, a flag is noticed later.
ProducerSets ==
  /\ Producer = "task"
  /\ running = "nobody"
  /\ Signal
  /\ object' = "set"
  /\ IF Form = "flag" THEN UNCHANGED at ELSE EventWakes
  /\ UNCHANGED running

\* The producer gets a turn and calls set() and at once clear(): blocked workers are woken, and no other worker learns of it.
ProducerPulses ==
  /\ Producer = "pulse"
  /\ running = "nobody"
  /\ Signal
  /\ object' = "clear"
  /\ EventWakes
  /\ UNCHANGED running

\* An interrupt calls set() on the flag, whatever the loop is doing.
InterruptSets ==
  /\ Producer = "interrupt"
  /\ Signal
  /\ object' = "set"
  /\ UNCHANGED <<running, at>>

----------------------------------------------------------------------------
\* The loop.

\* A worker gets its first turn.
WorkerStarts(w) ==
  /\ running = "nobody"
  /\ at[w] = "new"
  /\ running' = w
  /\ at' = [at EXCEPT ![w] = "wait()"]
  /\ UNCHANGED <<object, unserved, spare>>

\* The loop notices that the flag is set and wakes its waiter; the flag stays set (FLG-5).
LoopNotices(w) ==
  /\ Form = "flag"
  /\ running = "nobody"
  /\ object = "set"
  /\ at[w] = "blocked"
  /\ at' = [at EXCEPT ![w] = "woken"]
  /\ UNCHANGED <<running, object, unserved, spare>>

\* A woken worker gets its turn: wait() returns.  It consumes a flag here; it does not look at an event again (EVT-8).
WorkerWakes(w) ==
  /\ running = "nobody"
  /\ at[w] = "woken"
  /\ running' = w
  /\ at' = [at EXCEPT ![w] = AfterWait]
  /\ object' = IF Form = "flag" THEN "clear" ELSE object
  /\ UNCHANGED <<unserved, spare>>

----------------------------------------------------------------------------
\* The worker's statements.

At(w, statement) == running = w /\ at[w] = statement

\* wait() finds the event or flag set and returns at once; a flag is consumed.
WaitReturns(w) ==
  /\ At(w, "wait()")
  /\ object = "set"
  /\ at' = [at EXCEPT ![w] = AfterWait]
  /\ object' = IF Form = "flag" THEN "clear" ELSE object
  /\ UNCHANGED <<running, unserved, spare>>

\* wait() finds the event or flag clear and suspends the worker.
WaitBlocks(w) ==
  /\ At(w, "wait()")
  /\ object = "clear"
  /\ running' = "nobody"
  /\ at' = [at EXCEPT ![w] = "blocked"]
  /\ UNCHANGED <<object, unserved, spare>>

\* The hint's loop asks is_set(), is told yes, and goes round.
FindsItSet(w) ==
  /\ At(w, "is_set()")
  /\ object = "set"
  /\ at' = [at EXCEPT ![w] = "clear()"]
  /\ UNCHANGED <<running, object, unserved, spare>>

\* The hint's loop asks is_set(), is told no, and goes back to wait().
FindsItClear(w) ==
  /\ At(w, "is_set()")
  /\ object = "clear"
  /\ at' = [at EXCEPT ![w] = "wait()"]
  /\ UNCHANGED <<running, object, unserved, spare>>

\* The worker clears the event; whatever was signalled since the last clear is forgotten.
Clears(w) ==
  /\ At(w, "clear()")
  /\ object' = "clear"
  /\ at' = [at EXCEPT ![w] = AfterClear]
  /\ UNCHANGED <<running, unserved, spare>>

\* The worker begins a unit of work: it serves every signal given so far.
WorkBegins(w) ==
  /\ At(w, "work")
  /\ running' = IF WorkSuspends THEN "nobody" ELSE w
  /\ at' = [at EXCEPT ![w] = "working"]
  /\ unserved' = [unserved EXCEPT ![w] = FALSE]
  /\ spare' = [spare EXCEPT ![w] = IF @ < 0 THEN @ ELSE @ - 1]
  /\ UNCHANGED object

\* The unit of work is done, and the worker goes on.
WorkEnds(w) ==
  /\ at[w] = "working"
  /\ running = IF WorkSuspends THEN "nobody" ELSE w
  /\ running' = w
  /\ at' = [at EXCEPT ![w] = AfterWork]
  /\ UNCHANGED <<object, unserved, spare>>

Next ==
  \/ ProducerSets \/ ProducerPulses \/ InterruptSets
  \/ \E w \in Workers : WorkerStarts(w)
  \/ \E w \in Workers : LoopNotices(w)
  \/ \E w \in Workers : WorkerWakes(w)
  \/ \E w \in Workers : WaitReturns(w)
  \/ \E w \in Workers : WaitBlocks(w)
  \/ \E w \in Workers : FindsItSet(w)
  \/ \E w \in Workers : FindsItClear(w)
  \/ \E w \in Workers : Clears(w)
  \/ \E w \in Workers : WorkBegins(w)
  \/ \E w \in Workers : WorkEnds(w)
==============================================================================
