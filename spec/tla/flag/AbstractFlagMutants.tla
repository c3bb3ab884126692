------------------------- MODULE AbstractFlagMutants -------------------------
(****************************************************************************)
(* Mistakes in the meaning of a flag: actions of AbstractFlag with one      *)
(* thing altered.                                                           *)
(* Left out: mistakes that the algorithm's mutants show.                    *)
(****************************************************************************)
EXTENDS AbstractFlag

Leaves(f, r, consumes, kept) ==
  /\ r \in ending[f]
  /\ raised' = [raised EXCEPT ![f] = @ /\ ~consumes]
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ ending' = [ending EXCEPT ![f] = kept]

\* The next waiter finds the last one's ending.
LeaveKeepsTheEnding(f, r) == Leaves(f, r, r = "woken", ending[f])

\* A return leaves the signal.
LeaveKeepsTheSignal(f, r) == Leaves(f, r, FALSE, {})

\* A task inside one wait begins another, on another flag.
WaitBlocksTwice(t, f) ==
  /\ waiter[f] = None /\ ~raised[f]
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ UNCHANGED <<raised, ending>>

\* The loop wakes whoever waits.
NoticeUnseeing(fs) ==
  /\ fs # {}
  /\ \A f \in fs : Blocked(f)
  /\ ending' = [f \in Flags |-> IF f \in fs THEN {"woken"} ELSE ending[f]]
  /\ UNCHANGED <<raised, waiter>>

\* clear() removes the waiter with the signal.
ClearUnregisters(f) ==
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ ending' = [ending EXCEPT ![f] = {}]
==============================================================================
