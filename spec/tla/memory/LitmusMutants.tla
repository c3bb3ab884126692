---------------------------- MODULE LitmusMutants ----------------------------
(****************************************************************************)
(* The machine without one of its rules, for each claim of Litmus.          *)
(* Left out: load buffering, which no rule of the machine could allow.      *)
(****************************************************************************)
EXTENDS Litmus

\* No read acquires.
NothingAcquires(o) == FALSE

\* Reads may go back before what the thread knows.
ReadableFromTheFirst(m, t, l, o) == 1 .. Last(m, l)

\* seq_cst accesses agree on nothing, and have no fences.
EarliestWithoutAgreement(m, t, l, o) == m.seen[t][l]
NoFence(m, t, o) == m

\* A write may come between a read-modify-write and the message that it read.
AlwaysRoom(m, l, i) == TRUE

\* A read-modify-write hands nothing on.
SwapWithoutHandingOn(m, t, l, o, i, value) ==
  LET got == TLCEval(Got(Before(m, t, o), t, l, Itself(m, o), i)) IN
  After(Put(got, t, l, Itself(m, o), i + 1, value, Oldest, TRUE), t, o)

\* A program that reads a value before it is written.
SpeculatedRead(m, l, i) == IF l = "x" THEN 1 ELSE m.messages[l][i].value
==============================================================================
