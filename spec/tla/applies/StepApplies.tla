----------------------------- MODULE StepApplies -----------------------------
(****************************************************************************)
(* For each claim about steps that has a condition, an action whose steps   *)
(* meet the condition.  A claim whose action is never taken says nothing,   *)
(* and the build fails.                                                     *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS MCFanion

----------------------------------------------------------------------------
\* Changes to events, flags and their waiters.

SetWakesAllInOrderApplies == Asked /\ Next /\ GoesOn /\ \E e \in Events : ~set[e] /\ set'[e] /\ BlockedOn(e) # <<>>
EventStaysSetUntilClearedApplies == Asked /\ Next /\ GoesOn /\ \E e \in Events : set[e] /\ ~set'[e]
SetOnASetEventChangesNothingApplies == Asked /\ \E t \in Tasks, e \in Events : EventSet(t, e) /\ set[e]
ClearTouchesNoTaskApplies == Asked /\ \E t \in Tasks, e \in Events : EventClear(t, e) /\ ~set[e] /\ queue[e] # <<>>
ClearTouchesNoTaskAppliesToWakes ==
  Asked /\ \E t \in Tasks, e \in Events : EventClear(t, e) /\ set[e] /\ \E u \in Tasks : "woken" \in ending[u]
WaitOnASetEventGivesNoTurnApplies == Asked /\ Next /\ \E t \in Tasks : Suspends(t) /\ "woken" \in ending'[t]
AnswersHaveNoEffectApplies == Asked /\ \E t \in Tasks, e \in Events, b \in BOOLEAN :
    EventIsSet(t, e, b) \/ EventWaitReturns(t, e, b) \/ EventUnsafeSet(t, e)
AnswersHaveNoEffectAppliesToRefusals ==
  Asked /\ \E t \in Tasks, f \in Flags, b \in BOOLEAN : FlagWaitRefused(t, f, b)
WaitersJoinAtTheEndApplies ==
  Next /\ \E e \in Events, t \in Tasks : queue[e] # <<>> /\ t \notin Waiters(e) /\ t \in Range(queue'[e])
WaitsThatBeginAreRegisteredApplies ==
  (\E t \in Tasks : starting[t] # None) /\ Next /\ GoesOn
    /\ \E t \in Tasks : starting[t] # None /\ starting'[t] = None
BlockedUntilWokenApplies == Next /\ GoesOn /\ \E t \in Tasks : Blocked(t) /\ ending'[t] # {}
NoWakeIsTakenBackApplies == Next /\ GoesOn /\ \E t \in Tasks : "woken" \in ending[t] /\ running' # t
NoCancellationIsTakenBackApplies == Next /\ GoesOn /\ \E t \in Tasks : "cancelled" \in ending[t] /\ running' # t
ObjectsAreIndependentApplies ==
  Cardinality(Events) > 1 /\ Next /\ GoesOn /\ (\E e \in Events : set'[e] # set[e])
    /\ (\E o \in Events : set'[o] = set[o] /\ queue[o] # <<>>)
ObjectsAreIndependentAppliesToFlags ==
  Cardinality(Flags) > 1 /\ Next /\ GoesOn /\ (\E f \in Flags : raised'[f] # raised[f])
    /\ (\E o \in Flags : raised'[o] = raised[o] /\ waiter[o] # None)
CancelTouchesOneTaskApplies == Asked /\ \E t, u \in Tasks : Cancel(t, u) /\ \E e \in Events : u \in Waiters(e)
CancelTouchesOneTaskAppliesToFlags == Asked /\ \E t, u \in Tasks : Cancel(t, u) /\ \E f \in Flags : waiter[f] = u
EndingsAreConsumedApplies == running = None /\ Next /\ \E t \in Tasks : running # t /\ running' = t
TimeTouchesOneTaskApplies == timed # {} /\ Next /\ \E t \in Tasks : Becomes(t, "timeout")
LimitsAreAskedForApplies ==
  Asked /\ \E t \in Tasks, e \in Events, limited \in BOOLEAN : EventWaitBlocks(t, e, limited)
LimitsAreAskedForAppliesToFlags ==
  Asked /\ \E t \in Tasks, f \in Flags, limited \in BOOLEAN : FlagWaitBlocks(t, f, limited)
LimitsAreAskedForAppliesToOthers == Next /\ \E t \in Tasks : t # running /\ t \notin timed /\ timed # timed'

EventSteps ==
  \/ SetWakesAllInOrderApplies
  \/ EventStaysSetUntilClearedApplies
  \/ SetOnASetEventChangesNothingApplies
  \/ ClearTouchesNoTaskApplies
  \/ ClearTouchesNoTaskAppliesToWakes
  \/ WaitOnASetEventGivesNoTurnApplies
  \/ AnswersHaveNoEffectApplies
  \/ AnswersHaveNoEffectAppliesToRefusals
  \/ WaitersJoinAtTheEndApplies
  \/ WaitsThatBeginAreRegisteredApplies
  \/ BlockedUntilWokenApplies
  \/ NoWakeIsTakenBackApplies
  \/ NoCancellationIsTakenBackApplies
  \/ ObjectsAreIndependentApplies
  \/ ObjectsAreIndependentAppliesToFlags
  \/ CancelTouchesOneTaskApplies
  \/ CancelTouchesOneTaskAppliesToFlags
  \/ EndingsAreConsumedApplies
  \/ TimeTouchesOneTaskApplies
  \/ LimitsAreAskedForApplies
  \/ LimitsAreAskedForAppliesToFlags
  \/ LimitsAreAskedForAppliesToOthers

----------------------------------------------------------------------------
\* Flags.

HandingOverConsumesApplies == Next /\ GoesOn /\ handed' \ handed # {}
HandingOverConsumesAppliesToLeaving ==
  Next /\ GoesOn /\ \E f \in handed' \ handed : waiter[f] # None /\ ending[waiter[f]] = {"cancelled"}
SignalsAreConsumedOnlyByReturnsApplies ==
  (\E f \in Flags : raised[f]) /\ Next /\ GoesOn /\ \E f \in Flags : raised[f] /\ ~raised'[f] /\ waiter[f] # None
ReturnsConsumeApplies ==
  running = None /\ \E t \in Tasks : Resume(t, "woken") /\ \E f \in Flags : waiter[f] = t /\ raised[f] /\ Direct
ReturnsConsumeAppliesToHandedSignals ==
  running = None /\ \E t \in Tasks : Resume(t, "woken") /\ \E f \in handed : waiter[f] = t /\ raised[f]
ReturnsConsumeAppliesToItsOwnTask ==
  LimitedWait = "wrapped" /\ Next /\ \E t \in Tasks, f \in Flags : ReturnsToItsOwnTask(t, f)
OtherEndingsKeepTheSignalApplies ==
  running = None /\ \E t \in Tasks : Resume(t, "cancelled") /\ \E f \in Flags : waiter[f] = t /\ raised[f]
OtherEndingsKeepTheSignalAppliesToTimeouts ==
  running = None /\ \E t \in Tasks : Resume(t, "timeout") /\ \E f \in Flags : waiter[f] = t /\ raised[f]
OtherEndingsKeepTheSignalAppliesToHandedSignals ==
  running = None /\ \E t \in Tasks, r \in {"cancelled", "timeout"} : Resume(t, r) /\ \E f \in handed : waiter[f] = t /\ ~raised[f]
FlagSetTouchesNoTaskApplies == Next /\ \E f \in Flags : ~raised[f] /\ raised'[f] /\ waiter[f] # None
FlagClearTouchesNoTaskApplies ==
  Asked /\ \E t \in Tasks, f \in Flags : FlagClear(t, f) /\ raised[f] /\ waiter[f] # None
WaitersAreNotReplacedApplies == Next /\ GoesOn /\ \E f \in Flags : waiter[f] = None /\ waiter'[f] # None
WaitersAreNotReplacedAppliesToLeaving ==
  running = None /\ Next /\ GoesOn /\ \E f \in Flags : waiter[f] # None /\ waiter'[f] # waiter[f]
AnswersStayKnownApplies == (\E f \in Flags : touched[f]) /\ Next /\ \E f \in Flags : touched[f] /\ ~touched'[f]
AnswersStayKnownAppliesToArming == Asked /\ Next /\ \E f \in Flags : ~armed[f] /\ armed'[f] /\ waiter[f] # None

FlagSteps ==
  \/ HandingOverConsumesApplies
  \/ HandingOverConsumesAppliesToLeaving
  \/ SignalsAreConsumedOnlyByReturnsApplies
  \/ ReturnsConsumeApplies
  \/ ReturnsConsumeAppliesToHandedSignals
  \/ ReturnsConsumeAppliesToItsOwnTask
  \/ OtherEndingsKeepTheSignalApplies
  \/ OtherEndingsKeepTheSignalAppliesToTimeouts
  \/ OtherEndingsKeepTheSignalAppliesToHandedSignals
  \/ FlagSetTouchesNoTaskApplies
  \/ FlagClearTouchesNoTaskApplies
  \/ WaitersAreNotReplacedApplies
  \/ WaitersAreNotReplacedAppliesToLeaving
  \/ AnswersStayKnownApplies
  \/ AnswersStayKnownAppliesToArming

----------------------------------------------------------------------------
\* Turns.

ReadyTasksKeepTheirOrderApplies == ready # <<>> /\ Next /\ GoesOn /\ WakeOrder \in {"fifo", "group"} /\ ready' # ready
ReadyTasksKeepTheirOrderAppliesToYields ==
  ready # <<>> /\ WakeOrder \in {"fifo", "group"} /\ Yields = "idle" /\ Next /\ running' \in Range(Tail(ready))
QueuedCancelsHaveTheirTurnsApplies ==
  Asked /\ CancelDelivery = "queued" /\ \E t, u \in Tasks : Cancel(t, u) /\ cancels # <<>>
QueuedCancelsHaveTheirTurnsAppliesToTheTurns ==
  running = None /\ cancels # <<>> /\ \E u \in Tasks : CancelComes(u) /\ "woken" \in ending[u]
WaitsGoBehindTheWokenApplies ==
  Asked /\ WaitOnSet = "behind" /\ \E t \in Tasks, e \in Events : EventWaitYields(t, e, FALSE) /\ t \notin joined[e]
WaitsGoBehindTheWokenAppliesAgain ==
  Asked /\ WaitOnSet = "behind" /\ \E t \in Tasks, e \in Events : EventWaitYields(t, e, FALSE) /\ t \in joined[e]
TurnsDoNotOverlapApplies == Asked /\ Next /\ running' # running
NewTasksAreReadyApplies == Asked /\ Next /\ live' \ live # {}
YieldGivesEverybodyATurnApplies ==
  Asked /\ ready # <<>> /\ Next /\ \E t \in Tasks : Suspends(t) /\ "ok" \in ending'[t]
YieldsAreNotCancelledApplies ==
  CancelOnYield = "ok" /\ Asked /\ \E t, u \in Tasks : Cancel(t, u) /\ ending[u] = {"ok"}
YieldsAreCountedApplies == Next /\ \E f \in Flags :
    ~raised[f] /\ Unnoticed(f)' /\ waiter[f] = waiter'[f] /\ waiter[f] \notin timed /\ ~armed[f]
YieldsAreCountedAppliesToYields ==
  running = None /\ ready # <<>> /\ Next /\ \E f \in Flags, t \in Tasks, n \in 0 .. MaxPatience - 1 :
    patience[f] = <<t, n>> /\ running # t /\ running' = t /\ ending[t] = {"ok"} /\ t = Head(ready)
YieldsAreCountedAppliesToInterrupts ==
  running = None /\ ready # <<>> /\ Next /\ \E f \in Flags, t \in Tasks :
    /\ patience[f] = NoPatience /\ Unnoticed(f) /\ waiter[f] \notin timed
    /\ running' = t /\ ending[t] = {"ok"} /\ t = Head(ready)
ThirdYieldFindsTheFlagNoticedApplies == (\E f \in Flags : Unnoticed(f)) /\ Next /\ \E t \in Tasks, f \in Flags :
    patience[f] = <<t, MaxPatience>> /\ Unnoticed(f) /\ Suspends(t) /\ "ok" \in ending'[t]
TasksEndByThemselvesApplies == Asked /\ running # Main /\ Next /\ GoesOn /\ live \ live' # {}
RunEndsWithMainApplies == running = Main /\ Next /\ ~GoesOn
RunEndsWithMainAppliesToDeadlocks == running = None /\ Stuck /\ Next /\ ~GoesOn

TurnSteps ==
  \/ ReadyTasksKeepTheirOrderApplies
  \/ ReadyTasksKeepTheirOrderAppliesToYields
  \/ QueuedCancelsHaveTheirTurnsApplies
  \/ QueuedCancelsHaveTheirTurnsAppliesToTheTurns
  \/ WaitsGoBehindTheWokenApplies
  \/ WaitsGoBehindTheWokenAppliesAgain
  \/ TurnsDoNotOverlapApplies
  \/ NewTasksAreReadyApplies
  \/ YieldGivesEverybodyATurnApplies
  \/ YieldsAreNotCancelledApplies
  \/ YieldsAreCountedApplies
  \/ YieldsAreCountedAppliesToYields
  \/ YieldsAreCountedAppliesToInterrupts
  \/ ThirdYieldFindsTheFlagNoticedApplies
  \/ TasksEndByThemselvesApplies
  \/ RunEndsWithMainApplies
  \/ RunEndsWithMainAppliesToDeadlocks

NextStepApplies == Next \/ EventSteps \/ FlagSteps \/ TurnSteps
==============================================================================
