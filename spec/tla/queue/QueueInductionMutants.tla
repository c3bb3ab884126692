------------------------ MODULE QueueInductionMutants ------------------------
(****************************************************************************)
(* QueueInduction with one statement or one operation altered; as           *)
(* QueueAlgorithmMutants, some of whose alterations are used here too.      *)
(* The first three are right wherever three tasks can come.                 *)
(* Left out: as in QueueInduction.                                          *)
(****************************************************************************)
EXTENDS QueueInduction, QueueAlgorithmMutants

InTheMiddle == running # Nobody /\ who # Nil /\ next[who] \in Tasks /\ prev[who] \in Tasks

\* A running task takes a waiter out of the middle: the one behind it still points back to it.
MiddleForgetsTheOneBehind ==
  /\ at = "skip back"
  /\ prev' = IF InTheMiddle THEN prev ELSE [prev EXCEPT ![next[who]] = prev[who]]
  /\ Go("forget")
  /\ UNCHANGED <<rest, next, epoch>>

\* A running task cancels a waiter in the middle, and the waiter goes before those who are ready.
MiddleOvertakesTheReady ==
  /\ at = "skip on"
  /\ next' = IF InTheMiddle
             THEN [next EXCEPT ![prev[who]] = next[who], ![who] = next[Ready], ![Ready] = who]
             ELSE [next EXCEPT ![prev[who]] = next[who]]
  /\ prev' = IF InTheMiddle
             THEN [prev EXCEPT ![next[who]] = prev[who], ![next[Ready]] = who, ![who] = Ready]
             ELSE prev
  /\ Go(IF InTheMiddle THEN "note ending" ELSE "skip back")
  /\ UNCHANGED <<rest, epoch>>

\* Of more than three waiters only the first three are woken.
SpliceTakesThreeAtMost ==
  /\ at = "look"
  /\ IF next[list] = list
     THEN Go("return")
     ELSE /\ first' = next[list]
          /\ last' = IF Len(List(list)) > 3 THEN List(list)[3] ELSE prev[list]
          /\ at' = "empty"
          /\ UNCHANGED <<op, who, list, before>>
  /\ UNCHANGED <<rest, next, prev, epoch>>

----------------------------------------------------------------------------
\* The operation: InductionWaits(t, e, e, epoch[e]).
InductionWaits(t, e, event, now) ==
  /\ Calls(t)
  /\ ~set[e]
  /\ joined' = [joined EXCEPT ![t] = event]
  /\ stamp' = [stamp EXCEPT ![t] = now]
  /\ Begin("wait", "find last", t, e)
  /\ UNCHANGED <<running, live, set, round, how>>

InductionWaitForgetsTheEvent(t, e) == InductionWaits(t, e, Nil, 0)
InductionWaitsForTheNextEpoch(t, e) == InductionWaits(t, e, e, epoch[e] + 1)

\* What the call kept in mind is there after it.
InductionReturnKeepsTheLast ==
  /\ at = "return"
  /\ op' = Nil /\ at' = Nil /\ who' = Nil /\ list' = Nil /\ first' = Nil /\ before' = NothingSeen
  /\ UNCHANGED <<last, running, waits, live, next, prev, set, epoch, round>>
==============================================================================
