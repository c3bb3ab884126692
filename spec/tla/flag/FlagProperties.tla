--------------------------- MODULE FlagProperties ----------------------------
(****************************************************************************)
(* What must hold of the algorithm's states and steps.  Owed and            *)
(* NoLostWakeup say what a lost wake-up is.                                 *)
(* Left out: the meaning of the operations, see FlagRefinement; what        *)
(* happens in the end, see FlagLiveness.                                    *)
(****************************************************************************)
EXTENDS FlagAlgorithm, TLC

\* Tasks are alike, and so are flags, and setters: TLC looks at one of the states that differ in their names alone.
Alike == Permutations(Tasks) \cup Permutations(Flags) \cup Permutations(Setters)

BlockedOn(f) == waiter[f] # None /\ Blocked(waiter[f])

\* A set() has returned, its signal is still there, and the waiter has not been woken.
Owed(f) == f \in kept /\ BlockedOn(f)

\* FLG-4, LOP-4: while a set() that has returned has not woken its waiter, the loop is not parked without a permit to come
\* back; whatever other setters are about to do, or have stopped short of doing.
NoLostWakeup == loop = "parked" /\ ~permit => \A f \in Flags : ~Owed(f)

\* The loop will come to the flag's leaf, and to the top: the node is marked, or being lowered, or what is below is still to
\* be looked at.
LeafAhead(f) == marked[leaf[f]] \/ node = leaf[f] \/ f \in todo
TopAhead(f) == marked[root] \/ node = root \/ leaf[f] \in todo \/ node = leaf[f] \/ f \in todo

\* FLG-4: while a returned set() has not woken its waiter, the loop will come from the top down to the flag.
HintsLeadToTheFlag == \A f \in Flags : Owed(f) => leaf[f] # None /\ LeafAhead(f) /\ TopAhead(f)

\* FLG-5, FLG-7: the signal of a set() that has returned is there until a wait or a clear() takes it.
KeptSignalsAreThere == \A f \in kept : raised[f]

\* FLG-10: a flag belongs to a leaf only while somebody is inside its wait.
OnlyWaitedFlagsHaveALeaf == \A f \in Flags : leaf[f] # None => waiter[f] # None

\* FLG-9: a task is inside one wait at most.
OneWaitATask == \A f, g \in Flags : waiter[f] # None /\ waiter[f] = waiter[g] => f = g

\* LOP-1: a task is at one place, and a task inside a wait is ready only if that wait has ended.
EveryTaskIsAtOnePlace ==
  /\ \A i, j \in DOMAIN ready : ready[i] = ready[j] => i = j
  /\ \A t \in Tasks : IsReady(t) => t # running /\ ~Blocked(t)
  /\ \A t \in Tasks : ending[t] # None => Inside(t)

\* LOP-1: and at one place at least: whoever's wait has ended is ready or runs, and only those who may sleep do.
NoTaskVanishes ==
  \A t \in Tasks : (ending[t] # None => IsReady(t) \/ running = t) /\ (Sleeps(t) => t \in Sleepers)

\* LOP-4: the loop parks only when it has said so, and only when there is nothing to run.
OnlyAnIdleLoopSleeps == loop \in {"park", "parked"} => asleep /\ ready = <<>> /\ running = None

\* LOP-1: tasks have their turns in the order in which they became ready.
TurnsGoInOrder ==
  [][\/ ready' = ready /\ running' \in {running, None}
     \/ (\E t \in Tasks : ready' = Append(ready, t)) /\ running' \in {running, None}
     \/ ready # <<>> /\ ready' = Tail(ready) /\ running' = Head(ready)]_vars

\* LOP-1, FLG-3: a task runs until it suspends: it yields, sleeps, or its wait blocks.
TasksRunUntilTheySuspend ==
  [][\A t \in Tasks : running = t /\ running' # t => Yield(t) \/ Sleep(t) \/ \E f \in Flags : WaitBlocks(t, f)]_vars

\* What a task may choose to do.
Acts(t) ==
  \/ Yield(t) \/ (t \in Sleepers /\ Sleep(t))
  \/ \E f \in Flags : WaitReturns(t, f) \/ WaitBegins(t, f) \/ WaitRefused(t, f) \/ Clear(t, f)
  \/ \E u \in Tasks : Cancel(t, u)

\* LOP-1: only the task whose turn it is acts, and it does one thing after the other.
OnlyTheRunningTaskActs == \A t \in Tasks : ENABLED Acts(t) => loop = "run" /\ running = t

----------------------------------------------------------------------------
\* Operations do what they are for.  A step that does nothing, and a wait that takes a signal as clear() would, are steps of
\* the abstract flag too, so the refinement does not see them.

\* FLG-9: a wait is refused only while another task is inside a wait on the flag ...
OnlyTakenFlagsRefuse == \A t \in Tasks, f \in Flags : ENABLED WaitRefused(t, f) => waiter[f] # None

\* ... and then no other wait on it begins or returns, until that task has left.
TakenFlagsRefuse == \A t \in Tasks, f \in Flags : waiter[f] # None => ~ENABLED (WaitReturns(t, f) \/ WaitBegins(t, f))

\* FLG-9: a refusal changes nothing.
RefusalsChangeNothing == \A t \in Tasks, f \in Flags : ~ENABLED (WaitRefused(t, f) /\ vars' # vars)

\* FLG-3, FLG-4, FLG-9: a running task may call wait() at any time: it returns, begins, or is refused.
WaitsAreAnswered ==
  \A t \in Tasks, f \in Flags :
    loop = "run" /\ running = t => ENABLED (WaitReturns(t, f) \/ WaitBegins(t, f) \/ WaitRefused(t, f))

\* FLG-8, CAN-2: it may clear any flag, and cancel any other task inside a wait, also when that wait has ended.
TasksMayClearAndCancel ==
  \A t \in Tasks :
    loop = "run" /\ running = t =>
      /\ \A f \in Flags : ENABLED Clear(t, f)
      /\ \A u \in Tasks : u # t /\ Inside(u) => ENABLED Cancel(t, u)

\* FLG-8: a clear() leaves no signal.
ClearsClear == \A t \in Tasks, f \in Flags : ~ENABLED (Clear(t, f) /\ raised'[f])

\* CAN-1, CAN-2: a wait that is cancelled ends as cancelled, whatever its ending was.
CancelsCancel == \A t, u \in Tasks : ~ENABLED (Cancel(t, u) /\ ending'[u] # "cancelled")

\* CAN-5: a wait whose limit has passed ends as timed out.
LimitsEndWaits == \A t \in Tasks : ~ENABLED (Expire(t) /\ ending'[t] # "timeout")

\* LOP-1: a task whose sleep is over is ready.
EndedSleepsMakeReady == \A t \in Tasks : ~ENABLED (SleepEnds(t) /\ ~IsReady(t)')

\* An idle loop rests: an unpark brings it back once, and is spent when park returns for it.
UnparksAreSpent == ~ENABLED ((Park \/ Unparked) /\ permit')

----------------------------------------------------------------------------
WaitEnds(f) == \E t \in Tasks : WaitReturns(t, f) \/ WaitSeesASet(t, f) \/ Consume(t, f)
Taken(f) == raised[f] /\ ~raised'[f]

\* What the return of a wait spends: a signal, or the wake-up that the signal has become.
Credit(f) == raised[f] \/ (waiter[f] # None /\ ending[waiter[f]] = "woken")

\* FLG-3, FLG-5: a return leaves no signal behind that came before it.
ReturnsConsume == \A f \in Flags : ~ENABLED (WaitEnds(f) /\ raised'[f])

\* FLG-3: a wait whose second look has consumed the signal is on its way to return, and looks no more.
ConsumingWaitsReturn == \A t \in Tasks, f \in Flags : ~ENABLED (WaitSeesASet(t, f) /\ loop' \notin {"unregister", "run"})

\* FLG-4, FLG-6: a task is inside its wait until that wait has ended, or has consumed a signal on its way in.
WaitsEndForAReason ==
  [][\A f \in Flags : waiter[f] # None /\ waiter'[f] # waiter[f] => ending[waiter[f]] # None \/ loop = "unregister"]_vars

\* FLG-6: every return spends a credit ...
ReturnsSpend == \A f \in Flags : ~ENABLED (WaitEnds(f) /\ (~Credit(f) \/ Credit(f)'))

\* ... and nothing but a set() gives one, so that there are no more returns than sets.
OnlySetsGive == [][\A f \in Flags : ~Credit(f) /\ Credit(f)' => \E s \in Setters : Set(s, f)]_vars

\* FLG-5, CAN-2, CAN-5: nothing but the return of a wait, or clear(), takes a signal.
OnlyReturnsAndClearTake == [][\A f \in Flags : Taken(f) => WaitEnds(f) \/ \E t \in Tasks : Clear(t, f)]_vars

\* FLG-2: a set() takes ten steps at most: it never goes back.
Position(s) ==
  LET step == at[s][1]  up == IF at[s][2] # None /\ at[s][2][2] = Top THEN 3 ELSE 0
  IN CASE step = "idle" -> 0 [] step = "leaf" -> 1 [] step = "hint" -> 2 + up [] step = "mark" -> 3 + up
       [] step = "parent" -> 4 + up [] step = "asleep" -> 8 [] step = "unpark" -> 9
SetsGoForward == [][\A s \in Setters : at'[s] # at[s] => Position(s)' > Position(s) \/ Position(s)' = 0]_vars

\* FLG-2: wherever a setter and the loop are, the setter's next step can be taken.
SettersNeverWait == \A s \in Setters : at[s] # Idle => ENABLED SetterGoesOn(s)
==============================================================================
