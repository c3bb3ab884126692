-------------------------------- MODULE Sides ---------------------------------
(****************************************************************************)
(* Claims for sides of which Properties and Changes say little: limits      *)
(* where an inner task waits, and signals that are handed over.  And what   *)
(* is asked of an implementation, and what never: docs/protocol.md promises *)
(* it.                                                                      *)
(* Left out: as in Properties; promises about what is on the wire.          *)
(****************************************************************************)
EXTENDS LoopChanges

----------------------------------------------------------------------------
\* Limits.

\* CAN-5: a limit that has passed may still lose: until its task runs, a flag that is set then makes it a return as well.
PassedLimitsMayStillLose ==
  \A f \in Flags : (raised[f] /\ waiter[f] \in due /\ ending[waiter[f]] = {"timeout"}) =>
    ENABLED FlagNotice(f) /\ ~ENABLED (FlagNotice(f) /\ "woken" \notin ending'[waiter[f]])

\* CAN-5: a limit lasts until it passes, or its task runs or is cancelled, also if the task has been woken; or until an inner
\* task's wait has consumed.
LimitsLast == [][
  GoesOn => \A t \in timed \ timed' : running' = t \/ t \in due' \/ "cancelled" \in ending'[t]
  ]_vars

\* CAN-5: where an inner task waits, a wait that has consumed its signal has no limit any more; else the time-out would cost
\* the signal.
ConsumedWaitsHaveNoLimit == [][
  \A t \in Tasks, f \in Flags : ReturnsToItsOwnTask(t, f) => ending'[t] = {"woken"} /\ t \in due' \ timed'
  ]_vars

\* CAN-5: also there, how an operation ends is open only where an inner task's end has still to be heard of.
OnlyInnerTasksLeaveAnythingOpen == ~Direct => \A t \in Tasks : Cardinality(ending[t]) > 1 => t \in due

\* FLG-5, CAN-5: an inner task's wait is handed nothing: it consumes when it is woken.
InnerTasksAreHandedNothing == ~Direct => \A f \in handed : waiter[f] \notin due \cup timed

\* FLG-5, CAN-2: where signals are handed over, a waiter that was cancelled and has yet to leave may be handed one, and gives it
\* back.
WhoLeavesMayBeHandedASignal ==
  \A f \in Flags \ handed :
    (SignalConsumed = "handed" /\ Direct /\ raised[f] /\ waiter[f] # None /\ ending[waiter[f]] = {"cancelled"}) =>
      ENABLED FlagNotice(f)

\* CAN-3: where a yield is no place for a cancellation, a sleep or a limit whose time has come may end either way.
DueTasksMayBeCancelled ==
  (Asked /\ CancelOnYield = "ok" /\ CancelDelivery = "immediate") =>
    \A u \in due : ending[u] \cap {"ok", "timeout"} # {} =>
      ~ENABLED (Cancel(running, u) /\ ending'[u] # ending[u] \cup {"cancelled"})

----------------------------------------------------------------------------
\* What is asked.  Requests and features: see OnlyDeclaredFeaturesAreAsked; second waits: see SecondWaitsAreRefused; that an
\* answer will come: see NothingIsStuckSilently.

\* CAN-5: every wait that suspends can have a limit.
LimitsMayBeAskedFor ==
  (Asked /\ "timeout" \in Features) =>
    /\ \A e \in Events :
         IF Direct THEN ~set[e] => ENABLED EventWaitBlocks(running, e, TRUE) ELSE ENABLED EventWaitStarts(running, e)
    /\ \A f \in Flags : (waiter[f] = None /\ \A u \in Tasks : starting[u] # f) =>
         IF Direct THEN ~raised[f] => ENABLED FlagWaitBlocks(running, f, TRUE) ELSE ENABLED FlagWaitStarts(running, f)
    /\ Direct => \A f \in Flags : ENABLED FlagWaitRefused(running, f, FALSE) => ENABLED FlagWaitRefused(running, f, TRUE)

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
