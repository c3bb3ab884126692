---------------------------- MODULE StateApplies -----------------------------
(****************************************************************************)
(* For each claim about states that has a condition, an action that can be  *)
(* taken where the condition is met.  A claim whose action is never taken   *)
(* says nothing, and the build fails.                                       *)
(* The condition of a claim "ENABLED A <=> P" is P.  A claim with several   *)
(* conditions has an action for each of them.                               *)
(* Left out: claims without a condition; conditions on runs (see            *)
(* RunApplies).                                                             *)
(****************************************************************************)
EXTENDS MCFanion

Still == UNCHANGED vars

----------------------------------------------------------------------------
\* Where tasks are.

EveryTaskIsAtOnePlaceApplies == Still /\ running # Over /\ \E t \in Tasks : t \notin live
NoTaskIsQueuedTwiceApplies == Still /\ Len(ready) > 1
BlockedTasksWaitForSomethingApplies == Still /\ \E t \in Tasks : Blocked(t)
SetEventHasNoBlockedWaiterApplies == Still /\ \E e \in Events : set[e] /\ \E t \in Tasks : t \in due
OnlyWaitingTasksAreQueuedApplies == Still /\ \E e \in Events : queue[e] # <<>>
OnlyWaitingTasksAreQueuedAppliesToFlags == Still /\ \E f \in Flags : waiter[f] # None
CancelledWaitsEndAsCancelledApplies ==
  Still /\ CancelAfterSet = "cancelled" /\ Direct /\ \E t \in Tasks : "cancelled" \in ending[t]
OnlyTimeLeavesAnythingOpenApplies == Still /\ Direct /\ \E t \in Tasks : Cardinality(ending[t]) > 1
OnlyTimeLeavesAnythingOpenAppliesToTimeouts == Still /\ \E t \in Tasks : "timeout" \in ending[t]
AnswersOnTheirWayAreKnownApplies == Still /\ \E f \in Flags : waiter[f] # None /\ raised[f]
AnswersOnTheirWayAreKnownAppliesToEndings ==
  Still /\ \E f \in Flags : waiter[f] # None /\ ~raised[f] /\ ending[waiter[f]] # {}
HandedSignalsHaveAWaiterApplies == Still /\ handed # {}
PatienceIsForUnnoticedFlagsApplies == Still /\ \E f \in Flags : patience[f] # NoPatience
YieldersAreKnownApplies == Still /\ yielding # {}
NothingOutlivesTheRunApplies == Still /\ running = Over
NothingIsStuckSilentlyApplies == Still /\ running # Over /\ ~Owed
TheStuckWaitForEventsApplies == Still /\ Stuck /\ live # {}

Standing ==
  \/ EveryTaskIsAtOnePlaceApplies
  \/ NoTaskIsQueuedTwiceApplies
  \/ BlockedTasksWaitForSomethingApplies
  \/ SetEventHasNoBlockedWaiterApplies
  \/ OnlyWaitingTasksAreQueuedApplies
  \/ OnlyWaitingTasksAreQueuedAppliesToFlags
  \/ CancelledWaitsEndAsCancelledApplies
  \/ OnlyTimeLeavesAnythingOpenApplies
  \/ OnlyTimeLeavesAnythingOpenAppliesToTimeouts
  \/ AnswersOnTheirWayAreKnownApplies
  \/ AnswersOnTheirWayAreKnownAppliesToEndings
  \/ HandedSignalsHaveAWaiterApplies
  \/ PatienceIsForUnnoticedFlagsApplies
  \/ YieldersAreKnownApplies
  \/ NothingOutlivesTheRunApplies
  \/ NothingIsStuckSilentlyApplies
  \/ TheStuckWaitForEventsApplies

----------------------------------------------------------------------------
\* What may be answered.

IsSetAnswersTheStateApplies == Still /\ Asked /\ \E e \in Events : set[e]
SetSetsTheEventApplies == Still /\ Asked /\ Events # {}
ClearClearsTheEventApplies == Still /\ Asked /\ \E e \in Events : set[e]
SetEventsAnswerAtOnceApplies == Still /\ WaitOnSet = "immediate" /\ Asked /\ \E e \in Events : set[e]
LimitsDoNotMatterOnASetObjectApplies ==
  Still /\ Asked /\ Direct /\ "timeout" \in Features /\ \E e \in Events : set[e]
LimitsDoNotMatterOnASetObjectAppliesToFlags ==
  Still /\ Asked /\ Direct /\ "timeout" \in Features /\ \E f \in Flags : raised[f] /\ Unwaited(f)
SetFlagsAnswerAtOnceApplies == Still /\ WaitOnSetFlag = "immediate" /\ Asked /\ \E f \in Flags : raised[f] /\ Unwaited(f)
SetFlagsAnswerAfterATurnApplies ==
  Still /\ WaitOnSetFlag = "yields" /\ Asked /\ \E f \in Flags : raised[f] /\ Unwaited(f)
