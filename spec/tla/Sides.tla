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
\* Turns that nobody is told of, and what the loop remembers.

\* CAN-2, CAN-3: whoever is cancelled says so in its next turn, unless a round is open.
\* Reached by passes, yields-idle.
CancelledTasksSpeakAtOnce == WakeOrder # "batch" => \A t \in passing : ending[t] # {"cancelled"}

\* LOP-1, EVT-6, FLG-7, CAN-2: a turn that nobody is told of is one of a wait on something set, of a woken task that passes, or of
\* a cancelled one in an open round; it goes behind the others, and is over when the task runs, passes or is cancelled.
\* Reached by passes, flag-yields-returned, yields-idle-batch.
HiddenTurnsHaveCauses == [][
  GoesOn => \A t \in Tasks :
    /\ \A e \in Events, limited \in BOOLEAN : EventWaitYields(t, e, limited) => t \in passing'
    /\ \A f \in Flags, limited \in BOOLEAN : FlagWaitYields(t, f, limited) => t \in passing'
    /\ t \in passing' \ passing =>
         \/ Suspends(t) /\ ending'[t] = {"woken"}
         \/ /\ running = None /\ UNCHANGED <<running, ending>> /\ "woken" \in ending[t]
            /\ AfterWake = "passes" \/ (AfterWake = "limited" /\ t \in timed)
            /\ t \in due \/ ready'[Len(ready')] = t
         \/ WakeOrder = "batch" /\ t \in Range(ready) /\ ending[t] = {"ok"} /\ ending'[t] = {"cancelled"}
    /\ t \in passing \ passing' =>
         \/ running' = t
         \/ Becomes(t, "cancelled") /\ ending'[t] = {"cancelled"}
         \/ running = None /\ UNCHANGED <<running, ending>> /\ ending[t] = {"cancelled"} /\ (t \in due \/ ready'[Len(ready')] = t)
  ]_vars

\* LOP-3: yields are counted for a task whose time has come, and for nobody else.
\* Reached by overtaking-time.
LatenessIsOfTheDue == \A t \in Tasks : lateness[t] # NoPatience => t \in due /\ Timers = "rounds"

\* EVT-6: a set calls those whom it wakes; or, while one whom it has called runs, they are called when that call has ended.  A
\* wait behind the called joins them.
\* Reached by waits-behind.
WhomASetWakesIsCalled == [][
  (GoesOn /\ WaitOnSet = "behind") => \A e \in Events :
    /\ (~set[e] /\ set'[e]) => \A t \in Range(BlockedOn(e)) : Wrapped(t) \/ t \in IF Calling(e) THEN later'[e] ELSE called'[e]
    /\ \A t \in later[e] \ later'[e] :
         t \in due' \/ "cancelled" \in ending'[t] \/ (running = None /\ t \in Range(ready') /\ t \in called'[e])
    /\ \A t \in Tasks, limited \in BOOLEAN : EventWaitYields(t, e, limited) =>
         (t \in joined'[e] <=> t \notin later'[e]) /\ \A o \in Events : t \notin called'[o] /\ (o # e => t \notin joined'[o])
  ]_vars

\* EVT-6: whoever is called is so until it has run and suspended, and no longer; so is whoever has joined.
\* Reached by waits-behind.
CallsLastUntilTheyHaveRun == [][
  GoesOn => \A e \in Events :
    /\ \A t \in Left(e) : t \in called'[e] \cup joined'[e] \/ t \in due' \/ "cancelled" \in ending'[t]
    /\ (running \in called[e] \cup joined[e] /\ running' = running) => running \in called'[e] \cup joined'[e]
    /\ (running = None /\ running' # None) => \A t \in called'[e] \cup joined'[e] : t \in Range(ready) /\ "woken" \in ending[t]
  ]_vars

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
