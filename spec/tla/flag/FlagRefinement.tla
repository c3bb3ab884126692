--------------------------- MODULE FlagRefinement ----------------------------
(****************************************************************************)
(* The algorithm is a flag: each of its steps is a step of AbstractFlag, or *)
(* changes nothing there.                                                   *)
(* A set() takes effect when it raises the flag, a wait() in the exchange   *)
(* by which it blocks or returns, a return in the exchange that consumes,   *)
(* and the loop's notice in its read of the flag.                           *)
(* Left out: what happens in the end, see FlagLiveness.                     *)
(* 22,612 states in FlagRefinement.cfg, 50,813 with two flags in            *)
(* FlagTwoFlags.cfg.                                                        *)
(****************************************************************************)
EXTENDS FlagProperties

\* A task on its way into a wait does not wait yet.
Enters(t) == t = running /\ loop \in {"register", "link", "add", "check", "unregister"}

Abstract == INSTANCE AbstractFlag WITH
  waiter <- [f \in Flags |-> IF waiter[f] # None /\ Enters(waiter[f]) THEN None ELSE waiter[f]],
  ending <- [f \in Flags |-> IF waiter[f] # None /\ ending[waiter[f]] # None THEN {ending[waiter[f]]} ELSE {}]

\* FLG-1 to FLG-10, as far as single steps show them.
ItIsAFlag == Abstract!Safety

\* An operation takes effect in the step that is named for it.
TakesEffect ==
  \/ \E s \in Setters, f \in Flags : Set(s, f) /\ Abstract!Set(f)
  \/ \E t \in Tasks, f \in Flags : (WaitReturns(t, f) \/ WaitSeesASet(t, f)) /\ Abstract!WaitReturns(t, f)
  \/ \E t \in Tasks, f \in Flags : WaitBlocks(t, f) /\ Abstract!WaitBlocks(t, f)
  \/ \E t \in Tasks, f \in Flags : Clear(t, f) /\ Abstract!Clear(f)
  \/ \E t, u \in Tasks, f \in Flags : Cancel(t, u) /\ waiter[f] = u /\ Abstract!Cancel(f)
  \/ \E f \in Flags : LookAtFlag(f) /\ Abstract!Notice({f})
  \/ \E t \in Tasks, f \in Flags : Expire(t) /\ waiter[f] = t /\ Abstract!Expire(f)
  \/ \E t \in Tasks, f \in Flags : Leave(t, f) /\ Abstract!Leave(f, ending[t])
  \/ \E t \in Tasks, f \in Flags : Consume(t, f) /\ Abstract!Leave(f, "woken")

\* The same, and each operation takes effect in the step that is named for it, and in no other.
OperationsTakeEffectOnce == [][TakesEffect]_(Abstract!vars)

\* FLG-8, FLG-9, FLG-10: a waiter goes when its wait has ended, and not before; nobody takes its place.
WaitersLeaveByThemselves == Abstract!WaitersLeaveByThemselves
==============================================================================
