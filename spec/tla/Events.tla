------------------------------- MODULE Events --------------------------------
(****************************************************************************)
(* The event: one task sets it, any number wait.  Not for interrupts.       *)
(* Left out: what a set from an interrupt would do to an unguarded          *)
(* implementation (see interrupt/UnguardedEvent); here it is refused.       *)
(* Implemented by dev.fanion.Event.                                         *)
(****************************************************************************)
EXTENDS Vocabulary

----------------------------------------------------------------------------
\* Turns.

\* A round of turns, where the order in it is open: those that are ready when it begins, each once.
Round == IF round = {} THEN Range(ready) ELSE round
RoundsCount == WakeOrder \in {"batch", "any"}

\* The ready tasks in front of t, which is one of them, or of a turn of a cancellation.
InFrontOf(t) == LET first == CHOOSE i \in Where(ready, t) : \A j \in Where(ready, t) : i <= j
                IN Range(SubSeq(ready, 1, first - 1))

\* A ready task that has not yielded may go before those who have (Yields "idle"); so may one who has, and was cancelled.
GoesBefore(t) == t \in Range(ready) /\ IF t \in yielding THEN "cancelled" \in ending[t] ELSE TRUE

\* So a queue is one among those who have not yielded, and among those who have; and a round is over when only these are left in
\* it, and others are ready.
InOrder(t) == IF t = Head(ready) THEN TRUE ELSE GoesBefore(t) /\ InFrontOf(t) \subseteq yielding
BeginsARound(t) == GoesBefore(t) /\ t \notin Round /\ Round \subseteq yielding

\* The tasks that a set of an event has called, and that have yet to run.  As long as one of them runs, or has yet to, a wait on
\* the event goes behind them (WaitOnSet "behind").
Left(e) == {t \in called[e] \cup joined[e] : t \in Range(ready) /\ "woken" \in ending[t]}
Calling(e) == running \in called[e] \cup joined[e]
Going(e) == Calling(e) \/ Left(e) # {}
Settled == \A e \in Events : later[e] = {} \/ Left(e) # {}

\* The ready tasks, with others directly behind the last of some.
Behind(tasks, others) ==
  LET places == {i \in DOMAIN ready : ready[i] \in tasks}
      last == IF places = {} THEN 0 ELSE CHOOSE i \in places : \A j \in places : j <= i
  IN SubSeq(ready, 1, last) \o others \o SubSeq(ready, last + 1, Len(ready))

\* Task t is no longer one of them, since it was cancelled, or its limit has passed.
Uncalled(t) == called' = [e \in Events |-> called[e] \ {t}] /\ joined' = [e \in Events |-> joined[e] \ {t}]

\* When all whom an event has called have run and suspended, those are ready who have been waiting for that.
EventCallEnds(e) ==
  /\ running = None
  /\ later[e] # {} /\ Left(e) = {}
  /\ \E order \in Orders(later[e]) : ready' = ready \o order
  /\ called' = [called EXCEPT ![e] = {t \in later[e] : "woken" \in ending[t]}]
  /\ joined' = [joined EXCEPT ![e] = {}]
  /\ later' = [later EXCEPT ![e] = {}]
  /\ UNCHANGED <<running, live, due, timed, starting, ending, yielding, passing, round, extra, lateness, cancels>>
  /\ UNCHANGED <<eventVars, flagVars>>

MayRun(t) == Settled /\
  \/ t \in due
  \/ /\ t \in Range(ready)
     /\ CASE WakeOrder \in {"fifo", "group"} -> InOrder(t)
          [] WakeOrder = "batch" -> t \in Round \/ BeginsARound(t)
          [] WakeOrder = "any" -> t \in Round \/ BeginsARound(t) \/ extra < MaxExtra

\* A turn of t, in whose round others have one more. Nothing tells whether the turn of a due task is the last of a round or one of
\* the next.
TurnBefore(t, others) ==
  /\ CASE ~RoundsCount -> round' = {}
       [] RoundsCount /\ t \in Range(ready) -> round' = ((IF BeginsARound(t) THEN Range(ready) ELSE Round) \ {t}) \cup others
       [] OTHER -> round' \in {round, Round}
  /\ extra' = IF WakeOrder # "any" \/ round' = {} \/ BeginsARound(t) THEN 0 ELSE IF t \in Round \cup due THEN extra ELSE extra + 1
TakesATurn(t) == TurnBefore(t, {})

----------------------------------------------------------------------------
\* Operations.

\* The orders in which the waiters of one set, given in the order of their waits, may run.
WakeOrders(waiters) == IF WakeOrder = "group" THEN Orders(Range(waiters)) ELSE {waiters}

\* Where those become ready whom a set wakes: at the end; behind those whom a former set has called and who have yet to run; or
\* later, if such a one runs now.
Readied(e, order) ==
  CASE Calling(e) -> ready
    [] ~Calling(e) /\ Left(e) \cap called[e] # {} -> Behind(Left(e) \cap called[e], order)
    [] OTHER -> ready \o order
Calls(e, woken) ==
  IF WaitOnSet # "behind" THEN UNCHANGED callVars
  ELSE /\ called' = [called EXCEPT ![e] = IF Calling(e) THEN @ ELSE @ \cup woken]
       /\ later' = [later EXCEPT ![e] = IF Calling(e) THEN @ \cup woken ELSE @]
       /\ UNCHANGED joined

