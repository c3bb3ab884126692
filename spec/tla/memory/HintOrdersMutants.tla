-------------------------- MODULE HintOrdersMutants --------------------------
(****************************************************************************)
(* Wrong designs of hints, each one edit of HintOrders, and assignments     *)
(* that are too weak.                                                       *)
(* Left out: mistakes that FlagOrdersMutants has.                           *)
(****************************************************************************)
EXTENDS HintOrders

ReleaseStores == {[ByExchange EXCEPT !.marksBy = "store"]}
UnreleasedMark == {[ByExchange EXCEPT !.mark = "relaxed"]}
UnacquiredLower == {[ByExchange EXCEPT !.lower = "relaxed"]}

\* A setter raises the flag, and does not mark the hint if the flag was raised already.
RaiseMarksOnlyOnChange(s) ==
  /\ setter[s] = "idle"
  /\ SetterGoes(s, Swapped(memory, s, Flag, orders.raise, Signals \cup {s}),
                IF Signals = {} THEN "raised" ELSE "marked")
  /\ UNCHANGED permit

\* The setter marks the hint, unless the hint is marked already.
MarkOnlyWhenDown(s) ==
  /\ setter[s] = "raised"
  /\ \E i \in Readable(memory, s, Hint, "acquire") :
       SetterGoes(s, IF Value(memory, Hint, i) THEN AfterRead(memory, s, Hint, "acquire", i)
                     ELSE Swapped(memory, s, Hint, orders.mark, TRUE), "marked")
  /\ UNCHANGED permit

\* The loop looks at the flag, and consumes the signal that it finds; only then it lowers the hint.
LowerAfterTheLook ==
  \/ /\ loop = "lowering"
     /\ LoopGoes(IF Signals = {} THEN memory ELSE Swapped(memory, Loop, Flag, "seq_cst", {}), "looking")
     /\ UNCHANGED permit
  \/ /\ loop = "looking"
     /\ LoopGoes(Swapped(memory, Loop, Hint, "seq_cst", FALSE), "up")
     /\ UNCHANGED permit
Nothing == FALSE
==============================================================================
