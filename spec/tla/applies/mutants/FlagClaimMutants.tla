-------------------------- MODULE FlagClaimMutants ---------------------------
(****************************************************************************)
(* More actions of Flags with one conjunct altered, for claims that the     *)
(* mutants in ../../mutants leave out.  They are made and used as those     *)
(* are.                                                                     *)
(* Left out: as in FlagMutants.                                             *)
(****************************************************************************)
EXTENDS MCFanion

----------------------------------------------------------------------------
\* The action: Sets(t, f, TRUE, ready, ending), as it is where nobody's patience counts.

Sets(t, f, known, order, endings) ==
  /\ running = t
  /\ raised' = [raised EXCEPT ![f] = TRUE]
  /\ touched' = [touched EXCEPT ![f] = IF known THEN waiter[f] # None ELSE @]
  /\ ready' = order
  /\ ending' = endings
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, eventVars, waiter, armed, patience, handed>>

\* The set wakes the waiter itself, from whatever context it is called in.
FlagSetWakesItself(t, f) ==
  LET wakes == waiter[f] # None /\ Blocked(waiter[f]) IN
  Sets(t, f, TRUE, IF wakes THEN Append(ready, waiter[f]) ELSE ready,
    IF wakes THEN [ending EXCEPT ![waiter[f]] = {"woken"}] ELSE ending)

\* The environment is not told that an answer is on its way.
FlagSetIsNotKnown(t, f) == Sets(t, f, FALSE, ready, ending)

\* The interrupt comes, and comes again.
FlagFireComesAgain(f) ==
  /\ armed[f]
  /\ Raise(None, f)
  /\ UNCHANGED <<loopVars, eventVars, waiter, armed, handed>>

----------------------------------------------------------------------------
\* The action: Notices(f, TRUE, NoPatience).

Notices(f, may, left) ==
  LET w == waiter[f] IN
  /\ raised[f]
  /\ w # None
  /\ Blocked(w)
  /\ may
  /\ ready' = Append(ready, w)
  /\ ending' = [ending EXCEPT ![w] = {"woken"}]
  /\ patience' = [patience EXCEPT ![f] = left]
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, eventVars, raised, waiter, touched, armed, handed>>

\* The loop looks at its flags only when it is idle.
FlagNoticeWhenIdle(f) == Notices(f, running = None /\ ready = <<>> /\ due = {}, NoPatience)
FlagNoticeCountsOn(f) == Notices(f, TRUE, patience[f])

----------------------------------------------------------------------------
\* The action: Clears(t, f, touched, FALSE).

Clears(t, f, known, wakes) ==
  /\ running = t
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ touched' = known
  /\ IF wakes /\ waiter[f] # None /\ Blocked(waiter[f])
     THEN ready' = Append(ready, waiter[f]) /\ ending' = [ending EXCEPT ![waiter[f]] = {"woken"}]
     ELSE UNCHANGED <<ready, ending>>
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, eventVars, waiter, armed, handed>>

FlagClearForgetsTheAnswer(t, f) == Clears(t, f, [touched EXCEPT ![f] = FALSE], FALSE)
FlagClearWakes(t, f) == Clears(t, f, touched, TRUE)

----------------------------------------------------------------------------
\* Waits.  The actions: Returns(t, f, TRUE), Blocks(t, f, ~raised[f], t, limited).

\* The limit is looked at before the flag.
FlagWaitReturnsUnlessLimited(t, f, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ Unwaited(f)
  /\ raised[f]
  /\ ~limited
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ UNCHANGED <<loopVars, eventVars, waiter, touched, armed, patience, handed>>

Blocks(t, f, clear, registered, limited) ==
  /\ running = t
  /\ Unwaited(f)
  /\ clear
  /\ running' = None
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ waiter' = [waiter EXCEPT ![f] = registered]
  /\ timed' = IF limited THEN timed \cup {t} ELSE timed
  /\ UNCHANGED <<live, ready, due, ending, starting, turnVars, eventVars, touched, armed, patience, handed>>
  /\ Answerable'

FlagWaitConsumesBeforeLooking(t, f, limited) == ~limited /\ Blocks(t, f, TRUE, t, FALSE)
FlagWaitBlocksUnregistered(t, f, limited) == ~limited /\ Blocks(t, f, ~raised[f], None, FALSE)
FlagWaitBlocksWithoutItsLimit(t, f, limited) == MayLimit(limited) /\ Blocks(t, f, ~raised[f], t, FALSE)

\* The environment asks for a second wait while an answer is on its way to the first.
FlagWaitRefusedTooLate(t, f, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ SecondFlagWaiter = "refused"
  /\ waiter[f] # None
  /\ UNCHANGED vars

\* A yield since the set is not counted.
FlagLeaveDoesNotCount(t, r) ==
  LET left == {f \in Flags : waiter[f] = t} IN
  /\ raised' = [f \in Flags |-> raised[f] /\ ~(f \in left /\ r = "woken")]
  /\ waiter' = [f \in Flags |-> IF f \in left THEN None ELSE waiter[f]]
  /\ touched' = [f \in Flags |-> touched[f] /\ f \notin left]
  /\ patience' = [f \in Flags |-> IF f \in left THEN NoPatience ELSE patience[f]]
  /\ UNCHANGED <<armed, handed>>
==============================================================================
