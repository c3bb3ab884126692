---------------------------- MODULE EventMutants -----------------------------
(****************************************************************************)
(* Actions of Events with one conjunct altered.  A mutant's run puts the    *)
(* mutant in the place of its action, and checks the one claim that must    *)
(* fail.                                                                    *)
(* A template stands for each action: with the right arguments it is the    *)
(* action itself, as that is where waits have no limit.  A conjunct that is *)
(* just left out makes no mutant: a variable without a value is an error of *)
(* evaluation, whatever is claimed.                                         *)
(* Left out: guards that only bound what is asked, such as those on         *)
(* Features; without them OnlyDeclaredFeaturesAreAsked fails.               *)
(****************************************************************************)
EXTENDS MCFanion

----------------------------------------------------------------------------
\* The action: Sets(t, e, TRUE, <<>>, ready \o queue[e], Waiters(e)).

Sets(t, e, now, left, order, woken) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = now]
  /\ queue' = [queue EXCEPT ![e] = left]
  /\ ready' = order
  /\ ending' = [w \in Tasks |-> IF w \in woken THEN {"woken"} ELSE ending[w]]
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, flagVars>>

First(s) == IF s = <<>> THEN s ELSE <<Head(s)>>
Rest(s) == IF s = <<>> THEN s ELSE Tail(s)
Reversed(s) == [i \in DOMAIN s |-> s[Len(s) + 1 - i]]

EventSetForgetsTheState(t, e) == Sets(t, e, FALSE, <<>>, ready \o queue[e], Waiters(e))
EventSetIsLostWithoutWaiters(t, e) == Sets(t, e, queue[e] # <<>>, <<>>, ready \o queue[e], Waiters(e))
EventSetResetsOnWake(t, e) == Sets(t, e, queue[e] = <<>>, <<>>, ready \o queue[e], Waiters(e))
EventSetToggles(t, e) == Sets(t, e, ~set[e], <<>>, ready \o queue[e], Waiters(e))
EventSetWakesOne(t, e) == Sets(t, e, TRUE, Rest(queue[e]), ready \o First(queue[e]), Range(First(queue[e])))
EventSetWakesInReverse(t, e) == Sets(t, e, TRUE, <<>>, ready \o Reversed(queue[e]), Waiters(e))
EventSetOvertakesTheReady(t, e) == Sets(t, e, TRUE, <<>>, queue[e] \o ready, Waiters(e))
EventSetKeepsTheQueue(t, e) == Sets(t, e, TRUE, queue[e], ready \o queue[e], Waiters(e))
EventSetDropsTheWaiters(t, e) == Sets(t, e, TRUE, <<>>, ready, {})

\* The first waiter runs inside set().
EventSetRunsAWaiter(t, e) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ queue' = [queue EXCEPT ![e] = <<>>]
  /\ ready' = IF queue[e] = <<>> THEN ready ELSE <<t>> \o ready \o Tail(queue[e])
  /\ running' = IF queue[e] = <<>> THEN t ELSE Head(queue[e])
  /\ ending' = [w \in Tasks |->
       IF w \in Waiters(e) \ {running'} THEN {"woken"} ELSE IF w = t /\ running' # t THEN {"ok"} ELSE ending[w]]
  /\ UNCHANGED <<live, due, timed, starting, turnVars, flagVars>>

\* Two events share a queue.
EventSetWakesForAll(t, e) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ queue' = [o \in Events |-> <<>>]
  /\ \E waiters \in Orders(UNION {Waiters(o) : o \in Events}) :
       /\ ready' = ready \o waiters
       /\ ending' = [w \in Tasks |-> IF w \in Range(waiters) THEN {"woken"} ELSE ending[w]]
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, flagVars>>

----------------------------------------------------------------------------
\* The action: Clears(t, e, FALSE, queue[e], ready, ending).

Clears(t, e, now, left, order, endings) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = now]
  /\ queue' = [queue EXCEPT ![e] = left]
  /\ ready' = order
  /\ ending' = endings
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, flagVars>>

EventClearIsIgnored(t, e) == Clears(t, e, set[e], queue[e], ready, ending)
EventClearForgetsWaiters(t, e) == Clears(t, e, FALSE, <<>>, ready, ending)
EventClearWakes(t, e) ==
  Clears(t, e, FALSE, <<>>, ready \o queue[e], [w \in Tasks |-> IF w \in Waiters(e) THEN {"woken"} ELSE ending[w]])
EventClearTakesBackWakes(t, e) ==
  LET woken == {w \in Range(ready) : "woken" \in ending[w] /\ \A f \in Flags : waiter[f] # w}
  IN \E order \in Orders(woken) :
       Clears(t, e, FALSE, queue[e] \o order, SelectSeq(ready, LAMBDA w : w \notin woken),
         [w \in Tasks |-> IF w \in woken THEN {} ELSE ending[w]])

----------------------------------------------------------------------------
\* Questions.

EventIsSetClears(t, e, v) ==
  /\ running = t
  /\ set[e] = v
  /\ set' = [set EXCEPT ![e] = FALSE]
  /\ UNCHANGED <<loopVars, queue, flagVars>>

EventIsSetDoesNotLook(t, e, v) == running = t /\ v = FALSE /\ UNCHANGED vars

EventUnsafeSetSets(t, e) ==
  /\ running = t
  /\ "guard" \in Features
  /\ UnsafeSet = "refused"
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ UNCHANGED <<loopVars, queue, flagVars>>

----------------------------------------------------------------------------
\* The actions: Returns(t, e, set[e], set), Blocks(t, e, ~set[e], Append(queue[e], t)).

Returns(t, e, guard, states) ==
  /\ running = t
  /\ guard
  /\ set' = states
  /\ UNCHANGED <<loopVars, queue, flagVars>>

Blocks(t, e, guard, line) ==
  /\ running = t
  /\ guard
  /\ running' = None
  /\ queue' = [queue EXCEPT ![e] = line]
  /\ UNCHANGED <<taskVars, set, flagVars>>
  /\ Answerable'

EventWaitReturnsWithoutLooking(t, e, limited) == ~limited /\ Returns(t, e, TRUE, set)
EventWaitReturnsAndClears(t, e, limited) == ~limited /\ Returns(t, e, set[e], [set EXCEPT ![e] = FALSE])
EventWaitBlocksWithoutLooking(t, e, limited) == ~limited /\ Blocks(t, e, TRUE, Append(queue[e], t))
EventWaitBlocksAtTheFront(t, e, limited) == ~limited /\ Blocks(t, e, ~set[e], <<t>> \o queue[e])
EventWaitBlocksTwice(t, e, limited) == ~limited /\ Blocks(t, e, ~set[e], queue[e] \o <<t, t>>)
EventWaitBlocksUnqueued(t, e, limited) == ~limited /\ Blocks(t, e, ~set[e], queue[e])

\* Without the conjunct on WaitOnSet.
EventWaitYieldsAnyway(t, e, limited) ==
  /\ running = t
  /\ ~limited
  /\ set[e]
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ ending' = [ending EXCEPT ![t] = {"woken"}]
  /\ UNCHANGED <<live, due, timed, starting, turnVars, eventVars, flagVars>>
==============================================================================
