----------------------------- MODULE SideMutants ------------------------------
(****************************************************************************)
(* Actions and operators of Flags, Cancels and Loop with one conjunct       *)
(* altered, for the claims of Sides and those on the count of yields.  They *)
(* are made and used as those of EventMutants.                              *)
(* Left out: as in FlagMutants.                                             *)
(****************************************************************************)
EXTENDS MCFanion

----------------------------------------------------------------------------
\* The count of yields.

\* The action: Raises(t, f, whether no live task has a count, <<t, 0>>).
Raises(t, f, may, count) ==
  LET w == waiter[f] IN
  /\ raised' = [raised EXCEPT ![f] = TRUE]
  /\ touched' = [touched EXCEPT ![f] = w # None]
  /\ patience' = IF t # None /\ w # None /\ Blocked(w) /\ w \notin timed /\ may THEN [patience EXCEPT ![f] = count] ELSE patience

\* Each set begins the count anew.
RaiseStartsAnew(t, f) == Raises(t, f, TRUE, <<t, 0>>)

\* A second set ends the count.
RaiseEndsTheCount(t, f) == Raises(t, f, TRUE, IF patience[f] = NoPatience THEN <<t, 0>> ELSE NoPatience)

\* The action: Leaves(t, r, whether t has yielded, patience[f][1] \notin live).
Leaves(t, r, yielded, unclaimed) ==
  LET left == {f \in Flags : waiter[f] = t} IN
  /\ raised' = [f \in Flags |-> raised[f] /\ ~(f \in left /\ r = "woken")]
  /\ waiter' = [f \in Flags |-> IF f \in left THEN None ELSE waiter[f]]
  /\ touched' = [f \in Flags |-> touched[f] /\ f \notin left]
  /\ patience' = [f \in Flags |->
       CASE f \in left -> NoPatience
         [] f \notin left /\ yielded /\ patience[f][1] = t /\ patience[f][2] < MaxPatience -> <<t, patience[f][2] + 1>>
         [] f \notin left /\ yielded /\ Unnoticed(f) /\ waiter[f] \notin timed /\ patience[f][1] # t /\ unclaimed[f] -> <<t, 0>>
         [] OTHER -> patience[f]]
  /\ UNCHANGED <<armed, handed>>

\* The end of a sleep counts as a yield.
FlagLeaveCountsSleeps(t, r) == Leaves(t, r, r = "ok", [f \in Flags |-> patience[f][1] \notin live])

\* Whoever yields takes the count over.
FlagLeaveTakesTheCount(t, r) == Leaves(t, r, r = "ok" /\ t \notin due, [f \in Flags |-> TRUE])

\* Where two flags are late at once, the yield notices neither, or one of them.  The action: YieldsTo(t, late flags).
LateFor(t) == {f \in Flags : patience[f] = <<t, MaxPatience>> /\ Unnoticed(f)}
YieldsTo(t, late) ==
  LET woken == {waiter[f] : f \in late} IN
  /\ running = t
  /\ running' = None
  /\ \E order \in Orders(woken) : ready' = Append(ready \o order, t)
  /\ ending' = [u \in Tasks |-> IF u = t THEN {"ok"} ELSE IF u \in woken THEN {"woken"} ELSE ending[u]]
  /\ patience' = [f \in Flags |-> IF f \in late THEN NoPatience ELSE patience[f]]
  /\ UNCHANGED <<live, due, timed, starting, turnVars, eventVars, raised, waiter, touched, armed, handed>>

YieldNoticesNeitherOfTwo(t) == YieldsTo(t, IF Cardinality(LateFor(t)) > 1 THEN {} ELSE LateFor(t))
YieldNoticesOneOfTwo(t) == YieldsTo(t, IF LateFor(t) = {} THEN {} ELSE {CHOOSE f \in LateFor(t) : TRUE})

----------------------------------------------------------------------------
\* Limits.

\* A limit that has passed never loses.  The action: with an expired waiter too.
FlagNoticeTooLate(f) ==
  LET w == waiter[f] IN
  /\ raised[f]
  /\ w # None
  /\ Blocked(w)
  /\ ready' = Append(ready, w)
  /\ ending' = [ending EXCEPT ![w] = {"woken"}]
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, eventVars, raised, waiter, touched, armed, handed>>

\* The expired waiter of an inner task's wait loses its wake-up.
FlagNoticeOfAnInnerTaskTooLate(f) ==
  LET w == waiter[f] IN
  /\ raised[f]
  /\ w # None
  /\ Blocked(w) /\ w \in timed
  /\ due' = due \cup {w}
  /\ ending' = [ending EXCEPT ![w] = {"woken"}]
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ timed' = timed \ {w}
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ UNCHANGED <<running, live, ready, starting, turnVars, eventVars, waiter, touched, armed, handed>>

\* An inner task's wait consumes its signal, and the limit runs on.
FlagNoticeKeepsTheLimit(f) ==
  LET w == waiter[f] IN
  /\ raised[f]
  /\ w # None
  /\ Blocked(w) /\ w \in timed
  /\ due' = due \cup {w}
  /\ ending' = [ending EXCEPT ![w] = {"woken"}]
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ UNCHANGED <<running, live, ready, timed, starting, turnVars, eventVars, waiter, touched, armed, handed>>

