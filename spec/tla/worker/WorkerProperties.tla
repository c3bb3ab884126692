-------------------------- MODULE WorkerProperties ---------------------------
(****************************************************************************)
(* What may be claimed of a worker's program; the checker says which claims *)
(* hold of which form.  Each claim about a sleeping worker is one of        *)
(* safety: no signal given so far wakes a worker that sleeps on a clear     *)
(* object.                                                                  *)
(* Left out: as in Worker.                                                  *)
(****************************************************************************)
EXTENDS Worker

\* The loop goes on, the worker goes on, and its work takes finite time.  Nothing is asked of the producer.
RunsWorkers == \A w \in Workers : WF_vars(WorkerStarts(w) \/ WorkerWakes(w))
NoticesTheFlag == \A w \in Workers : WF_vars(LoopNotices(w))
WorkersGoOn == \A w \in Workers :
  WF_vars(WaitReturns(w) \/ WaitBlocks(w) \/ FindsItSet(w) \/ FindsItClear(w) \/ Clears(w) \/ WorkBegins(w))
UnitsEnd == \A w \in Workers : WF_vars(WorkEnds(w))
Steps == Init /\ [][Next]_vars
Spec == Steps /\ RunsWorkers /\ NoticesTheFlag /\ WorkersGoOn /\ UnitsEnd

Sleeps(w) == at[w] = "blocked" /\ object = "clear"

\* PRG-3: when all workers sleep, a unit of work has begun after every signal.
NoSignalIsLost == (\A w \in Workers : Sleeps(w)) => \E w \in Workers : ~unserved[w]

\* PRG-2, PRG-3: a worker that sleeps has itself begun a unit of work after every signal.
EveryWorkerIsServed == \A w \in Workers : Sleeps(w) => ~unserved[w]

\* Holds of no form: when the workers sleep, there was a unit for each signal.  One unit serves all signals before it (FLG-5).
EverySignalHasAUnit == \A w \in Workers : Sleeps(w) => spare[w] = 0

\* FLG-6: a worker does no more units than there were signals; one unit may serve several.
UnitsNeverOutnumberSignals == \A w \in Workers : spare[w] >= 0

\* EVT-14: an event that is set has no blocked worker.
SetEventHasNoBlockedWorker == (Form # "flag" /\ object = "set") => \A w \in Workers : at[w] # "blocked"

\* PRG-3: each unit of work serves a signal that the unit before it did not.
EachUnitServesANewSignal == [][\A w \in Workers : (at[w] = "work" /\ at'[w] = "working") => unserved[w]]_vars

\* LOP-1: a worker runs until it suspends, and nobody else goes on meanwhile.
TurnsDoNotOverlap == [][
  (running \in Workers) =>
    /\ running' \in {running, "nobody"}
    /\ \A w \in Workers : at'[w] = at[w] \/ w = running
  ]_vars

\* EVT-7, FLG-5: only who is blocked is woken.
OnlyTheBlockedAreWoken == [][\A w \in Workers : at'[w] = "woken" => at[w] \in {"blocked", "woken"}]_vars

\* EVT-5: after set() and clear() the event is clear.  Reached by worker-chapter-pulse.
PulsesLeaveNothingSet == Producer = "pulse" => object = "clear"

\* FLG-6: each unit counts against the signals given.
UnitsAreCounted == [][
  \A w \in Workers : (at[w] = "work" /\ at'[w] = "working") => spare'[w] = IF spare[w] < 0 THEN spare[w] ELSE spare[w] - 1
  ]_vars

\* PRG-3: whoever is told that there is nothing to do waits next.
WhoFindsNothingWaits == \A w \in Workers : ~ENABLED (FindsItClear(w) /\ at'[w] # "wait()")

\* PRG-3: every signal is followed by a unit of work that began after it.
EverySignalIsFollowedByWork == (\A w \in Workers : unserved[w]) ~> (\E w \in Workers : ~unserved[w])
==============================================================================
