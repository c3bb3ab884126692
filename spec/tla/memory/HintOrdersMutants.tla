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
AcquiringRead == {[Volatile EXCEPT !.read = "acquire"]}
ReleasingRaise == {[Volatile EXCEPT !.raise = "acq_rel"]}
ReadBeforeExchange == {[ByExchange EXCEPT !.read = "acquire"]}

\* A setter raises the flag, and does not mark the hint if the flag was raised already.
RaiseMarksOnlyOnChange(s) ==
  /\ setter[s] = "idle"
  /\ SetterGoes(s, Swapped(memory, s, Flag, orders.raise, Signals \cup {s}),
                IF Signals = {} THEN "raised" ELSE "marked")
  /\ UNCHANGED permit

\* The setter returns when it reads that the hint is marked: it leaves the wake-up to whoever marked it.
ReadHintStops(s) ==
  /\ setter[s] = "raised"
  /\ \E i \in Readable(memory, s, Hint, orders.read) :
       SetterGoes(s, AfterRead(memory, s, Hint, orders.read, i), IF Value(memory, Hint, i) THEN "returned" ELSE "unmarked")
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
