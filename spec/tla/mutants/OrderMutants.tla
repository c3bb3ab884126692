---------------------------- MODULE OrderMutants -----------------------------
(****************************************************************************)
(* What the sides of WakeOrder, WaitOnSet, AfterWake and Timers must not    *)
(* allow: actions and operators of Events, Flags and Loop with one conjunct *)
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
  /\ UNCHANGED <<running, live, due, timed, starting, lateness, cancels, callVars, eventVars, flagVars>>

PassesAndLosesTheWake(t) == PassesWith(t, IF ReturnsLater(t) THEN [ending EXCEPT ![t] = {"ok"}] ELSE ending)
PassesAndLosesTheCancel(t) == PassesWith(t, IF LooksAgain(t) THEN [ending EXCEPT ![t] = {"ok"}] ELSE ending)

\* A wait on a set event that gives a turn is no place for a cancellation, or always one, whatever the side.
CancelOnSetIsIgnored(u) == IF ending[u] = {} \/ u \notin passing THEN {"cancelled"} ELSE ending[u]
CancelOnSetAlwaysComes(u) == {"cancelled"}

----------------------------------------------------------------------------
\* Limits.  The action: Yields(t, e, limited, limited /\ LimitOnSet = "kept").

Yields(t, e, limited, kept) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ set[e]
  /\ WaitOnSet = "yields"
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ ending' = [ending EXCEPT ![t] = {"woken"}]
  /\ passing' = passing \cup {t}
  /\ timed' = IF kept THEN timed \cup {t} ELSE timed
  /\ UNCHANGED <<live, due, starting, round, extra, lateness, cancels, callVars, eventVars, flagVars>>

EventWaitYieldsForEver(t, e, limited) == Yields(t, e, limited, FALSE)
EventWaitYieldsWithALimit(t, e, limited) == Yields(t, e, limited, TRUE)

----------------------------------------------------------------------------
\* Tasks whose time has come.

\* Yields of others are not counted.
YieldedUncounted(t, r) == FALSE

\* The count begins anew with each yield.
LaterAnew(t, u) == IF u \in due THEN <<t, 1>> ELSE NoPatience

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
