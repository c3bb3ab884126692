--------------------------- MODULE FlagProperties ---------------------------
(***************************************************************************)
(* What must hold of the algorithm's states and steps; first of all, what  *)
(* a lost wake-up is.                                                      *)
(* Left out: the meaning of the operations, see FlagRefinement; what       *)
(* happens in the end, see FlagLiveness.                                   *)
(***************************************************************************)
EXTENDS FlagAlgorithm

BlockedOn(f) == waiter[f] # None /\ Blocked(waiter[f])

\* A set() has returned, its signal is still there, and the waiter has not been woken.
Owed(f) == f \in kept /\ BlockedOn(f)

\* FLG-4, LOP-4: the loop is never parked, with no permit to come back, on a set() that has returned and whose waiter
\* is not woken; whatever other setters are about to do, or have stopped short of doing.
NoLostWakeup == loop = "parked" /\ ~permit => \A f \in Flags : ~Owed(f)

\* The loop will come to the flag's leaf, and to the top: raised, or being lowered, or still to be looked at.
LeafAhead(f) == hint[leaf[f]] \/ node = leaf[f] \/ f \in todo
TopAhead(f) == hint[root] \/ node = root \/ leaf[f] \in todo \/ node = leaf[f] \/ f \in todo

\* FLG-4: while a returned set() has not woken its waiter, hints lead from the top down to the flag.
HintsLeadToTheFlag == \A f \in Flags : Owed(f) => leaf[f] # None /\ LeafAhead(f) /\ TopAhead(f)

\* FLG-5, FLG-7: the signal of a set() that has returned is there until a wait or a clear() takes it.
KeptSignalsAreThere == \A f \in kept : word[f]

\* FLG-10: a flag belongs to a leaf only while somebody is inside its wait.
OnlyWaitedFlagsHaveALeaf == \A f \in Flags : leaf[f] # None => waiter[f] # None

\* FLG-9: a task is inside one wait at most.
OneWaitATask == \A f, g \in Flags : waiter[f] # None /\ waiter[f] = waiter[g] => f = g

\* LOP-1: a task is at one place, and only those whose wait has ended are ready.
EveryTaskIsAtOnePlace ==
  /\ \A i, j \in DOMAIN ready : ready[i] = ready[j] => i = j
  /\ \A t \in Tasks : IsReady(t) => t # running /\ ~Blocked(t)
  /\ \A t \in Tasks : ending[t] # None => Inside(t)

\* LOP-4: the loop parks only when it has said so, and only when there is nothing to run.
OnlyAnIdleLoopSleeps == loop \in {"park", "parked"} => asleep /\ ready = <<>> /\ running = None

----------------------------------------------------------------------------
WaitEnds(f) == \E t \in Tasks : WaitReturns(t, f) \/ WaitSeesASet(t, f) \/ Consume(t, f)
Taken(f) == word[f] /\ ~word'[f]

\* What returns are paid from: a signal, or the wake-up that it has become.
Credit(f) == word[f] \/ (waiter[f] # None /\ ending[waiter[f]] = "woken")

\* FLG-3, FLG-5: a return leaves no signal behind that came before it.
ReturnsConsume == \A f \in Flags : ~ENABLED (WaitEnds(f) /\ word'[f])

\* FLG-6: a return spends what it is paid from ...
ReturnsSpend == \A f \in Flags : ~ENABLED (WaitEnds(f) /\ (~Credit(f) \/ Credit(f)'))

\* ... and only a set() gives that, so there are no more returns than sets.
OnlySetsGive == [][\A f \in Flags : ~Credit(f) /\ Credit(f)' => \E s \in Setters : Set(s, f)]_vars

\* FLG-5, CAN-2, CAN-5: nothing but the return of a wait, or clear(), takes a signal.
OnlyReturnsAndClearTake == [][\A f \in Flags : Taken(f) => WaitEnds(f) \/ \E t \in Tasks : Clear(t, f)]_vars

\* FLG-2: a set() takes eight steps at most: it never goes back.
Position(s) ==
  LET step == at[s][1]  up == IF at[s][2] # None /\ at[s][2][2] = Top THEN 2 ELSE 0
  IN CASE step = "idle" -> 0 [] step = "leaf" -> 1 [] step = "hint" -> 2 + up
       [] step = "parent" -> 3 + up [] step = "asleep" -> 6 [] step = "unpark" -> 7
SetsGoForward == [][\A s \in Setters : at'[s] # at[s] => Position(s)' > Position(s) \/ Position(s)' = 0]_vars

\* FLG-2: wherever a setter and the loop are, the setter's next step can be taken.
SettersNeverWait == \A s \in Setters : at[s] # Idle => ENABLED SetterGoesOn(s)
=============================================================================