AnswersAtOnceConsumeApplies == Still /\ \E f \in Flags : ENABLED FlagWaitReturns(running, f, FALSE)
SetSetsTheFlagApplies == Still /\ Asked /\ \E f \in Flags : waiter[f] = None /\ ~raised[f]
SetSetsTheFlagAppliesToInterrupts == Still /\ Asked /\ "interrupt" \in Features /\ \E f \in Flags : ~raised[f]
ArmedInterruptsComeOnceApplies == Still /\ \E f \in Flags : armed[f]
ClearClearsTheFlagApplies == Still /\ Asked /\ \E f \in Flags : raised[f]
ClearClearsTheFlagAppliesToStorms == Still /\ Asked /\ \E f \in Flags : raised[f] /\ ENABLED FlagStorm(running, f)
SecondWaitsAreRefusedApplies ==
  Still /\ SecondFlagWaiter = "refused" /\ Asked
    /\ \E f \in Flags : waiter[f] # None /\ Blocked(waiter[f]) /\ ~touched[f]
UnsafeSetsAreRefusedApplies == Still /\ Asked /\ "guard" \in Features /\ UnsafeSet = "refused"
CancelCancelsApplies ==
  Still /\ Asked /\ "cancel" \in Features /\ \E u \in live \ {running, Main} : "started" \notin ending[u]
RepliesAreTrueApplies == Still /\ running = None /\ \E t \in Tasks : MayRun(t) /\ ending[t] # {}
MainEndsTheRunApplies == Still /\ running = Main /\ live # {Main}

OnlyDeclaredFeaturesAreAskedApplies == Still /\ Asked /\ ENABLED LimitedWaitOf(running)
OnlyDeclaredFeaturesAreAskedAppliesToStartedWaits == Still /\ Asked /\ ENABLED StartedWait(running)
OnlyDeclaredFeaturesAreAskedAppliesToSleeps == Still /\ Asked /\ ENABLED Sleep(running)
OnlyDeclaredFeaturesAreAskedAppliesToCancels == Still /\ Asked /\ \E u \in Tasks : ENABLED Cancel(running, u)
OnlyDeclaredFeaturesAreAskedAppliesToInterrupts ==
  Still /\ Asked /\ \E f \in Flags : ENABLED FlagInterrupt(running, f) /\ ENABLED FlagArm(running, f)

Answers ==
  \/ IsSetAnswersTheStateApplies
  \/ SetSetsTheEventApplies
  \/ ClearClearsTheEventApplies
  \/ SetEventsAnswerAtOnceApplies
  \/ LimitsDoNotMatterOnASetObjectApplies
  \/ LimitsDoNotMatterOnASetObjectAppliesToFlags
  \/ SetFlagsAnswerAtOnceApplies
  \/ SetFlagsAnswerAfterATurnApplies
  \/ AnswersAtOnceConsumeApplies
  \/ SetSetsTheFlagApplies
  \/ SetSetsTheFlagAppliesToInterrupts
  \/ ArmedInterruptsComeOnceApplies
  \/ ClearClearsTheFlagApplies
  \/ ClearClearsTheFlagAppliesToStorms
  \/ SecondWaitsAreRefusedApplies
  \/ UnsafeSetsAreRefusedApplies
  \/ CancelCancelsApplies
  \/ RepliesAreTrueApplies
  \/ MainEndsTheRunApplies
  \/ OnlyDeclaredFeaturesAreAskedApplies
  \/ OnlyDeclaredFeaturesAreAskedAppliesToStartedWaits
  \/ OnlyDeclaredFeaturesAreAskedAppliesToSleeps
  \/ OnlyDeclaredFeaturesAreAskedAppliesToCancels
  \/ OnlyDeclaredFeaturesAreAskedAppliesToInterrupts

----------------------------------------------------------------------------
\* What must happen in the end: the states from which it must.

WokenTasksRunApplies == Still /\ \E t \in Tasks : "woken" \in ending[t]
ReadyTasksRunApplies == Still /\ ready # <<>>
YieldersRunApplies == Still /\ NobodyElseIsReady /\ yielding # {}
DueTasksRunApplies == Still /\ due # {}
SetFlagsWakeTheirWaiterApplies == Still /\ \E f \in Flags : Unnoticed(f)
WaitsBeginApplies == Still /\ \E t \in Tasks : starting[t] # None
DeadlockIsReportedApplies == Still /\ running = None /\ Stuck

Ends ==
  \/ WokenTasksRunApplies
  \/ ReadyTasksRunApplies
  \/ YieldersRunApplies
  \/ DueTasksRunApplies
  \/ SetFlagsWakeTheirWaiterApplies
  \/ WaitsBeginApplies
  \/ DeadlockIsReportedApplies

NextStateApplies == Next \/ Standing \/ Answers \/ Ends
==============================================================================
