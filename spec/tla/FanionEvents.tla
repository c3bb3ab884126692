---------------------------- MODULE FanionEvents -----------------------------
(****************************************************************************)
(* The events of a conversation are those of AbstractEvent.  Its waiters    *)
(* are the queue here, and what it tells a ready task is the one thing that *)
(* the task's ending allows.                                                *)
(* Left out: limits, where a conversation leaves open what AbstractEvent    *)
(* fixes (the place of a task whose limit has passed, and how its wait then *)
(* ends); the other sides of the variation points; flags.                   *)
(* FanionEvents.cfg: main and two tasks, two events, 1,291 states.          *)
(****************************************************************************)
EXTENDS MCFanion

Told(t) ==
  CASE ending[t] = {} -> "none"
    [] ending[t] \in {{"started"}, {"ok"}} -> "ok"
    [] OTHER -> CHOOSE r \in ending[t] : TRUE

Meaning == INSTANCE AbstractEvent WITH waiting <- queue, ending <- [t \in Tasks |-> Told(t)]

\* EVT-2, EVT-5, EVT-7, CAN-1, CAN-2, CAN-3: every step is one of AbstractEvent's, or changes nothing there.
RefinesAbstractEvent == Meaning!Steps

\* The step of an operation is the one of its name, and of the task and the event that it was asked of.
\* Reached by conversations-are-abstract-events: each of these actions is taken.
OperationsMeanWhatTheySay == [][
  /\ \A t \in Tasks, e \in Events : EventSet(t, e) => Meaning!Set(t, e)
  /\ \A t \in Tasks, e \in Events : EventClear(t, e) => Meaning!Clear(t, e)
  /\ \A t \in Tasks, e \in Events : EventWaitReturns(t, e, FALSE) => Meaning!WaitReturns(t, e)
  /\ \A t \in Tasks, e \in Events : EventWaitBlocks(t, e, FALSE) => Meaning!WaitBlocks(t, e)
  /\ \A t \in Tasks : Yield(t) => Meaning!Yield(t)
  /\ \A t, u \in Tasks : Cancel(t, u) => Meaning!CancelWaiter(t, u) \/ Meaning!CancelReady(t, u)
  /\ \A t, u \in Tasks : Spawn(t, u) => Meaning!Come(u)
  /\ \A t \in Tasks : Exit(t) => IF t = Main THEN Meaning!End ELSE Meaning!Leave(t)
  /\ \A t \in Tasks, r \in Results : Resume(t, r) => Meaning!Run(t)
  /\ Report => Meaning!End
  ]_vars
==============================================================================
