---------------------------- MODULE FanionFlags -----------------------------
(***************************************************************************)
(* A conversation's flags are flags: each step of Fanion is a step of      *)
(* AbstractFlag, or changes nothing there.                                 *)
(* So the algorithm, which is an AbstractFlag too, and the conversations   *)
(* have one meaning.                                                       *)
(* Left out: a wait by a task of its own (LimitedWait = "wrapped"), which  *)
(* consumes when it is woken; what happens in the end beyond               *)
(* SetFlagsWakeTheirWaiter.                                                *)
(***************************************************************************)
EXTENDS MCFanion

Abstract == INSTANCE AbstractFlag WITH
  ending <- [f \in Flags |-> IF waiter[f] # None THEN ending[waiter[f]] ELSE {}]

\* FLG-1 to FLG-10: a conversation's flags are flags until the run ends, when all are thrown away.
FlagsAreFlags ==
  /\ Abstract!Init
  /\ [][Abstract!Next \/ (running # Over /\ running' = Over /\ Abstract!Close)]_(Abstract!vars)
=============================================================================
