--------------------------- MODULE FlagRefinement ---------------------------
(***************************************************************************)
(* The algorithm is a flag: each of its steps is a step of AbstractFlag,   *)
(* or changes nothing there.                                               *)
(* A set() takes effect in the write of the word, a wait() in the exchange *)
(* by which it blocks or returns, a return in the exchange that consumes,  *)
(* and the loop's notice in its read of the word.                          *)
(* Left out: what happens in the end, see FlagLiveness.                    *)
(***************************************************************************)
EXTENDS FlagAlgorithm

\* Whoever is still on the way into its wait does not wait yet.
Enters(t) == t = running /\ loop \in {"register", "check", "unregister"}

Abstract == INSTANCE AbstractFlag WITH
  raised <- word,
  waiter <- [f \in Flags |-> IF waiter[f] # None /\ Enters(waiter[f]) THEN None ELSE waiter[f]],
  ending <- [f \in Flags |-> IF waiter[f] # None /\ ending[waiter[f]] # None THEN {ending[waiter[f]]} ELSE {}]

\* FLG-1 to FLG-10, as far as single steps show them.
ItIsAFlag == Abstract!Safety

----------------------------------------------------------------------------
\* What the words say of each other.

\* FLG-10: a flag belongs to a leaf only while somebody is inside its wait.
OnlyWaitedFlagsHaveALeaf == \A f \in Flags : leaf[f] # None => waiter[f] # None

\* FLG-9: a task is inside one wait at most.
OneWaitATask == \A f, g \in Flags : waiter[f] # None /\ waiter[f] = waiter[g] => f = g

\* A task is at one place: it runs, or will, or is blocked, or sleeps; and only an ended wait will run.
EveryTaskIsAtOnePlace ==
  /\ \A i, j \in DOMAIN ready : ready[i] = ready[j] => i = j
  /\ \A t \in Tasks : IsReady(t) => t # running /\ ~Blocked(t)
  /\ \A t \in Tasks : ending[t] # None => Inside(t)

\* LOP-4: the loop parks only when it has said so, and only when there is nothing to run.
OnlyAnIdleLoopSleeps == loop = "park" => asleep /\ ready = <<>> /\ running = None
=============================================================================
