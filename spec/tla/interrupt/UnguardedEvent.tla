--------------------------- MODULE UnguardedEvent ----------------------------
(****************************************************************************)
(* Why an event is not for interrupts: an event without a guard, statement  *)
(* by statement, and an interrupt that calls set() between two statements   *)
(* (CTX-3).  Tasks and loop are one program; an interrupt runs to its end   *)
(* while that program stands still, so here it is one step.  The interrupt  *)
(* also ends the loop's sleep.  That is the better case: MicroPython's poll *)
(* may sleep on until its timer.                                            *)
(* Left out: as in UnguardedCalls.                                          *)
(* UnguardedEvent.cfg: three tasks, no interrupt, 212 states.               *)
(****************************************************************************)
EXTENDS UnguardedCalls

CONSTANT
  Interrupts  \* the kinds that come: "anywhere" calls set() between any two statements; "asleep" calls it only
              \* while the loop sleeps; "outside calls" calls it while no call is half-way, since each call masks
              \* interrupts; "outside looks" so too, but not between the loop's last look and its sleep;
              \* "flag" raises a flag anywhere, on which the loop then calls set()
ASSUME InterruptsAreKnown == Interrupts \subseteq {"anywhere", "asleep", "outside calls", "outside looks", "flag"}

\* No call is half-way.
BetweenCalls == doing \in {"looking", "looked", "sleeping", "running"}

----------------------------------------------------------------------------
\* The loop

\* The loop takes the first ready task and runs it.
LoopRuns ==
  /\ doing = "looking"
  /\ ready # <<>>
  /\ running' = Head(ready)
  /\ doing' = "running"
  /\ ready' = Tail(ready)
  /\ linked' = linked \ {running'}
  /\ UNCHANGED <<event, waiting, asleep, hand, flag>>

\* The loop looks, finds nothing to do, and is about to sleep.
LoopFindsNobody ==
  /\ doing = "looking"
  /\ ready = <<>> /\ flag = "down"
  /\ doing' = "looked"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* The loop sleeps.  It would see a raised flag at the last moment; it does not look at the run queue again.
LoopSleeps ==
  /\ doing = "looked"
  /\ flag = "down"
  /\ doing' = "sleeping"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* The loop sees the flag at the last moment, and does not sleep.
LoopLooksAgain ==
  /\ doing = "looked"
  /\ flag = "raised"
  /\ doing' = "looking"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* The loop sees the flag, lowers it, and calls set() itself.
LoopServesTheFlag ==
  /\ doing = "looking"
  /\ flag = "raised"
  /\ flag' = "down"
  /\ doing' = "popping"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand>>

----------------------------------------------------------------------------
\* The world outside

\* A timer ends: the task that slept is ready, and the loop looks.
TimerEnds(t) ==
  /\ doing \in {"looking", "sleeping"}
  /\ t \in asleep
  /\ asleep' = asleep \ {t}
  /\ ready' = Append(ready, t)
  /\ doing' = "looking"
  /\ UNCHANGED <<running, event, waiting, linked, hand, flag>>

Roused == IF doing = "sleeping" THEN "looking" ELSE doing

\* An interrupt calls set(): it pops and pushes every waiter, and sets the state.
InterruptSets ==
  /\ \/ "anywhere" \in Interrupts
     \/ "asleep" \in Interrupts /\ doing = "sleeping"
     \/ "outside calls" \in Interrupts /\ BetweenCalls
     \/ "outside looks" \in Interrupts /\ BetweenCalls /\ doing # "looked"
  /\ event' = "set"
  /\ waiting' = <<>>
  /\ ready' = ready \o waiting
  /\ linked' = {t \in linked : Without(waiting, t) = waiting}
  /\ doing' = Roused
  /\ UNCHANGED <<running, asleep, hand, flag>>

\* An interrupt raises the flag, and touches nothing else.
InterruptRaisesTheFlag ==
  /\ "flag" \in Interrupts
  /\ flag' = "raised"
  /\ doing' = Roused
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand>>

Next ==
  \/ \E t \in Waiters : WaitReturns(t)
  \/ \E t \in Waiters : WaitTests(t)
  \/ WaitJoins \/ WaitLinksBack \/ WaitSuspends
  \/ \E t \in Callers : SetBegins(t)
  \/ SetReads \/ SetTakes \/ SetPushes \/ SetFindsNobody \/ SetSetsTheState
  \/ \E t \in Callers : Clear(t)
  \/ \E t \in Cancellers, u \in Waiters : CancelRemoves(t, u)
  \/ CancelPushes
  \/ \E t \in Tasks : Sleep(t)
  \/ LoopRuns \/ LoopFindsNobody \/ LoopSleeps \/ LoopLooksAgain \/ LoopServesTheFlag
  \/ \E t \in Tasks : TimerEnds(t)
  \/ InterruptSets \/ InterruptRaisesTheFlag

Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
\* EVT-7, CTX-3: no task vanishes: each runs, is ready, waits, sleeps, or is about to be pushed.
NoTaskVanishes ==
  Tasks \subseteq {running, hand} \cup asleep \cup {ready[i] : i \in DOMAIN ready} \cup {waiting[i] : i \in DOMAIN waiting}

