------------------------------- MODULE Changes -------------------------------
(****************************************************************************)
(* What must hold of every change to events, flags and those who wait for   *)
(* them, each claim under the ids of the rules that it states.  A claim     *)
(* knows a change by its effect, so it catches a wrong action whatever the  *)
(* action's name.  A claim names an action only where it says what that     *)
(* very operation must do.                                                  *)
(* Left out: the turns of tasks (see LoopChanges); and as in Properties.    *)
(****************************************************************************)
EXTENDS Properties

IsPrefix(s, u) == Len(s) <= Len(u) /\ SubSeq(u, 1, Len(s)) = s
IsAmong(s, u) == SelectSeq(u, LAMBDA t : t \in Range(s)) = s
From(s, n) == SubSeq(s, n + 1, Len(s))
GoesOn == running' # Over
Suspends(t) == running = t /\ running' = None
Becomes(t, r) == r \in ending'[t] \ ending[t]

\* EVT-2: a set makes exactly the blocked waiters ready, behind those already ready; none runs before it returns.  They are
\* ready in their order, but for "group", where any order among themselves will do.
\* A waiter whose limit has passed may still end either way (CAN-5).
SetWakesAllInOrder == [][
  GoesOn => \A e \in Events : (~set[e] /\ set'[e]) =>
    /\ queue'[e] = <<>>
    /\ running' = running /\ live' = live /\ timed' = timed
    /\ IsPrefix(ready, ready') \/ Going(e)
    /\ LET woken == SelectSeq(BlockedOn(e), LAMBDA t : ~Wrapped(t))
           behind == From(ready', Len(ready))
       IN \/ IF WakeOrder = "group" THEN behind \in Orders(Range(woken)) ELSE behind = woken
          \/ Going(e) /\ Range(woken) \subseteq Range(ready') \cup later'[e] /\ IsAmong(ready, ready')
    /\ \A t \in Tasks : ending'[t] = ending[t] \cup IF t \in Waiters(e) THEN {"woken"} ELSE {}
  ]_vars

\* EVT-3, EVT-5: an event stays set until a running task clears it, and nothing else changes then.
EventStaysSetUntilCleared == [][
  GoesOn => \A e \in Events : (set[e] /\ ~set'[e]) =>
    running \in Tasks /\ UNCHANGED <<loopVars, queue, flagVars>> /\ \A o \in Events \ {e} : set'[o] = set[o]
  ]_vars

\* EVT-4: a set on a set event changes nothing.
SetOnASetEventChangesNothing == [][\A t \in Tasks, e \in Events : (set[e] /\ EventSet(t, e)) => UNCHANGED vars]_vars

\* EVT-5: clearing touches no task, no waiter and no wake-up, also where the event was clear.
ClearTouchesNoTask == [][\A t \in Tasks, e \in Events : EventClear(t, e) => UNCHANGED <<loopVars, queue, flagVars>>]_vars

\* EVT-6: a wait on a set event gives the loop no turn, unless the runtime is of the other side (WaitOnSet).
WaitOnASetEventGivesNoTurn == [][
  \A t \in Tasks : (Suspends(t) /\ "woken" \in ending'[t]) =>
    \/ WaitOnSet # "immediate" /\ \E e \in Events : set[e]
    \/ WaitOnSetFlag = "yields" /\ \E f \in Flags : raised[f] /\ waiter'[f] = t
  ]_vars

\* EVT-6, EVT-11, CTX-1, FLG-9: a wait that returns at once, a question, and a refused operation have no effect.
AnswersHaveNoEffect == [][
  \A t \in Tasks, e \in Events, f \in Flags, b \in BOOLEAN :
    (EventIsSet(t, e, b) \/ EventWaitReturns(t, e, b) \/ EventUnsafeSet(t, e) \/ FlagWaitRefused(t, f, b)) => UNCHANGED vars
  ]_vars

\* EVT-7, EVT-9: a task joins an event's queue when its own wait runs, at the end, and only while the event is clear.
WaitersJoinAtTheEnd == [][
  \A e \in Events : \A t \in Tasks : (t \notin Waiters(e) /\ t \in Range(queue'[e])) =>
    ~set[e] /\ queue'[e] = Append(queue[e], t) /\ (Suspends(t) \/ starting[t] = e)
  ]_vars

\* EVT-7, FLG-4: when an inner task begins its wait, the wait is registered or returns.
WaitsThatBeginAreRegistered == [][
  GoesOn => \A t \in Tasks : (starting[t] # None /\ starting'[t] = None) =>
    ending'[t] # {} \/ (\E e \in Events : t \in Range(queue'[e])) \/ (\E f \in Flags : waiter'[f] = t)
  ]_vars

\* EVT-7, EVT-10: a blocked task stays blocked until a set, a notice, a cancellation or its time.
BlockedUntilWoken == [][
  GoesOn => \A t \in Tasks : Blocked(t) =>
    \/ ending'[t] = {}
    \/ ending'[t] = {"woken"} /\ \E e \in Events : (t \in Waiters(e) /\ set'[e]) \/ (starting[t] = e /\ set[e])
    \/ ending'[t] = {"woken"} /\ \E f \in Flags : (waiter[f] = t \/ starting[t] = f) /\ raised[f]
    \/ ending'[t] = {"cancelled"}
    \/ ending'[t] \in {{"ok"}, {"timeout"}} /\ t \in timed \ timed'
  ]_vars

\* EVT-5, EVT-8, FLG-8: nothing takes a wake-up back but a cancellation, or a limit that has passed.
NoWakeIsTakenBack == [][
  GoesOn => \A t \in Tasks : ("woken" \in ending[t] /\ running' # t) =>
    \/ "woken" \in ending'[t]
    \/ CancelSide(t) = "cancelled" /\ ending'[t] = {"cancelled"}
  ]_vars

\* CAN-4: nothing takes a cancellation back: the task learns of it, however many turns it takes to find out.
NoCancellationIsTakenBack == [][
  GoesOn => \A t \in Tasks : ("cancelled" \in ending[t] /\ running' # t) => "cancelled" \in ending'[t]
  ]_vars

\* EVT-12: a step touches one event or one flag at most, and its queue or waiter.
ObjectsAreIndependent == [][
  GoesOn =>
    Cardinality({e \in Events : <<set'[e], queue'[e]>> # <<set[e], queue[e]>>})
      + Cardinality({f \in Flags : <<raised'[f], waiter'[f]>> # <<raised[f], waiter[f]>>}) <= 1
  ]_vars

\* CAN-1, CAN-3: a cancellation takes one task off one queue; the other tasks, their order and every object stay.
CancelTouchesOneTask == [][
  \A t, u \in Tasks : ((CancelDelivery = "immediate" /\ Cancel(t, u)) \/ Becomes(u, "cancelled")) =>
    /\ \A v \in Tasks \ {u} : ending'[v] = ending[v]
    /\ \A e \in Events : queue'[e] = Without(queue[e], u)
    /\ timed \ timed' \subseteq {u} /\ timed' \subseteq timed
    /\ UNCHANGED <<set, raised, waiter, running, live>>
    /\ ready' =
         IF CancelDelivery = "queued" THEN <<u>> \o Without(WithoutFirst(ready, Cancelling), u)
         ELSE IF Blocked(u) /\ ~Wrapped(u) THEN Append(ready, u)
         ELSE IF MovesBack(u) THEN Append(Without(ready, u), u) ELSE ready
    /\ Direct /\ CancelSide(u) = "cancelled" => ending'[u] = {"cancelled"}
  ]_vars

\* CAN-4, EVT-10: a suspension ends once, with something that happened to the task.
EndingsAreConsumed == [][
  \A t \in Tasks : (running # t /\ running' = t) => ending[t] # {} /\ ending'[t] = {} /\ t \notin timed'
  ]_vars

\* CAN-5: when a limit or a sleep ends, it ends for one task that had one; the step sets, consumes and leaves nothing.
TimeTouchesOneTask == [][
  \A t \in Tasks : Becomes(t, "timeout") =>
    /\ t \in timed \ timed' /\ t \in due'
    /\ \A u \in Tasks \ {t} : ending'[u] = ending[u]
    /\ ready' = Without(ready, t) /\ ending[t] \subseteq ending'[t]
    /\ UNCHANGED <<running, live, eventVars, raised, waiter>>
  ]_vars

\* CAN-5, CAN-6: a wait has a limit if and only if one was asked for, and on a set event only where LimitOnSet is "kept"; a task
\* that does not run gets none.
LimitsAreAskedFor == [][
  \A t \in Tasks :
    /\ (t # running /\ t \notin timed) => t \notin timed'
    /\ \A e \in Events, limited \in BOOLEAN : EventWaitBlocks(t, e, limited) => (limited <=> t \in timed')
    /\ \A f \in Flags, limited \in BOOLEAN : FlagWaitBlocks(t, f, limited) => (limited <=> t \in timed')
    /\ \A e \in Events, limited \in BOOLEAN :
         EventWaitYields(t, e, limited) => ((limited /\ LimitOnSet = "kept") <=> t \in timed')
    /\ \A f \in Flags, limited \in BOOLEAN :
         FlagWaitYields(t, f, limited) => ((limited /\ LimitOnSet = "kept") <=> t \in timed')
    /\ \A e \in Events : EventWaitStarts(t, e) => t \in timed' /\ starting'[t] = e
    /\ \A f \in Flags : FlagWaitStarts(t, f) => t \in timed' /\ starting'[t] = f
    /\ Sleep(t) => t \in timed'
  ]_vars

\* An inner task's wait has returned, and its caller has yet to hear of it.
ReturnsToItsOwnTask(t, f) ==
  /\ LimitedWait = "wrapped" /\ t \in timed \cup due /\ Becomes(t, "woken")
  /\ waiter[f] = t \/ starting[t] = f

\* A signal is handed to its waiter, who was woken or cancelled, or is woken now.
IsHandedOver(f) ==
  /\ SignalConsumed = "handed" /\ f \in handed' \ handed
  /\ ending'[waiter'[f]] \cap {"woken", "cancelled"} # {} /\ waiter[f] \in {waiter'[f], None}

\* FLG-5, FLG-6: a signal that is handed over was there, and is there no more.
HandingOverConsumes == [][
  GoesOn => \A f \in handed' \ handed : IsHandedOver(f) /\ raised[f] /\ ~raised'[f]
  ]_vars

\* CAN-2, CAN-5, FLG-5, FLG-6, FLG-8: a signal goes only when a wait returns, or when a task takes the signal back; or, where it
\* is handed over, then, and not when the wait returns.
SignalsAreConsumedOnlyByReturns == [][
  GoesOn => \A f \in Flags : (raised[f] /\ ~raised'[f]) =>
    \/ \E t \in Tasks :
         SignalConsumed = "returned" /\ waiter[f] = t /\ running' = t /\ "woken" \in ending[t] /\ waiter'[f] = None
    \/ IsHandedOver(f)
    \/ \E t \in Tasks : ReturnsToItsOwnTask(t, f)
    \/ running \in Tasks /\ UNCHANGED <<loopVars, eventVars, waiter>>
  ]_vars

\* FLG-5, FLG-6: a return of wait leaves the flag clear; or, where its signal was handed over, keeps a set that came since.
ReturnsConsume == [][
  \A t \in Tasks, f \in Flags :
    ReturnsToItsOwnTask(t, f) \/ (waiter[f] = t /\ (Direct \/ t \notin due) /\ Resume(t, "woken")) =>
      raised'[f] = (f \in handed /\ raised[f])
  ]_vars

\* CAN-2, CAN-5: a wait that ends otherwise keeps the signal, or gives back what it was handed.
OtherEndingsKeepTheSignal == [][
  \A t \in Tasks, r \in {"cancelled", "timeout"} : Resume(t, r) =>
    raised' = [f \in Flags |-> raised[f] \/ (f \in handed /\ waiter[f] = t)]
  ]_vars

\* FLG-2, FLG-4: a set does not run, wake or unregister anybody itself.
FlagSetTouchesNoTask == [][
  \A f \in Flags : (~raised[f] /\ raised'[f] /\ f \notin handed \ handed') => UNCHANGED <<loopVars, eventVars, waiter>>
  ]_vars

\* FLG-8: clearing a flag changes no task and no registration.
FlagClearTouchesNoTask == [][
  \A t \in Tasks, f \in Flags : FlagClear(t, f) => UNCHANGED <<loopVars, eventVars, waiter>>
  ]_vars

\* FLG-3, FLG-4, FLG-9, FLG-10: a waiter comes by its own wait on a clear flag and leaves by running again; nobody replaces it.
WaitersAreNotReplaced == [][
  GoesOn => \A f \in Flags : waiter'[f] # waiter[f] =>
    \/ waiter[f] # None /\ waiter'[f] = None /\ running' = waiter[f]
    \/ waiter[f] = None /\ ((Suspends(waiter'[f]) /\ (~raised[f] \/ ending'[waiter'[f]] = {"woken"})) \/ starting[waiter'[f]] = f)
  ]_vars

\* FLG-9: that an answer is on its way to the waiter stays known until the waiter has left.
AnswersStayKnown == [][
  \A f \in Flags :
    /\ (touched[f] /\ ~touched'[f]) => waiter'[f] = None
    /\ (~armed[f] /\ armed'[f] /\ waiter[f] # None) => touched'[f]
  ]_vars
==============================================================================