\* set(): every blocked waiter will run, in the order of their waits, behind those already ready (EVT-2).
\* A waiter whose limit has just passed may still end either way, and nothing fixes its place.
EventSet(t, e) ==
  LET waiters == Range(queue[e])
      Free(w) == w \in due \/ Wrapped(w)
  IN
  /\ running = t
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ queue' = [queue EXCEPT ![e] = <<>>]
  /\ \E order \in WakeOrders(SelectSeq(queue[e], LAMBDA w : ~Free(w))) : ready' = Readied(e, order)
  /\ Calls(e, {w \in waiters : ~Free(w)})
  /\ due' = due \cup {w \in waiters : Free(w)}
  /\ ending' = [w \in Tasks |-> IF w \in waiters THEN ending[w] \cup {"woken"} ELSE ending[w]]
  /\ UNCHANGED <<running, live, timed, starting, yielding, passing, round, extra, lateness, cancels, flagVars>>

\* clear(): touches no task and takes back no wake-up (EVT-5).
EventClear(t, e) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = FALSE]
  /\ UNCHANGED <<loopVars, queue, flagVars>>

\* is_set() answers v, and has no effect (EVT-11).
EventIsSet(t, e, v) ==
  /\ running = t
  /\ set[e] = v
  /\ UNCHANGED vars

MayLimit(limited) == limited => "timeout" \in Features

\* wait() on a set event: at once, without giving the loop a turn (EVT-6).
EventWaitReturns(t, e, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ set[e]
  /\ WaitOnSet = "immediate" \/ (WaitOnSet = "behind" /\ ~Going(e))
  /\ ~(limited /\ LimitedWait = "wrapped")
  /\ UNCHANGED vars

\* Task t, who waits on a set event, will run behind the others, or behind those alone whom the event has called; but not a second
\* time among these.
GivesWay(t, e) ==
  LET again == t \in joined[e] IN
  IF WaitOnSet = "yields" THEN ready' = Append(ready, t) /\ UNCHANGED callVars
  ELSE /\ ready' = IF again THEN ready ELSE Behind(Left(e), <<t>>)
       /\ called' = [o \in Events |-> called[o] \ {t}]
       /\ joined' = [o \in Events |-> IF o = e /\ ~again THEN joined[o] \cup {t} ELSE joined[o] \ {t}]
       /\ later' = [later EXCEPT ![e] = IF again THEN @ \cup {t} ELSE @]

\* wait() on a set event, where the runtime gives the loop one turn first, or others a turn.
EventWaitYields(t, e, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ set[e]
  /\ WaitOnSet = "yields" \/ (WaitOnSet = "behind" /\ Going(e))
  /\ ~(limited /\ LimitedWait = "wrapped")
  /\ running' = None
  /\ GivesWay(t, e)
  /\ ending' = [ending EXCEPT ![t] = {"woken"}]
  /\ passing' = passing \cup {t}
  /\ timed' = IF limited /\ LimitOnSet = "kept" THEN timed \cup {t} ELSE timed
  /\ UNCHANGED <<live, due, starting, yielding, round, extra, lateness, cancels, eventVars, flagVars>>

\* wait() on a clear event: joins the queue and suspends (EVT-7, EVT-9).
EventWaitBlocks(t, e, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ ~set[e]
  /\ ~(limited /\ LimitedWait = "wrapped")
  /\ running' = None
  /\ queue' = [queue EXCEPT ![e] = Append(@, t)]
  /\ timed' = IF limited THEN timed \cup {t} ELSE timed
  /\ UNCHANGED <<live, ready, due, ending, starting, turnVars, set, flagVars>>
  /\ Answerable'

\* wait() with a limit, by an inner task, which has yet to begin its wait.
EventWaitStarts(t, e) ==
  /\ running = t
  /\ MayLimit(TRUE)
  /\ LimitedWait = "wrapped"
  /\ running' = None
  /\ timed' = timed \cup {t}
  /\ starting' = [starting EXCEPT ![t] = e]
  /\ UNCHANGED <<live, ready, due, ending, turnVars, eventVars, flagVars>>

\* The inner task's wait begins.
EventWaitBegins(t, e) ==
  /\ starting[t] = e
  /\ starting' = [starting EXCEPT ![t] = None]
  /\ IF set[e]
     THEN due' = due \cup {t} /\ ending' = [ending EXCEPT ![t] = {"woken"}] /\ UNCHANGED queue
     ELSE queue' = [queue EXCEPT ![e] = Append(@, t)] /\ UNCHANGED <<due, ending>>
  /\ UNCHANGED <<running, live, ready, timed, turnVars, set, flagVars>>

\* A woken waiter that gives the loop one more turn before it returns, and has not done so yet.
ReturnsLater(t) ==
  /\ "woken" \in ending[t] /\ t \notin passing
  /\ AfterWake = "passes" \/ (AfterWake = "limited" /\ t \in timed)

\* A cancelled task that finds its cancellation in its next turn, and gives the loop one more turn with it.
LooksAgain(t) == ending[t] = {"cancelled"} /\ t \in passing

\* A task has its turn, and gives the loop another, which nobody is told of.
Passes(t) ==
  /\ running = None
  /\ MayRun(t)
  /\ ReturnsLater(t) \/ LooksAgain(t)
  /\ passing' = IF LooksAgain(t) THEN passing \ {t} ELSE passing \cup {t}
  /\ ready' = IF t \in due THEN ready ELSE Append(Without(ready, t), t)
  /\ TakesATurn(t)
  /\ UNCHANGED <<running, live, due, timed, starting, ending, yielding, lateness, cancels, callVars, eventVars, flagVars>>

\* set() from an interrupt: refused, and nothing changes (CTX-1).
EventUnsafeSet(t, e) ==
  /\ running = t
  /\ "guard" \in Features
  /\ UnsafeSet = "refused"
  /\ UNCHANGED vars
==============================================================================
