----------------------------- MODULE SideApplies ------------------------------
(****************************************************************************)
(* That the claims of Sides, and those on the count of yields, are about    *)
(* something: as StateApplies and StepApplies.                              *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS MCFanion

Still == UNCHANGED vars

PassedLimitsMayStillLoseApplies ==
  Still /\ \E f \in Flags : raised[f] /\ waiter[f] \in due /\ ending[waiter[f]] = {"timeout"}
ConsumedWaitsHaveNoLimitApplies ==
  LimitedWait = "wrapped" /\ Next /\ \E t \in Tasks, f \in Flags : ReturnsToItsOwnTask(t, f) /\ starting[t] = f
ConsumedWaitsHaveNoLimitAppliesToWaiters ==
  LimitedWait = "wrapped" /\ Next /\ \E t \in Tasks, f \in Flags : ReturnsToItsOwnTask(t, f) /\ waiter[f] = t
OnlyInnerTasksLeaveAnythingOpenApplies == Still /\ ~Direct /\ \E t \in Tasks : Cardinality(ending[t]) > 1
InnerTasksAreHandedNothingApplies == Still /\ ~Direct /\ handed # {}
WhoLeavesMayBeHandedASignalApplies ==
  Still /\ SignalConsumed = "handed" /\ Direct
    /\ \E f \in Flags \ handed : raised[f] /\ waiter[f] # None /\ ending[waiter[f]] = {"cancelled"}
DueTasksMayBeCancelledApplies ==
  Asked /\ CancelOnYield = "ok" /\ \E t, u \in Tasks : u \in due /\ ending[u] = {"ok"} /\ Cancel(t, u)
DueTasksMayBeCancelledAppliesToLimits ==
  Asked /\ CancelOnYield = "ok" /\ \E t, u \in Tasks : u \in due /\ "timeout" \in ending[u] /\ Cancel(t, u)
LimitsLastApplies == Next /\ GoesOn /\ timed \ timed' # {}
LimitsMayBeAskedForApplies == Still /\ Asked /\ "timeout" \in Features /\ \E f \in Flags : waiter[f] = None /\ ~raised[f]
NobodyIsAskedBetweenTurnsApplies == Still /\ running = None
OnlyNewTasksAreSpawnedApplies == Still /\ Asked /\ live # Tasks
OnlyStartedTasksAreCancelledApplies == Still /\ \E u \in Tasks : ENABLED Cancel(running, u)
OnlyStartedTasksAreCancelledAppliesToAFullQueue == Still /\ Asked /\ CancelDelivery = "queued" /\ Len(cancels) = 2

OnlyYieldsAreCountedApplies ==
  running = None /\ Next /\ \E f \in Flags : patience'[f] # patience[f] /\ patience'[f] # NoPatience
OnlyYieldsAreCountedAppliesToSets ==
  Asked /\ Next /\ \E f \in Flags : patience'[f] # patience[f] /\ patience'[f] # NoPatience
CountsLastApplies == Next /\ \E f \in Flags : patience[f] # NoPatience /\ patience'[f] = NoPatience

NextSideApplies ==
  \/ Next
  \/ PassedLimitsMayStillLoseApplies
  \/ ConsumedWaitsHaveNoLimitApplies
  \/ ConsumedWaitsHaveNoLimitAppliesToWaiters
  \/ OnlyInnerTasksLeaveAnythingOpenApplies
  \/ InnerTasksAreHandedNothingApplies
  \/ WhoLeavesMayBeHandedASignalApplies
  \/ DueTasksMayBeCancelledApplies
  \/ DueTasksMayBeCancelledAppliesToLimits
  \/ LimitsLastApplies
  \/ LimitsMayBeAskedForApplies
  \/ NobodyIsAskedBetweenTurnsApplies
  \/ OnlyNewTasksAreSpawnedApplies
  \/ OnlyStartedTasksAreCancelledApplies
  \/ OnlyStartedTasksAreCancelledAppliesToAFullQueue
  \/ OnlyYieldsAreCountedApplies
  \/ OnlyYieldsAreCountedAppliesToSets
  \/ CountsLastApplies
==============================================================================
