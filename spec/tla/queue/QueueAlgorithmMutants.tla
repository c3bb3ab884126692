------------------------ MODULE QueueAlgorithmMutants ------------------------
(****************************************************************************)
(* QueueAlgorithm with one statement or one operation altered.  A mutant's  *)
(* run puts it in the place of its action, and checks the one claim that    *)
(* must fail.                                                               *)
(* Left out: as in QueueAlgorithm.                                          *)
(****************************************************************************)
EXTENDS QueueAlgorithm

\* A statement is left out.
Forgets(statement, after) ==
  /\ at = statement
  /\ Go(after)
  /\ UNCHANGED <<rest, next, prev, epoch>>

AppendForgetsToPointBack == Forgets("point back", "point on")
AppendForgetsToPointOn == Forgets("point on", "be pointed to")
AppendForgetsToBePointedTo == Forgets("be pointed to", "be last")
AppendForgetsToBeLast == Forgets("be last", Appended)
UnlinkForgetsTheOneBefore == Forgets("skip on", "skip back")
UnlinkForgetsTheOneBehind == Forgets("skip back", "forget")
UnlinkKeepsItsLinks == Forgets("forget", Unlinked)
SpliceLeavesTheWaiters == Forgets("empty", "move epoch")
SpliceKeepsTheEpoch == Forgets("move epoch", "join back")
SpliceForgetsToJoinBack == Forgets("join back", "join on")
SpliceForgetsToJoinOn == Forgets("join on", "end on")
SpliceForgetsToEnd == Forgets("end on", "end back")
SpliceForgetsTheTail == Forgets("end back", "return")

----------------------------------------------------------------------------
\* The task joins at the front.
AppendJoinsAtTheFront ==
  /\ at = "find last"
  /\ next' = [next EXCEPT ![list] = who, ![who] = next[list]]
  /\ prev' = [prev EXCEPT ![next[list]] = who, ![who] = list]
  /\ Go(Appended)
  /\ UNCHANGED <<rest, epoch>>

\* A task that waits joins the event's list, and then the ready queue too.
AppendJoinsTwice ==
  /\ at = "be last"
  /\ prev' = [prev EXCEPT ![list] = who]
  /\ IF op = "wait"
     THEN op' = "yield" /\ list' = Ready /\ at' = "find last" /\ UNCHANGED <<who, first, last, before>>
     ELSE Go(Appended)
  /\ UNCHANGED <<rest, next, epoch>>

\* A cancelled waiter is taken off the event's list, but not appended to the ready queue.
UnlinkLosesTheTask ==
  /\ at = "forget"
  /\ prev' = [prev EXCEPT ![who] = Nil]
  /\ next' = [next EXCEPT ![who] = Nil]
  /\ Go(IF op = "cancel" THEN "note ending" ELSE Unlinked)
  /\ UNCHANGED <<rest, epoch>>

\* The waiters go before those who are ready.
SpliceOvertakesTheReady ==
  /\ at = "join back"
  /\ next' = [next EXCEPT ![last] = next[Ready], ![Ready] = first]
  /\ prev' = [prev EXCEPT ![next[Ready]] = last, ![first] = Ready]
  /\ Go("return")
  /\ UNCHANGED <<rest, epoch>>

\* The waiters are moved one by one.
SpliceMovesOneByOne ==
  /\ at = "look"
  /\ IF next[list] = list
     THEN Go("return") /\ UNCHANGED <<next, prev>>
     ELSE LET w == next[list] IN
          /\ next' = [next EXCEPT ![list] = next[w], ![prev[Ready]] = w, ![w] = Ready]
          /\ prev' = [prev EXCEPT ![next[w]] = list, ![w] = prev[Ready], ![Ready] = w]
          /\ Go("look")
  /\ UNCHANGED <<rest, epoch>>

----------------------------------------------------------------------------
\* The task does not remember the epoch.
QueueWaitForgetsTheEpoch(t, e) ==
  /\ Calls(t)
  /\ ~set[e]
  /\ joined' = [joined EXCEPT ![t] = e]
  /\ Begin("wait", "find last", t, e)
  /\ UNCHANGED <<running, live, set, round, stamp, how>>

\* The task waits for an event that is set.
QueueWaitDoesNotLook(t, e) ==
  /\ Calls(t)
  /\ joined' = [joined EXCEPT ![t] = e]
  /\ stamp' = [stamp EXCEPT ![t] = epoch[e]]
  /\ Begin("wait", "find last", t, e)
  /\ UNCHANGED <<running, live, set, round, how>>

\* The operation: Sets(t, e, TRUE, "look").
Sets(t, e, now, statement) ==
  /\ Calls(t)
  /\ set' = [set EXCEPT ![e] = now]
  /\ Begin("set", statement, Nil, e)
  /\ UNCHANGED <<running, live, round, waits>>

QueueSetForgetsTheState(t, e) == Sets(t, e, set[e], "look")
QueueSetToggles(t, e) == Sets(t, e, ~set[e], "look")
QueueSetForgetsTheWaiters(t, e) == Sets(t, e, TRUE, "return")

\* The operation: Clears(t, e, FALSE, next).
Clears(t, e, now, links) ==
  /\ Calls(t)
  /\ set' = [set EXCEPT ![e] = now]
  /\ next' = links
  /\ UNCHANGED <<running, live, prev, epoch, round, waits, call>>

QueueClearIsIgnored(t, e) == Clears(t, e, set[e], next)
QueueClearEmptiesTheList(t, e) == Clears(t, e, FALSE, [next EXCEPT ![e] = e])

\* The operation: Cancels(t, u, IF Blocked(u) THEN "skip on" ELSE "note ending", u).
Cancels(t, u, statement, victim) ==
  /\ Calls(t)
  /\ Suspended(u)
  /\ Begin("cancel", statement, victim, Ready)
  /\ UNCHANGED rest

Neighbour(u) == IF Blocked(u) /\ next[u] \in Tasks THEN next[u] ELSE u
QueueCancelTakesTheNeighbour(t, u) == Cancels(t, u, IF Blocked(u) THEN "skip on" ELSE "note ending", Neighbour(u))
QueueCancelQueuesAgain(t, u) == Cancels(t, u, IF Blocked(u) THEN "skip on" ELSE "find last", u)
QueueCancelLosesItsPlace(t, u) == Cancels(t, u, "skip on", u)
QueueCancelLeavesTheWaiter(t, u) == Cancels(t, u, "note ending", u)
QueueCancelIsIgnored(t, u) == Cancels(t, u, "return", u)

----------------------------------------------------------------------------
\* The limit of a woken task passes, and the loop does not look at the epoch.
QueueExpireTakesAWokenTask(u) ==
  /\ running = Nobody
  /\ Suspended(u) /\ joined[u] # Nil /\ how[u] = "woken"
  /\ how' = [how EXCEPT ![u] = "timeout"]
  /\ Begin("expire", "skip on", u, Ready)
  /\ UNCHANGED <<running, live, set, round, joined, stamp>>

\* A limit that comes too late replaces a cancellation.
QueueExpireReplacesACancellation(u) ==
  /\ op = Nil
  /\ running = Nobody
  /\ Suspended(u) /\ joined[u] # Nil /\ ~Blocked(u)
  /\ how' = [how EXCEPT ![u] = "timeout"]
  /\ UNCHANGED <<running, live, next, prev, set, epoch, round, joined, stamp, call>>

\* The last task of the round runs, and no other task of it does.
QueueRunTakesTheLast ==
  /\ running = Nobody
  /\ round # Nil
  /\ Begin("run", "step on", Rest[Len(Rest)], Ready)
  /\ UNCHANGED rest

\* A round begins before the last round is over.
QueueRoundBeginsTooSoon ==
  /\ running = Nobody
  /\ next[Ready] # Ready
  /\ Begin("round", "take all", Nil, Ready)
  /\ UNCHANGED rest

\* A round leaves its tasks in the ready queue as well; a set() empties the event's list as ever.
QueueRoundLeavesTheReady ==
  /\ at = "empty"
  /\ next' = IF op = "round" THEN next ELSE [next EXCEPT ![list] = list]
  /\ prev' = IF op = "round" THEN prev ELSE [prev EXCEPT ![list] = list]
  /\ Go(IF op = "round" THEN "return" ELSE "move epoch")
  /\ UNCHANGED <<rest, epoch>>

QueueRoundIsNotCutOff == Forgets("cut off", "empty")

\* The ending of one wait is left for the next.
QueueTurnKeepsTheEnding ==
  /\ at = "turn"
  /\ running' = who
  /\ joined' = [joined EXCEPT ![who] = Nil]
  /\ stamp' = [stamp EXCEPT ![who] = 0]
  /\ End
  /\ UNCHANGED how
==============================================================================
