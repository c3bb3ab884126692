-------------------------- MODULE TimeLimitsApplies --------------------------
(****************************************************************************)
(* Shows that the claims on waits with a limit are about something: for     *)
(* each claim with a condition, an action that can be taken where the       *)
(* condition is met.                                                        *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS TimeLimitsProperties

TimeoutsConsumeNothingApplies == outcome = "time-out" /\ UNCHANGED vars
CancellationsConsumeNothingApplies == outcome = "cancelled" /\ UNCHANGED vars
ReturnsHaveConsumedApplies == outcome = "woken" /\ UNCHANGED vars
CancellationIsNotSwallowedApplies == asked /\ caller = "away" /\ UNCHANGED vars
SetFlagNeverTimesOutApplies == setAtCall /\ limit = "zero" /\ UNCHANGED vars
NothingStaysRegisteredApplies == caller = "away" /\ outcome # "none" /\ UNCHANGED vars
TimeoutsAreAskedForApplies == limit = "none" /\ caller = "waiting" /\ UNCHANGED vars
SignalIsConsumedByTheReturnApplies == Next /\ raised /\ ~raised'
WhoWaitsIsRegisteredApplies == waiter # "none" /\ UNCHANGED vars
CallsAreKnownApplies == caller = "away" /\ \E l \in Limits : WaitBlocks(l) /\ l # limit
NobodyRunsUntoldApplies == Next /\ caller = "waiting" /\ caller' = "away"
ConsumingLowersTheFlagApplies == Next /\ ~consumed /\ consumed'
TimeoutsComeAfterTheLimitApplies == Next /\ news # "time-out" /\ news' = "time-out"
WakeUpIsKeptApplies == Next /\ news = "woken" /\ news' # "woken"
LimitedWaitsEndApplies == caller = "waiting" /\ limit # "none" /\ UNCHANGED vars
SetEndsTheWaitApplies == caller = "waiting" /\ raised /\ UNCHANGED vars
CancelledWaitsEndApplies == caller = "waiting" /\ asked /\ UNCHANGED vars

NextApplies ==
  \/ Next
  \/ TimeoutsConsumeNothingApplies \/ CancellationsConsumeNothingApplies \/ ReturnsHaveConsumedApplies
  \/ CancellationIsNotSwallowedApplies \/ SetFlagNeverTimesOutApplies \/ NothingStaysRegisteredApplies
  \/ TimeoutsAreAskedForApplies \/ SignalIsConsumedByTheReturnApplies \/ TimeoutsComeAfterTheLimitApplies
  \/ WhoWaitsIsRegisteredApplies \/ CallsAreKnownApplies \/ NobodyRunsUntoldApplies \/ ConsumingLowersTheFlagApplies
  \/ WakeUpIsKeptApplies \/ LimitedWaitsEndApplies \/ SetEndsTheWaitApplies \/ CancelledWaitsEndApplies
==============================================================================
