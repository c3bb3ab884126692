------------------------ MODULE UnguardedEventMutants ------------------------
(****************************************************************************)
(* UnguardedEvent with one statement altered, where no interrupt comes, or  *)
(* only one that does no harm.  A mutant's run puts it in the place of its  *)
(* action, and checks the one claim that must fail.                         *)
(* Left out: as in UnguardedEvent.                                          *)
(****************************************************************************)
EXTENDS UnguardedEvent

\* The task does not test the state.
WaitJoinsUntested(t) ==
  /\ Runs(t)
  /\ doing' = "tested"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* set() sets the state and leaves the waiters where they are.
SetLeavesTheWaiters ==
  /\ doing = "popping"
  /\ doing' = "emptied"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* set() reads the first waiter, but does not take it off the queue.
SetTakesNobody ==
  /\ doing = "read"
  /\ doing' = "popped"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* A pushed task stays linked to the event's queue.
SetPushesALinkedTask ==
  /\ doing = "popped"
  /\ doing' = "popping"
  /\ ready' = Append(ready, hand)
  /\ hand' = Nobody
  /\ UNCHANGED <<running, event, waiting, linked, asleep, flag>>

\* set() does not set the state.
SetForgetsTheState ==
  /\ doing = "emptied"
  /\ doing' = IF running = Loop THEN "looking" ELSE "running"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* set() pushes in front of those who are ready.
SetPushesInFront ==
  /\ doing = "popped"
  /\ doing' = "popping"
  /\ ready' = <<hand>> \o ready
  /\ linked' = linked \ {hand}
  /\ hand' = Nobody
  /\ UNCHANGED <<running, event, waiting, asleep, flag>>

\* set() takes a task off the event's queue, and pushes nobody.
SetPushesNobody ==
  /\ doing = "popped"
  /\ doing' = "popping"
  /\ linked' = linked \ {hand}
  /\ hand' = Nobody
  /\ UNCHANGED <<running, event, waiting, ready, asleep, flag>>

\* cancel() takes a task off the event's queue, and pushes nobody.
CancelPushesNobody ==
  /\ doing = "removed"
  /\ doing' = "running"
  /\ linked' = linked \ {hand}
  /\ hand' = Nobody
  /\ UNCHANGED <<running, event, waiting, ready, asleep, flag>>

\* A cancelled task stays in the event's queue.
CancelRemovesNothing(t, u) ==
  /\ Runs(t)
  /\ u # t
  /\ u \in linked
  /\ doing' = "removed"
  /\ hand' = u
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, flag>>

\* The loop does not look at the flag again before it sleeps.
LoopSleepsWithoutASecondLook ==
  /\ doing = "looked"
  /\ doing' = "sleeping"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* The interrupt raises the flag and lets the loop sleep on.
InterruptRousesNobody ==
  /\ "flag" \in Interrupts
  /\ flag' = "raised"
  /\ UNCHANGED <<running, doing, event, waiting, ready, linked, asleep, hand>>

\* The interrupt calls set() and lets the loop sleep on.
InterruptSetsAndRousesNobody ==
  /\ "asleep" \in Interrupts /\ doing = "sleeping"
  /\ event' = "set"
  /\ waiting' = <<>>
  /\ ready' = ready \o waiting
  /\ linked' = {t \in linked : Without(waiting, t) = waiting}
  /\ UNCHANGED <<running, doing, asleep, hand, flag>>

\* The task tests the state again and again.
WaitTestsForEver(t) ==
  /\ Runs(t)
  /\ event = "clear"
  /\ UNCHANGED vars

\* The loop calls set() for the flag, and leaves it raised.
LoopServesTheFlagForEver ==
  /\ doing = "looking"
  /\ flag = "raised"
  /\ doing' = "popping"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* The task suspends, and no cancel() can find it.
WaitLinksNobody ==
  /\ doing = "joined"
  /\ doing' = "linked"
  /\ UNCHANGED <<running, event, waiting, ready, linked, asleep, hand, flag>>

\* cancel() has pushed the task, and still holds it.
CancelPushesAndKeeps ==
  /\ doing = "removed"
  /\ doing' = "running"
  /\ ready' = Append(ready, hand)
  /\ linked' = linked \ {hand}
  /\ UNCHANGED <<running, event, waiting, asleep, hand, flag>>

\* The event is cleared in the middle of a call.
ClearAtAnyTime(t) ==
  /\ event' = "clear"
  /\ UNCHANGED <<running, doing, waiting, ready, linked, asleep, hand, flag>>
==============================================================================
