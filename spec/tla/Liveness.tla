------------------------------ MODULE Liveness -------------------------------
(****************************************************************************)
(* What must happen in the end, if tasks suspend again and again.  That     *)
(* they do is up to the tasks, not to the loop.  Each claim needs a part of *)
(* Fairness, without which it fails (see mutants/Unfair).                   *)
(* Left out: how soon (see LOP-3 in LoopChanges); that a run ends whose     *)
(* main task never does.                                                    *)
(****************************************************************************)
EXTENDS Properties

TurnsEnd == []<>(running \notin Tasks)

\* Tasks beside main are alike: what holds of one of them, whatever the others do, holds of each.
Watched == {Main} \cup (IF Tasks = {Main} THEN {} ELSE {CHOOSE t \in Tasks : t # Main})
Runs(t) == running \in {t, Over}

\* EVT-2: a woken waiter runs.
WokenTasksRun == TurnsEnd => \A t \in Watched : ("woken" \in ending[t]) ~> Runs(t)

\* LOP-1: every ready task gets its turn, unless it has yielded where others may pass it over (Yields "idle").
ReadyTasksRun == TurnsEnd => \A t \in Watched : (t \in Range(ready) \ yielding) ~> Runs(t)

\* LOP-2: then it gets its turn all the same, if there are moments again and again in which only such tasks are ready.
NobodyElseIsReady == running = None /\ Range(ready) \subseteq yielding
YieldersRun == (TurnsEnd /\ []<>NobodyElseIsReady) => \A t \in Watched : (t \in yielding) ~> Runs(t)

\* LOP-3: every task whose time has come gets its turn, though others keep the loop busy.
DueTasksRun == TurnsEnd => \A t \in Watched : (t \in due) ~> Runs(t)

\* FLG-4, LOP-3, LOP-4: the waiter of a flag that stays set runs, also if other tasks keep the loop busy, or none does.
SetFlagsWakeTheirWaiter == TurnsEnd =>
  \A t \in Watched, f \in Flags : (waiter[f] = t /\ raised[f]) ~> (Runs(t) \/ ~raised[f])

\* EVT-7, FLG-4: an inner task's wait begins, unless its limit passes first.
WaitsBegin == \A t \in Watched : (starting[t] # None) ~> (starting[t] = None)

\* LOP-5: the run ends, whoever else is blocked or busy, unless the main task waits for ever or suspends again and again, or has
\* yielded and is passed over for ever.
\* That it ends in the very step in which the main task does is safety: MainEndsTheRun.
\* Reached by applies-main-rests, applies-main-blocked.
RunEndsWhateverOthersDo ==
  (TurnsEnd /\ <>[][running = Main => running' # None]_vars) =>
    (<>[]Blocked(Main) \/ <>[](Main \in yielding) \/ <>(running = Over))

\* LOP-6: a loop that nothing can wake ends.
DeadlockIsReported == (running = None /\ Stuck) ~> (running = Over)
==============================================================================