\* So it does where the flag was set when the wait began.
FlagWaitBeginsAndKeepsTheLimit(t, f) ==
  /\ starting[t] = f
  /\ raised[f]
  /\ starting' = [starting EXCEPT ![t] = None]
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ due' = due \cup {t}
  /\ ending' = [ending EXCEPT ![t] = {"woken"}]
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ touched' = [touched EXCEPT ![f] = TRUE]
  /\ UNCHANGED <<running, live, ready, timed, turnVars, eventVars, armed, patience, handed>>

\* An inner task's wait, too, is handed its signal.
HandsToInnerTasks(w) == SignalConsumed = "handed"

\* A limit that has passed leaves open how the wait ends, and its task is ready like any other.
ExpireLeavesItOpen(t) ==
  /\ t \in timed
  /\ timed' = timed \ {t}
  /\ ready' = Append(Without(ready, t), t)
  /\ ending' = [ending EXCEPT ![t] = {"timeout", "woken"}]
  /\ starting' = [starting EXCEPT ![t] = None]
  /\ FlagDisturb(t)
  /\ UNCHANGED <<running, live, due, turnVars, eventVars>>

\* A notice ends the limit of the waiter.
FlagNoticeEndsTheLimit(f) ==
  LET w == waiter[f] IN
  /\ raised[f]
  /\ w # None
  /\ Blocked(w)
  /\ ready' = Append(ready, w)
  /\ ending' = [ending EXCEPT ![w] = {"woken"}]
  /\ timed' = timed \ {w}
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ UNCHANGED <<running, live, due, starting, turnVars, eventVars, raised, waiter, touched, armed, handed>>

\* A wait on a clear flag is never asked for with a limit.
FlagWaitBlocksUnlimited(t, f, limited) ==
  /\ running = t
  /\ Unwaited(f)
  /\ ~raised[f]
  /\ ~limited
  /\ running' = None
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ UNCHANGED <<taskVars, eventVars, raised, touched, armed, patience, handed>>
  /\ Answerable'

\* A wait on a set flag that gives a turn has a limit, though the side says that it has none.
FlagWaitYieldsWithALimit(t, f, limited) ==
  /\ running = t
  /\ WaitOnSetFlag = "yields"
  /\ MayLimit(limited)
  /\ Unwaited(f)
  /\ raised[f]
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ ending' = [ending EXCEPT ![t] = {"woken"}]
  /\ passing' = passing \cup {t}
  /\ timed' = IF limited THEN timed \cup {t} ELSE timed
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ touched' = [touched EXCEPT ![f] = TRUE]
  /\ UNCHANGED <<live, due, starting, yielding, round, extra, lateness, cancels, callVars, eventVars>>
  /\ UNCHANGED <<raised, armed, patience, handed>>

\* Where a yield is no place for a cancellation, nor is a sleep or a limit whose time has come.
CancelOfTheDueIsDropped(u) == IF u \in due \/ ending[u] = {"ok"} THEN ending[u] ELSE {"cancelled"}

\* Only a blocked waiter is handed a signal.
FlagNoticeOfTheBlocked(f) ==
  LET w == waiter[f] IN
  /\ raised[f]
  /\ w # None
  /\ Blocked(w)
  /\ ready' = Append(ready, w)
  /\ ending' = [ending EXCEPT ![w] = {"woken"}]
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ handed' = handed \cup {f}
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, eventVars, waiter, touched, armed>>

----------------------------------------------------------------------------
\* What is asked.  The actions: Spawns(t, u, running = t, u \notin live),
\* Cancels(t, u, live \ {t, Main}, "started" \notin ending[u]).

Spawns(t, u, asked, new) ==
  /\ asked
  /\ new
  /\ live' = live \cup {u}
  /\ ready' = Append(ready, u)
  /\ ending' = [ending EXCEPT ![u] = {"started"}]
  /\ UNCHANGED <<running, due, timed, starting, turnVars, eventVars, flagVars>>

SpawnOfTheBlocked(t, u) == Spawns(t, u, running = t, u \notin live \/ Blocked(u))
SpawnBetweenTurns(t, u) == Spawns(t, u, running \in {t, None}, u \notin live)

Cancels(t, u, whom, started) ==
  /\ running = t
  /\ "cancel" \in Features
  /\ u \in whom
  /\ started
  /\ CancelReaches(u)

CancelOfMain(t, u) == Cancels(t, u, live \ {t}, "started" \notin ending[u])
CancelOfItself(t, u) == Cancels(t, u, live \ {Main}, "started" \notin ending[u])
CancelOfTheEnded(t, u) == Cancels(t, u, Tasks \ {t, Main}, "started" \notin ending[u])
CancelOfTheNew(t, u) == Cancels(t, u, live \ {t, Main}, TRUE)

\* A third cancellation while two are queued.
CancelOfAThird(t, u) ==
  /\ running = t
  /\ u \in live \ {t, Main}
  /\ "started" \notin ending[u]
  /\ ready' = Append(ready, Cancelling)
  /\ cancels' = Append(cancels, u)
  /\ UNCHANGED <<running, live, due, ending, timed, starting, yielding, passing, round, extra, lateness, callVars>>
  /\ UNCHANGED <<eventVars, flagVars>>
==============================================================================
