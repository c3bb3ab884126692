---------------------------- MODULE OrderMutants -----------------------------
(****************************************************************************)
(* What the sides of WakeOrder, WaitOnSet, AfterWake, Yields and Timers     *)
(* must not allow: actions and operators of Events, Flags and Loop with one conjunct *)
(* altered.  They are made and used as those of EventMutants.               *)
(* Left out: as in EventMutants.                                            *)
(****************************************************************************)
EXTENDS MCFanion

----------------------------------------------------------------------------
\* Who may run.

\* A round has no members: whoever is ready may run, again and again.
MayRunOutOfRounds(t) == t \in due \/ t \in Range(ready)

\* A round leaves out the first of its tasks, whenever another is ready.
MayRunButTheFirst(t) == t \in due \/ (t \in Range(ready) /\ (Len(ready) > 1 => t # Head(ready)))

\* A task stays in its round when it has run.
TakesATurnAndAnother(t) ==
  /\ round' = IF RoundsCount THEN Round ELSE {}
  /\ extra' = extra

\* Turns of others are not counted.
TakesATurnUncounted(t) ==
  /\ round' = IF RoundsCount THEN Round \ {t} ELSE {}
  /\ extra' = 0

----------------------------------------------------------------------------
\* Who may be passed over (Yields "idle").

\* Whoever has not yielded passes over everybody; or whoever has yielded does.
InOrderBeforeAll(t) == t = Head(ready) \/ GoesBefore(t)
InOrderOfYielders(t) == t \in yielding \/ InFrontOf(t) \subseteq yielding

\* Whoever yielded last goes first.
InOrderOfTheLast(t) ==
  IF Range(ready) \subseteq yielding THEN t = ready[Len(ready)] ELSE GoesBefore(t) /\ InFrontOf(t) \subseteq yielding

\* A round ends although somebody is left in it who has not yielded.
BeginsARoundAnyTime(t) == GoesBefore(t) /\ t \notin Round

\* Whoever has yielded begins a round too.
BeginsARoundAgain(t) == t \in Range(ready) \ Round

\* Nobody remembers that the task has yielded.
YieldIsForgotten(t) ==
  /\ running = t
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ ending' = [ending EXCEPT ![t] = {"ok"}]
  /\ UNCHANGED <<live, due, timed, starting, turnVars, eventVars, flagVars>>

----------------------------------------------------------------------------
\* The order of the waiters is free, whatever the side.
AnyWakeOrders(waiters) == Orders(Range(waiters))

\* The waiters of one set.  The action: Sets(t, e, ready \o order of all waiters).

Sets(t, e, orders) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ queue' = [queue EXCEPT ![e] = <<>>]
  /\ ready' \in orders
  /\ ending' = [w \in Tasks |-> IF w \in Range(queue[e]) THEN ending[w] \cup {"woken"} ELSE ending[w]]
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, flagVars>>

\* The third waiter is told that it was woken, and never made ready.
EventSetLosesTheThird(t, e) ==
  Sets(t, e, {ready \o SubSeq(order, 1, IF Len(order) < 2 THEN Len(order) ELSE 2) : order \in Orders(Range(queue[e]))})

\* Whoever was ready before takes part in the shuffle.
EventSetShufflesTheReady(t, e) == Sets(t, e, Orders(Range(ready) \cup Range(queue[e])))

----------------------------------------------------------------------------
\* Turns that nobody is told of.  The action: PassesWith(t, ending).

PassesWith(t, endings) ==
  /\ running = None
  /\ MayRun(t)
  /\ ReturnsLater(t) \/ LooksAgain(t)
  /\ passing' = IF LooksAgain(t) THEN passing \ {t} ELSE passing \cup {t}
  /\ ready' = IF t \in due THEN ready ELSE Append(Without(ready, t), t)
  /\ TakesATurn(t)
  /\ ending' = endings
  /\ UNCHANGED <<running, live, due, timed, starting, yielding, lateness, cancels, callVars, eventVars, flagVars>>

PassesAndLosesTheWake(t) == PassesWith(t, IF ReturnsLater(t) THEN [ending EXCEPT ![t] = {"ok"}] ELSE ending)
PassesAndLosesTheCancel(t) == PassesWith(t, IF LooksAgain(t) THEN [ending EXCEPT ![t] = {"ok"}] ELSE ending)

\* The turn more gives nobody a turn: the task is where it was.
PassesInItsPlace(t) ==
  /\ running = None
  /\ MayRun(t)
  /\ ReturnsLater(t)
  /\ passing' = passing \cup {t}
  /\ TakesATurn(t)
  /\ UNCHANGED <<running, live, ready, due, timed, starting, ending, yielding, lateness, cancels, callVars, eventVars, flagVars>>

\* Whoever is cancelled at a yield may take a turn more, whatever the order; or loses that turn when it is cancelled again.
LearnsLateInAnyOrder(u) == u \in Range(ready) /\ ending[u] = {"ok"}
LearnsLateAgain(u) == WakeOrder = "batch" /\ (ending[u] = {"ok"} \/ u \in passing)

\* A wait on a set event that gives a turn may return at once too.
EventWaitReturnsOnEitherSide(t, e, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ set[e]
  /\ UNCHANGED vars

\* A wait on a set event that gives a turn is no place for a cancellation, or always one, whatever the side.
CancelOnSetIsIgnored(u) == IF ending[u] = {} \/ u \notin passing THEN {"cancelled"} ELSE ending[u]
CancelOnSetAlwaysComes(u) == {"cancelled"}

----------------------------------------------------------------------------
\* Limits.  The action: YieldsFor(t, e, limited, limited /\ LimitOnSet = "kept").

YieldsFor(t, e, limited, kept) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ set[e]
  /\ WaitOnSet = "yields"
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ ending' = [ending EXCEPT ![t] = {"woken"}]
  /\ passing' = passing \cup {t}
  /\ timed' = IF kept THEN timed \cup {t} ELSE timed
  /\ UNCHANGED <<live, due, starting, yielding, round, extra, lateness, cancels, callVars, eventVars, flagVars>>

EventWaitYieldsForEver(t, e, limited) == YieldsFor(t, e, limited, FALSE)
EventWaitYieldsWithALimit(t, e, limited) == YieldsFor(t, e, limited, TRUE)

----------------------------------------------------------------------------
\* Tasks whose time has come.

\* Yields of others are not counted.
YieldedUncounted(t, r) == FALSE

\* The count begins anew with each yield.
LaterAnew(t, u) == IF u \in due THEN <<t, 1>> ELSE NoPatience

\* Yields are counted also for whom nothing is due.
LaterForEverybody(t, u) == <<t, 1>>

\* Nobody claims the patience for a set that an interrupt made.
FlagLeaveClaimsNothing(t, r) ==
  LET left == {f \in Flags : waiter[f] = t}
      yielded == r = "ok" /\ t \notin due /\ (WakeOrder = "batch" \/ t = Head(ready))
  IN
  /\ raised' = [f \in Flags |-> raised[f] /\ ~(f \in left /\ r = "woken")]
  /\ waiter' = [f \in Flags |-> IF f \in left THEN None ELSE waiter[f]]
  /\ touched' = [f \in Flags |-> touched[f] /\ f \notin left]
  /\ patience' = [f \in Flags |->
       CASE f \in left -> NoPatience
         [] f \notin left /\ yielded /\ patience[f][1] = t /\ patience[f][2] < MaxPatience -> <<t, patience[f][2] + 1>>
         [] OTHER -> patience[f]]
  /\ UNCHANGED <<armed, handed>>
==============================================================================
