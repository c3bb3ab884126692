-------------------------- MODULE FlagSideMutants ---------------------------
(****************************************************************************)
(* What the sides of SignalConsumed, WaitOnSetFlag and CancelOnYield must   *)
(* not allow: actions and operators of Flags and Loop with one conjunct     *)
(* altered.  They are made and used as those of EventMutants.               *)
(* Left out: as in FlagMutants.                                             *)
(****************************************************************************)
EXTENDS MCFanion

----------------------------------------------------------------------------
\* Signals that are handed over.  The action: Hands to a blocked waiter, Hand(f, Blocked(waiter[f]), FALSE, handed \cup {f}).

Hand(f, may, kept, holders) ==
  LET w == waiter[f] IN
  /\ raised[f]
  /\ w # None
  /\ may
  /\ ready' = IF Blocked(w) THEN Append(ready, w) ELSE ready
  /\ ending' = [ending EXCEPT ![w] = @ \cup {"woken"}]
  /\ raised' = [raised EXCEPT ![f] = kept]
  /\ handed' = holders
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, eventVars, waiter, touched, armed>>

\* The signal is handed over, and stays: it wakes twice.
FlagNoticeHandsAndKeeps(f) == Hand(f, Blocked(waiter[f]), TRUE, handed \cup {f})

\* A second set, before the woken waiter has run, is swallowed.
FlagNoticeHandsTwice(f) == Hand(f, Blocked(waiter[f]) \/ ending[waiter[f]] = {"woken"}, FALSE, handed \cup {f})

\* The waiter is woken, and nobody remembers that it has the signal.
FlagNoticeForgetsTheHandOver(f) == Hand(f, Blocked(waiter[f]), FALSE, handed)

\* The action: Leaves(t, r = "woken", FALSE, handed without the flags of t).
FlagsOf(t) == {f \in Flags : waiter[f] = t}
Leaves(t, drops, consumes, holders) ==
  LET left == FlagsOf(t) IN
  /\ raised' = [f \in Flags |-> (raised[f] /\ ~(consumes /\ f \in left)) \/ (f \in left \cap handed /\ ~drops)]
  /\ handed' = holders
  /\ waiter' = [f \in Flags |-> IF f \in left THEN None ELSE waiter[f]]
  /\ touched' = [f \in Flags |-> touched[f] /\ f \notin left]
  /\ patience' = [f \in Flags |-> IF f \in left THEN NoPatience ELSE patience[f]]
  /\ UNCHANGED armed

\* A waiter that is cancelled, or times out, keeps what it was handed.
FlagLeaveKeepsTheHandedSignal(t, r) == Leaves(t, TRUE, FALSE, handed \ FlagsOf(t))

\* The return takes a set along that came after the hand-over.
FlagLeaveTakesTheNextSignal(t, r) == Leaves(t, r = "woken", r = "woken", handed \ FlagsOf(t))

\* The return gives back what it has used.
FlagLeaveGivesBackAlways(t, r) == Leaves(t, FALSE, FALSE, handed \ FlagsOf(t))

\* The return does not end the hand-over.
FlagLeaveHoldsForEver(t, r) == Leaves(t, r = "woken", FALSE, handed)

----------------------------------------------------------------------------
\* Waits on a set flag that give a turn.  The action: YieldsWith(t, f, raised[f], WaitOnSetFlag = "yields", Append(ready, t), t).

YieldsWith(t, f, guard, side, order, registered) ==
  /\ running = t
  /\ Unwaited(f)
  /\ guard
  /\ side
  /\ running' = None
  /\ ready' = order
  /\ ending' = [ending EXCEPT ![t] = {"woken"}]
  /\ waiter' = [waiter EXCEPT ![f] = registered]
  /\ touched' = [touched EXCEPT ![f] = registered # None]
  /\ UNCHANGED <<live, due, timed, starting, turnVars, eventVars, raised, armed, patience, handed>>

FlagWaitYieldsWithoutLooking(t, f, limited) == ~limited /\ YieldsWith(t, f, TRUE, WaitOnSetFlag = "yields", Append(ready, t), t)
FlagWaitYieldsForEver(t, f, limited) == ~limited /\ YieldsWith(t, f, raised[f], WaitOnSetFlag = "yields", ready, t)
FlagWaitYieldsUnregistered(t, f, limited) ==
  ~limited /\ YieldsWith(t, f, raised[f], WaitOnSetFlag = "yields", Append(ready, t), None)
FlagWaitYieldsAnyway(t, f, limited) == ~limited /\ YieldsWith(t, f, raised[f], TRUE, Append(ready, t), t)

----------------------------------------------------------------------------
\* Yields that are cancelled, whatever the side.

CancelOnYieldIsDropped(u) == IF ending[u] = {"ok"} THEN {"ok"} ELSE {"cancelled"}
CancelOnYieldAlwaysComes(u) == {"cancelled"}

\* A wait on a set flag that gives a turn may return at once too.
FlagWaitReturnsOnEitherSide(t, f, limited) ==
  /\ running = t
  /\ Unwaited(f)
  /\ raised[f]
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ UNCHANGED <<loopVars, eventVars, waiter, touched, armed, patience, handed>>
==============================================================================