\* EVT-2, EVT-5, EVT-6: after a set the event is set, after a clear it is clear, and a wait returns at once only if it is set.
CallsDoWhatTheySay ==
  /\ ~ENABLED (SetSetsTheState /\ event' # "set") /\ ~ENABLED (InterruptSets /\ event' # "set")
  /\ \A t \in Callers : ~ENABLED (Clear(t) /\ event' # "clear")
  /\ \A t \in Waiters : ENABLED WaitReturns(t) <=> (Runs(t) /\ event = "set")

\* EVT-7, LOP-4: no statement leaves its program where it was: a call comes to its end, a loop with nothing to do to its sleep.
StatementsLeadOn ==
  /\ \A t \in Waiters : ~ENABLED (WaitTests(t) /\ doing' = doing)
  /\ \A t \in Callers : ~ENABLED (SetBegins(t) /\ doing' = doing)
  /\ \A t \in Tasks : ~ENABLED (Sleep(t) /\ doing' = doing)
  /\ ~ENABLED ((WaitJoins \/ WaitLinksBack \/ WaitSuspends) /\ doing' = doing)
  /\ ~ENABLED ((SetReads \/ SetTakes \/ SetPushes \/ SetFindsNobody \/ SetSetsTheState \/ CancelPushes) /\ doing' = doing)
  /\ ~ENABLED ((LoopRuns \/ LoopFindsNobody \/ LoopSleeps \/ LoopLooksAgain \/ LoopServesTheFlag) /\ doing' = doing)

\* EVT-2, CAN-1: a call has a task in its hand until it has pushed it, and no longer.  Reached by event-without-interrupts.
OnlyCallsHaveATaskInHand == hand # Nobody => doing \in {"read", "popped", "removed"}

\* CAN-1: a task that suspends can be cancelled.  Reached by event-without-interrupts.
WhoSuspendsIsLinked == doing = "linked" => running \in linked

\* EVT-3: an event is cleared by the task that runs.  Reached by event-without-interrupts.
OnlyARunningTaskClears == [][event = "set" /\ event' = "clear" => doing = "running"]_vars

\* CTX-3: the loop calls set(), or does not go to sleep, if the flag is raised, and then only; with the call it lowers the flag.
\* Reached by event-behind-a-flag.
FlagsAreServed ==
  /\ ENABLED LoopServesTheFlag <=> (doing = "looking" /\ flag = "raised")
  /\ ENABLED LoopLooksAgain <=> (doing = "looked" /\ flag = "raised")
  /\ ~ENABLED (LoopServesTheFlag /\ flag' # "down")
  /\ ~ENABLED (InterruptRaisesTheFlag /\ ("flag" \notin Interrupts \/ flag' # "raised"))

\* EVT-2, EVT-9, LOP-1: both queues are queues; a waiter may go from any place.
QueuesKeepTheirOrder == [][
  /\ (Len(ready') >= Len(ready) /\ SubSeq(ready', 1, Len(ready)) = ready) \/ (ready # <<>> /\ ready' = Tail(ready))
  /\ waiting' = Append(waiting, running) \/ waiting' = <<>> \/ \E t \in Tasks \cup {Nobody} : waiting' = Without(waiting, t)
  ]_vars

\* EVT-14, CTX-3: between calls nobody waits for an event that is set: the set that was to wake it has been.
NoWaiterIsStrandedOnASetEvent == (BetweenCalls /\ event = "set") => waiting = <<>>

\* EVT-2, CTX-3: no task is in the run queue twice.
NoTaskIsScheduledTwice == \A i, j \in DOMAIN ready : ready[i] = ready[j] => i = j

\* CAN-1, CTX-3: between calls, a task that is linked to the event's queue is in that queue.  If it were in the run queue, a
\* cancel() would remove it from a queue that it is not in, or the loop would throw the link into the task as an error.
LinkedTasksWait == BetweenCalls => \A t \in linked : \E i \in DOMAIN waiting : waiting[i] = t

\* LOP-4, CTX-3: the loop does not sleep while there is something to do, until an unrelated timer ends.
NoWakeWaitsForAnUnrelatedTimer == doing = "sleeping" => ready = <<>> /\ flag = "down"
==============================================================================
