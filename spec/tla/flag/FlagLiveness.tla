---------------------------- MODULE FlagLiveness ----------------------------
(***************************************************************************)
(* What must happen in the end. Of setters nothing is asked: each may stop *)
(* anywhere, for ever; where a claim needs that one of them comes to its   *)
(* end, it says of which.                                                  *)
(* Left out: how soon, and the same for sets that have returned: see       *)
(* FlagHistory.                                                            *)
(***************************************************************************)
EXTENDS FlagRefinement

\* FLG-4, LOP-3, LOP-4: a set() that has returned wakes the waiter, wherever others have stopped within a set() of
\* theirs, and whether the loop is busy or sleeps.  (Unless a clear() takes the signal first, or the wait ends otherwise.)
ReturnedSetsWake == \A f \in Flags : Owed(f) ~> ~Owed(f)

\* FLG-4, CAN-1, CAN-5: a waiter that was woken, cancelled or out of time leaves its wait.
EndedWaitersLeave == \A f \in Flags : Abstract!Ended(f) ~> ~Abstract!Ended(f)

\* A task that has called wait() blocks or returns.
WaitsBegin == \A t \in Tasks : Enters(t) ~> ~Enters(t)

----------------------------------------------------------------------------
\* One setter at work, and all others may stop; and all at work.

Fresh(s, f) == At(s, "leaf") /\ Of(s) = f

\* FLG-4: a setter that goes on wakes the waiter of what it has just set, wherever others have stopped.
\* (Setters are all alike, so this is said of one.)
OneSetterIsEnough ==
  LET s == CHOOSE s \in Setters : TRUE IN SetsEnd(s) => \A f \in Flags : Fresh(s, f) ~> ~Abstract!Unnoticed(f)

\* If all setters go on, the algorithm is as fair as the abstract flag: no signal stays beside its waiter for ever.
AllSetsEnd == \A s \in Setters : SetsEnd(s)
ItIsAFairFlag == AllSetsEnd => Abstract!SetFlagsWakeTheirWaiter /\ Abstract!EndedWaitersLeave
=============================================================================
