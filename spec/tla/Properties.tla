----------------------------- MODULE Properties ------------------------------
(****************************************************************************)
(* What must hold of every state of a conversation, each claim under the    *)
(* ids of the rules that it states.  Some claims speak of the answers that  *)
(* a state allows.  Such a claim names the operation and says what it must  *)
(* never be able to do; so the claim also sees steps that change nothing.   *)
(* Left out: changes (see Changes), what must happen in the end (see        *)
(* Liveness), and what this level cannot say (see Vocabulary).              *)
(****************************************************************************)
EXTENDS Fanion

Direct == LimitedWait = "direct"
Waiters(e) == Range(queue[e])
BlockedOn(e) == SelectSeq(queue[e], LAMBDA t : ending[t] = {})
Asked == running \in Tasks

----------------------------------------------------------------------------
\* Where tasks are.

Places(t) ==
  Cardinality({p \in {"running", "ready", "due", "later", "blocked"} :
    CASE p = "running" -> t = running
      [] p = "ready" -> t \in Range(ready)
      [] p = "due" -> t \in due
      [] p = "later" -> \E e \in Events : t \in later[e]
      [] p = "blocked" -> Blocked(t)})

\* LOP-1: a live task is at one place, and no other task is anywhere; a round ends, since all that it waits for is ready.
EveryTaskIsAtOnePlace ==
  /\ running # Over => \A t \in Tasks : Places(t) = IF t \in live THEN 1 ELSE 0
  /\ round \subseteq Range(ready)

\* EVT-10, CAN-1: no task is queued twice, on one object or on two.
NoTaskIsQueuedTwice ==
  /\ \A i, j \in DOMAIN ready : ready[i] = ready[j] /\ ready[i] # Cancelling => i = j
  /\ \A t \in Tasks :
       Cardinality({<<e, i>> \in Events \X (1 .. Cardinality(Tasks)) : i \in DOMAIN queue[e] /\ queue[e][i] = t})
         + Cardinality({f \in Flags : waiter[f] = t}) <= 1

\* EVT-7: no task vanishes; a blocked task waits for something that can still come.
BlockedTasksWaitForSomething ==
  \A t \in Tasks : Blocked(t) =>
    \/ t \in timed
    \/ \E e \in Events : t \in Waiters(e)
    \/ \E f \in Flags : waiter[f] = t

\* EVT-14: an event that is set has no blocked waiter.
SetEventHasNoBlockedWaiter == \A e \in Events : set[e] => BlockedOn(e) = <<>>

\* CAN-1, CAN-5, FLG-10: a task whose wait is over is registered nowhere; a flag's waiter has not left its wait.
OnlyWaitingTasksAreQueued ==
  /\ \A e \in Events : \A t \in Waiters(e) : t \in live /\ t # running /\ ending[t] \subseteq {"timeout"}
  /\ \A f \in Flags : waiter[f] # None =>
       waiter[f] \in live \ {running} /\ ending[waiter[f]] \subseteq {"woken", "timeout", "cancelled"}

\* CAN-2, CAN-5: a cancelled wait ends as cancelled, whatever else came.
CancelledWaitsEndAsCancelled ==
  (CancelAfterSet = "cancelled" /\ Direct) =>
    \A t \in Tasks : ("cancelled" \in ending[t] /\ CancelSide(t) = "cancelled") => ending[t] = {"cancelled"}

\* CAN-5: how a task's operation ends is open only where its limit has passed, and so is its place.
OnlyTimeLeavesAnythingOpen ==
  /\ due \cup timed # {} => "timeout" \in Features
  /\ Direct => \A t \in Tasks : Cardinality(ending[t]) > 1 =>
       "timeout" \in ending[t] \/ (t \in due /\ ending[t] = {"ok", "cancelled"} /\ CancelOnYield = "ok")
  /\ \A t \in Tasks : "timeout" \in ending[t] => t \in due \ timed

