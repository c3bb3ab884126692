----------------------------- MODULE Overtaking ------------------------------
(****************************************************************************)
(* How long a task that is ready, or whose time has come, or whose flag is  *)
(* set, can be made to wait, on each side of WakeOrder and of Yields.  An   *)
(* onlooker counts turns; nothing that the loop remembers is used for it.   *)
(* Left out: cancellations, which change no order; the turns that nobody is *)
(* told of (see Passes).                                                    *)
(****************************************************************************)
EXTENDS MCFanion

VARIABLES
  turns,  \* for each ready task and each other one, the turns that this one has begun since
  yields, \* for each due task and each other one, the yields of this one that have ended since; for one who has yielded, while
          \* only such tasks were ready (Yields "idle")
  unseen  \* for each flag that is set and has a blocked waiter without a limit, and each task, the yields of it that have ended
          \* since

FewerExtra == 1 \* for MaxExtra, where more would be more states and show nothing else
Enough == 2 * (MaxExtra + Cardinality(Tasks)) + 2 \* beyond this nothing is counted
Most(n) == IF n > Enough THEN Enough ELSE n
Begins(u) == running # u /\ running' = u
WaitsOnlyForYielders(t) == t \in yielding /\ t \in yielding' /\ Range(ready) \subseteq yielding
EndsAYield(u) == Begins(u) /\ u \in Range(ready) /\ ending[u] = {"ok"}
StaysUnseen(f) == Unnoticed(f) /\ waiter[f] \notin timed /\ waiter'[f] = waiter[f] /\ Unnoticed(f)'
Count(stays, begins, n) == IF ~stays THEN 0 ELSE IF begins THEN Most(n + 1) ELSE n

OvertakingInit ==
  Init /\ turns = [t, u \in Tasks |-> 0] /\ yields = [t, u \in Tasks |-> 0] /\ unseen = [f \in Flags, u \in Tasks |-> 0]
OvertakingNext ==
  /\ Next
  /\ turns' = [t, u \in Tasks |->
       Count(t \in Range(ready) /\ t \in Range(ready') /\ t \notin due', Begins(u) /\ u \notin due, turns[t, u])]
  /\ yields' = [t, u \in Tasks |->
       Count((t \in due /\ t \in due') \/ WaitsOnlyForYielders(t), EndsAYield(u), yields[t, u])]
  /\ unseen' = [f \in Flags, u \in Tasks |-> Count(StaysUnseen(f), EndsAYield(u), unseen[f, u])]
OvertakingSpec == OvertakingInit /\ [][OvertakingNext]_<<vars, turns, yields, unseen>>

RECURSIVE Sum(_, _, _)
Sum(n, t, S) == IF S = {} THEN 0 ELSE LET u == CHOOSE u \in S : TRUE IN n[t, u] + Sum(n, t, S \ {u})
MostTurns == 2 * (MaxExtra + Cardinality(Tasks) - 1)

\* LOP-1, LOP-2: whoever is ready has its turn before anybody else has had two.
\* Reached by overtaking-fifo, overtaking-group.
NobodyIsOvertakenTwice == WakeOrder \in {"fifo", "group"} => \A t \in Tasks \ yielding, u \in Tasks : turns[t, u] <= 1

\* LOP-1, LOP-2: where rounds are in any order, before anybody else has had three.
\* Reached by overtaking-batch.
NobodyIsLeftOutOfARound == WakeOrder = "batch" => \A t \in Tasks \ yielding, u \in Tasks : turns[t, u] <= 2

\* LOP-1, LOP-2: where the order is free, there is a bound all the same.
\* Reached by overtaking-any.
NobodyIsLeftForGood == WakeOrder = "any" => \A t \in Tasks \ yielding : Sum(turns, t, Tasks) <= MostTurns

\* LOP-2: whoever has yielded may be passed over by others without a bound (Yields "idle"), but has its turn in the same bounds
\* while only those are ready who have yielded too.
\* Reached by overtaking-yields, overtaking-yields-batch, overtaking-yields-any.
YieldersTakeTurns == \A t \in yielding :
  CASE WakeOrder \in {"fifo", "group"} -> \A u \in Tasks : yields[t, u] <= 1
    [] WakeOrder = "batch" -> \A u \in Tasks : yields[t, u] <= 2
    [] WakeOrder = "any" -> Sum(yields, t, Tasks) <= MostTurns

\* That somebody who has yielded is never passed over twice; no claim, since it must fail (Yields "idle").
NobodyIsPassedOverTwice == \A t, u \in Tasks : turns[t, u] <= 1

\* LOP-3: whoever's time has come runs, though another task keeps the loop busy.  The loop counts the yields of one other task,
\* so the claim is about two tasks.
\* Reached by overtaking-time.
NobodyIsKeptFromItsTime == (Timers = "rounds" /\ Cardinality(Tasks) = 2) => \A t \in due, u \in Tasks : yields[t, u] <= MaxLate

\* LOP-3: the waiter of a flag that is set is woken before the task that set it yields for the third time, or the fourth (see
\* MaxPatience), however often it sets the flag anew; where an interrupt came later, before a task yields once more.  The claim
\* is about two tasks, as the loop counts the yields of one.
\* Reached by overtaking-signals, overtaking-signals-batch.
NobodyIsKeptFromItsSignal ==
  Cardinality(Tasks) = 2 => \A f \in Flags, u \in Tasks :
    unseen[f, u] <= IF "arm" \in Features THEN MaxPatience + 1 ELSE MaxPatience
==============================================================================
