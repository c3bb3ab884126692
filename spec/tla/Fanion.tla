------------------------------- MODULE Fanion --------------------------------
(****************************************************************************)
(* The whole: one loop, its tasks, its events and flags, and what a         *)
(* conversation with them can be.  The oracle of the conformance suite      *)
(* reads the next-state relation from here.                                 *)
(* Left out: as in the modules that make it up.                             *)
(****************************************************************************)
EXTENDS Loop

\* The main task has just started; everything is clear (EVT-1, FLG-1).
Init ==
  /\ running = Main
  /\ live = {Main}
  /\ ready = <<>>
  /\ due = {}
  /\ ending = [t \in Tasks |-> {}]
  /\ timed = {}
  /\ starting = [t \in Tasks |-> None]
  /\ yielding = {} /\ passing = {} /\ round = {} /\ extra = 0 /\ lateness = [t \in Tasks |-> NoPatience] /\ cancels = <<>>
  /\ called = [e \in Events |-> {}] /\ joined = called /\ later = called
  /\ set = [e \in Events |-> FALSE]
  /\ queue = [e \in Events |-> <<>>]
  /\ raised = [f \in Flags |-> FALSE]
  /\ waiter = [f \in Flags |-> None]
  /\ touched = [f \in Flags |-> FALSE]
  /\ armed = [f \in Flags |-> FALSE]
  /\ patience = [f \in Flags |-> NoPatience]
  /\ handed = {}

\* What the running task may be asked to do: one action for each operation and each way in which it can go.
Requests ==
  \/ \E t, u \in Tasks : Spawn(t, u)
  \/ \E t \in Tasks : Yield(t)
  \/ \E t \in Tasks : Sleep(t)
  \/ \E t \in Tasks : Hog(t)
  \/ \E t, u \in Tasks : Cancel(t, u)
  \/ \E t \in Tasks : Exit(t)
  \/ \E t \in Tasks, e \in Events : EventSet(t, e)
  \/ \E t \in Tasks, e \in Events : EventClear(t, e)
  \/ \E t \in Tasks, e \in Events, v \in BOOLEAN : EventIsSet(t, e, v)
  \/ \E t \in Tasks, e \in Events, limited \in BOOLEAN : EventWaitReturns(t, e, limited)
  \/ \E t \in Tasks, e \in Events, limited \in BOOLEAN : EventWaitYields(t, e, limited)
  \/ \E t \in Tasks, e \in Events, limited \in BOOLEAN : EventWaitBlocks(t, e, limited)
  \/ \E t \in Tasks, e \in Events : EventWaitStarts(t, e)
  \/ \E t \in Tasks, e \in Events : EventUnsafeSet(t, e)
  \/ \E t \in Tasks, f \in Flags : FlagSet(t, f)
  \/ \E t \in Tasks, f \in Flags : FlagInterrupt(t, f)
  \/ \E t \in Tasks, f \in Flags : FlagArm(t, f)
  \/ \E t \in Tasks, f \in Flags : FlagClear(t, f)
  \/ \E t \in Tasks, f \in Flags, limited \in BOOLEAN : FlagWaitReturns(t, f, limited)
  \/ \E t \in Tasks, f \in Flags, limited \in BOOLEAN : FlagWaitYields(t, f, limited)
  \/ \E t \in Tasks, f \in Flags, limited \in BOOLEAN : FlagWaitBlocks(t, f, limited)
  \/ \E t \in Tasks, f \in Flags, limited \in BOOLEAN : FlagWaitRefused(t, f, limited)
  \/ \E t \in Tasks, f \in Flags : FlagWaitStarts(t, f)
  \/ \E t \in Tasks, f \in Flags : FlagStorm(t, f)

\* What a reply tells: who runs now, and how its operation ended.
Replies ==
  \/ \E t \in Tasks, r \in Results : Resume(t, r)
  \/ Report

\* What no reply tells of.
Internal ==
  \/ \E f \in Flags : FlagNotice(f)
  \/ \E t \in Tasks : Passes(t)
  \/ \E t \in Tasks : CancelComes(t)
  \/ \E e \in Events : EventCallEnds(e)
  \/ \E t \in Tasks, e \in Events : EventWaitBegins(t, e)
  \/ \E t \in Tasks, f \in Flags : FlagWaitBegins(t, f)

\* What the world outside does: time, and interrupts that were asked for.
Outside ==
  \/ \E t \in Tasks : Expire(t)
  \/ \E f \in Flags : FlagFire(f)

Next == Requests \/ Replies \/ Internal \/ Outside

\* The loop goes on while it can.  Nothing is asked of tasks, of time or of interrupts: those are the environment's.
\* A task that may run again and again does run: where an order is left open, the loop starves nobody (LOP-3), but for those who
\* have yielded, while others are ready (Yields "idle").
RunsTasks ==
  \A t \in Tasks : SF_vars((t \in yielding => Range(ready) \subseteq yielding) /\ \E r \in Results : Resume(t, r))
NoticesFlags == \A f \in Flags : WF_vars(FlagNotice(f))
BeginsWaits ==
  /\ \A t \in Tasks : SF_vars(Passes(t)) /\ SF_vars(CancelComes(t))
  /\ \A t \in Tasks, e \in Events : WF_vars(EventWaitBegins(t, e)) /\ WF_vars(EventCallEnds(e))
  /\ \A t \in Tasks, f \in Flags : WF_vars(FlagWaitBegins(t, f))
ReportsDeadlock == WF_vars(Report)
Fairness == RunsTasks /\ NoticesFlags /\ BeginsWaits /\ ReportsDeadlock

Spec == Init /\ [][Next]_vars /\ Fairness
==============================================================================
