-------------------------------- MODULE Sides ---------------------------------
(****************************************************************************)
(* What CAN-5 is on each side of LimitedWait, and what is never asked of an *)
(* implementation: the promises of docs/protocol.md.                        *)
(* Left out: as in Properties; promises about what is on the wire.          *)
(****************************************************************************)
EXTENDS LoopChanges

----------------------------------------------------------------------------
\* Limits.

\* CAN-5: a limit that has passed may still lose: until its task runs, a flag that is set then makes it a return as well.
PassedLimitsMayStillLose ==
  \A f \in Flags : (raised[f] /\ waiter[f] \in due /\ ending[waiter[f]] = {"timeout"}) =>
    ENABLED FlagNotice(f) /\ ~ENABLED (FlagNotice(f) /\ "woken" \notin ending'[waiter[f]])

\* CAN-5: where an inner task waits, a wait that has consumed its signal has no limit any more; else the time-out would cost
\* the signal.
ConsumedWaitsHaveNoLimit == [][
  \A t \in Tasks, f \in Flags : ReturnsToItsOwnTask(t, f) => ending'[t] = {"woken"} /\ t \in due' \ timed'
  ]_vars

----------------------------------------------------------------------------
\* What is asked.  Requests and features: see OnlyDeclaredFeaturesAreAsked; second waits: see SecondWaitsAreRefused; that an
\* answer will come: see NothingIsStuckSilently.

\* The next request is for the task that spoke last: nobody is asked between two turns, or after the run.
NobodyIsAskedBetweenTurns == ~Asked => ~ENABLED Requests

\* No live task is spawned; any other can be.
OnlyNewTasksAreSpawned == \A t, u \in Tasks : ENABLED Spawn(t, u) <=> (t = running /\ u \notin live)

\* Nobody cancels itself, the main task, a task that has not started yet, or one that has ended; nor is a third cancellation asked
\* for while two are queued.
OnlyStartedTasksAreCancelled ==
  \A t, u \in Tasks : ENABLED Cancel(t, u) =>
    /\ t = running /\ u \in live \ {t, Main} /\ "started" \notin ending[u]
    /\ CancelDelivery = "queued" => Len(cancels) < 2
==============================================================================