\* FLG-9: the environment knows when an answer to a flag's waiter is on its way, and asks for no second wait then.
AnswersOnTheirWayAreKnown ==
  \A f \in Flags :
    /\ (waiter[f] # None /\ (raised[f] \/ ending[waiter[f]] # {})) => touched[f]
    /\ touched[f] => waiter[f] # None

\* FLG-5, FLG-10: a signal that was handed over belongs to a waiter that has yet to leave, and to a woken or cancelled one.
HandedSignalsHaveAWaiter ==
  \A f \in handed :
    /\ SignalConsumed = "handed"
    /\ waiter[f] # None /\ ending[waiter[f]] \cap {"woken", "cancelled"} # {}

\* LOP-3: yields are counted while a flag is unnoticed, and no longer.
PatienceIsForUnnoticedFlags ==
  \A f \in Flags : patience[f] # NoPatience => Unnoticed(f) /\ waiter[f] \notin timed

\* LOP-2: who may be passed over is known: whoever has yielded and not run since, and nobody else.
YieldersAreKnown ==
  /\ yielding \subseteq Range(ready) /\ \A t \in yielding : ending[t] \in {{"ok"}, {"cancelled"}}
  /\ \A t \in Range(ready) \cap Tasks : "ok" \in ending[t] => (t \in yielding <=> Yields = "idle")

\* LOP-5: nothing of a run outlives it.
NothingOutlivesTheRun ==
  running = Over =>
    /\ live \cup due \cup timed \cup Range(ready) \cup yielding \cup passing \cup round \cup Range(cancels) = {}
    /\ \A t \in Tasks : ending[t] = {} /\ starting[t] = None /\ lateness[t] = NoPatience
    /\ \A e \in Events : ~set[e] /\ queue[e] = <<>> /\ called[e] \cup joined[e] \cup later[e] = {}
    /\ handed = {}
    /\ \A f \in Flags : ~raised[f] /\ waiter[f] = None /\ ~touched[f] /\ ~armed[f] /\ patience[f] = NoPatience

\* LOP-6: while the run goes on, somebody can still be woken, or the loop can say that nobody can.
NothingIsStuckSilently == running # Over => Answerable

\* LOP-6: where nobody can be woken, every task waits for an event; these are the names that the loop gives.
TheStuckWaitForEvents == Stuck => \A t \in live : Blocked(t) /\ \E e \in Events : t \in Waiters(e)

----------------------------------------------------------------------------
\* What may be answered.

\* EVT-1, FLG-1: new objects are clear.  (Of the first state only, so it is listed among the PROPERTIES.)
NewObjectsAreClear == (\A e \in Events : ~set[e]) /\ (\A f \in Flags : ~raised[f])

\* EVT-11: is_set answers the state.
IsSetAnswersTheState ==
  \A t \in Tasks, e \in Events, v \in BOOLEAN : ENABLED EventIsSet(t, e, v) <=> (t = running /\ set[e] = v)

\* EVT-2, EVT-4: an event can be set at any time, and is set then.
SetSetsTheEvent ==
  Asked => \A e \in Events : ENABLED EventSet(running, e) /\ ~ENABLED (EventSet(running, e) /\ ~set'[e])

\* EVT-5: an event can be cleared at any time, and is clear then.
ClearClearsTheEvent ==
  Asked => \A e \in Events : ENABLED EventClear(running, e) /\ ~ENABLED (EventClear(running, e) /\ set'[e])

\* EVT-6, EVT-7: a wait is answered at once if the event is set, and only then; on the side "behind", if nobody whom the event has
\* woken runs or has yet to; on the side "yields" never.  On a set event it is either answered at once or gives a turn.
SetEventsAnswerAtOnce ==
  \A t \in Tasks, e \in Events :
    /\ ENABLED EventWaitReturns(t, e, FALSE) <=>
         /\ t = running /\ set[e] /\ WaitOnSet # "yields"
         /\ WaitOnSet = "behind" => \A u \in called[e] \cup joined[e] : u # t /\ ~(u \in Range(ready) /\ "woken" \in ending[u])
    /\ ENABLED EventWaitYields(t, e, FALSE) <=> (t = running /\ set[e] /\ ~ENABLED EventWaitReturns(t, e, FALSE))

\* CAN-6: a limit changes nothing for a wait on something that is set.
LimitsDoNotMatterOnASetObject ==
  (Asked /\ Direct /\ "timeout" \in Features) =>
    /\ \A e \in Events : set[e] => (ENABLED EventWaitReturns(running, e, TRUE) <=> ENABLED EventWaitReturns(running, e, FALSE))
    /\ \A f \in Flags : (raised[f] /\ Unwaited(f)) =>
         IF WaitOnSetFlag = "immediate" THEN ENABLED FlagWaitReturns(running, f, TRUE)
         ELSE ENABLED FlagWaitYields(running, f, TRUE)

\* FLG-3, FLG-6: a wait is answered at once if the flag is set and nobody waits, and only then; never where it gives a turn.
\* Reached by conversations.
SetFlagsAnswerAtOnce ==
  \A t \in Tasks, f \in Flags :
    ENABLED FlagWaitReturns(t, f, FALSE) <=> (t = running /\ raised[f] /\ Unwaited(f) /\ WaitOnSetFlag = "immediate")

\* FLG-7: where a wait on a set flag gives a turn, it is answered after that turn, and only if the flag is set and nobody waits.
SetFlagsAnswerAfterATurn ==
  WaitOnSetFlag = "yields" =>
    \A t \in Tasks, f \in Flags :
      /\ ENABLED FlagWaitYields(t, f, FALSE) <=> (t = running /\ raised[f] /\ Unwaited(f))
      /\ ~ENABLED (FlagWaitYields(t, f, FALSE) /\ ~(t \in Range(ready') /\ ending'[t] = {"woken"}))

\* FLG-3, FLG-5: a wait that is answered at once consumes the signal.
AnswersAtOnceConsume ==
  \A t \in Tasks, f \in Flags, limited \in BOOLEAN : ~ENABLED (FlagWaitReturns(t, f, limited) /\ raised'[f])

\* FLG-2, FLG-5, FLG-7: a flag can be set at any time, whether or not it is set or waited on, and is set then.
SetSetsTheFlag ==
  \A f \in Flags :
    /\ Asked => ENABLED FlagSet(running, f) /\ ~ENABLED (FlagSet(running, f) /\ ~raised'[f])
    /\ (Asked /\ "interrupt" \in Features) =>
         ENABLED FlagInterrupt(running, f) /\ ~ENABLED (FlagInterrupt(running, f) /\ ~raised'[f])
    /\ ~ENABLED (FlagFire(f) /\ ~raised'[f])

\* FLG-2, LOP-4: an interrupt that was asked for comes once, whatever the loop does.
ArmedInterruptsComeOnce ==
  \A f \in Flags :
    /\ ENABLED FlagFire(f) <=> armed[f]
    /\ ~ENABLED (FlagFire(f) /\ armed'[f])
    /\ Asked => ~ENABLED (FlagArm(running, f) /\ ~armed'[f])

\* FLG-8: a flag can be cleared at any time, and is clear then; after a storm it is clear too.
ClearClearsTheFlag ==
  Asked => \A f \in Flags :
    ENABLED FlagClear(running, f) /\ ~ENABLED ((FlagClear(running, f) \/ FlagStorm(running, f)) /\ raised'[f])

\* FLG-9: a second wait is refused while the first task is blocked, and otherwise never asked for.
SecondWaitsAreRefused ==
  \A t \in Tasks, f \in Flags : ENABLED FlagWaitRefused(t, f, FALSE) <=>
    /\ SecondFlagWaiter = "refused"
    /\ t = running /\ waiter[f] # None /\ Blocked(waiter[f]) /\ ~touched[f] /\ waiter[f] \notin Range(cancels)

\* CTX-1: an event's set in an interrupt can be tried at any time, and is refused.
UnsafeSetsAreRefused ==
  \A t \in Tasks, e \in Events :
    ENABLED EventUnsafeSet(t, e) <=> (t = running /\ "guard" \in Features /\ UnsafeSet = "refused")

\* CAN-1, CAN-2, CAN-3: any started task but main and oneself can be cancelled, and then may end as cancelled; where that is
\* queued, each cancellation has its turn.
CancelCancels ==
  /\ Range(cancels) \subseteq live \ {Main} /\ Len(cancels) = Cardinality(Where(ready, Cancelling))
  /\ (Asked /\ "cancel" \in Features) => \A u \in live \ {running, Main} : "started" \notin ending[u] =>
    /\ CancelDelivery = "immediate" \/ Len(cancels) < MaxCancels => ENABLED Cancel(running, u)
    /\ CancelDelivery = "queued" => ~ENABLED (Cancel(running, u) /\ cancels' # Append(cancels, u))
    /\ CancelDelivery = "immediate" /\ CancelSide(u) = "cancelled" =>
         ~ENABLED (Cancel(running, u) /\ "cancelled" \notin ending'[u])

\* LOP-1, LOP-2: t is the first of the ready; or all in front of it have yielded, and it has not, or was cancelled.
IsNext(t) == \E i \in DOMAIN ready :
  /\ ready[i] = t
  /\ i = 1 \/ t \notin yielding \/ "cancelled" \in ending[t]
  /\ \A j \in 1 .. i - 1 : ready[j] \in yielding

\* CAN-4, EVT-8: a task that runs learns something that happened to it; nothing keeps the next task from running.
RepliesAreTrue ==
  \A t \in Tasks, r \in Results : ENABLED Resume(t, r) <=>
    /\ running = None /\ r \in ending[t] /\ Settled
    /\ ~((r = "woken" /\ ReturnsLater(t) /\ ~OnFlag(t)) \/ LooksAgain(t))
    /\ ~(Timers = "rounds" /\ Yielded(t, r) /\ \E u \in due : lateness[u] = <<t, MaxLate>>)
    /\ t \in due \/ (t \in Range(ready) /\ (WakeOrder \in {"fifo", "group"} => IsNext(t)) /\ (RoundsCount => MayRun(t)))

LimitedWaitOf(t) ==
  \/ \E e \in Events : EventWaitReturns(t, e, TRUE) \/ EventWaitYields(t, e, TRUE) \/ EventWaitBlocks(t, e, TRUE)
  \/ \E f \in Flags : FlagWaitReturns(t, f, TRUE) \/ FlagWaitYields(t, f, TRUE)
  \/ \E f \in Flags : FlagWaitBlocks(t, f, TRUE) \/ FlagWaitRefused(t, f, TRUE)
StartedWait(t) == (\E e \in Events : EventWaitStarts(t, e)) \/ (\E f \in Flags : FlagWaitStarts(t, f))

\* Nothing is asked of an implementation that it did not declare, and waits with a limit are of one kind (CAN-5).
OnlyDeclaredFeaturesAreAsked ==
  Asked =>
    /\ ENABLED LimitedWaitOf(running) => "timeout" \in Features /\ Direct
    /\ ENABLED StartedWait(running) => "timeout" \in Features /\ ~Direct
    /\ ENABLED Sleep(running) \/ ENABLED Hog(running) => "timeout" \in Features
    /\ \A u \in Tasks : ENABLED Cancel(running, u) => "cancel" \in Features
    /\ \A f \in Flags :
         /\ ENABLED FlagInterrupt(running, f) => "interrupt" \in Features
         /\ ENABLED FlagArm(running, f) <=> ("arm" \in Features /\ ~armed[f])
         /\ ENABLED FlagStorm(running, f) <=> ("storm" \in Features /\ live = {Main} /\ ~armed[f])

\* LOP-5: the main task can end at any time, whoever is blocked, and the run with it.
MainEndsTheRun ==
  running = Main => ENABLED Exit(Main) /\ ~ENABLED (Exit(Main) /\ running' # Over)
==============================================================================
