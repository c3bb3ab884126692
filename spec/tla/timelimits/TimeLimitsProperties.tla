------------------------ MODULE TimeLimitsProperties -------------------------
(****************************************************************************)
(* What must hold of a wait with a limit.  The direct form keeps all of it; *)
(* the manifest says what the other two forms break.                        *)
(* Left out: as in TimeLimits.                                              *)
(****************************************************************************)
EXTENDS TimeLimits

\* Time goes on, and the loop does its part.  Nothing is asked of interrupts, the caller's calls, or who cancels.
TimeGoesOn == WF_vars(TimePasses)
FiresTimers == WF_vars(TimerFires)
NoticesTheFlag == WF_vars(LoopWakesCaller) /\ WF_vars(LoopWakesInner)
RunsTheCaller == WF_vars(CallerReturns \/ CallerTakesTheResult \/ CallerTimesOut \/ CallerIsCancelled)
RunsTheInner == WF_vars(InnerBlocks \/ InnerReturns \/ InnerConsumes \/ CallerIsTold)
Steps == Init /\ [][Next]_vars
Spec == Steps /\ TimeGoesOn /\ FiresTimers /\ NoticesTheFlag /\ RunsTheCaller /\ RunsTheInner

\* CAN-5: a wait that times out consumes nothing.
TimeoutsConsumeNothing == outcome = "time-out" => ~consumed

\* CAN-2: a wait that is cancelled consumes nothing.
CancellationsConsumeNothing == outcome = "cancelled" => ~consumed

\* FLG-6: a wait that returns has consumed a signal.
ReturnsHaveConsumed == outcome = "woken" => consumed

\* CAN-4, CAN-5: a wait that was cancelled ends as cancelled; neither the limit nor the signal swallows it.
CancellationIsNotSwallowed == (asked /\ caller = "away") => outcome = "cancelled"

\* CAN-6: a wait called on a set flag never times out, whatever the limit.
SetFlagNeverTimesOut == setAtCall => outcome # "time-out"

\* CAN-5, FLG-10: when a wait is over nothing of it stays: no waiter, no timer, no inner task.
NothingStaysRegistered == caller = "away" => waiter = "none" /\ timer = "off" /\ inner = "none" /\ news = "none"

\* FLG-9, FLG-10: registered with the flag is who waits for it: the caller itself, or the inner task of a wait with a limit.
WhoWaitsIsRegistered ==
  /\ waiter = "inner" <=> inner \in {"waiting", "woken"}
  /\ waiter = "caller" <=> (caller = "waiting" /\ ~Wrapped(limit))
  /\ inner # "none" <=> (caller = "waiting" /\ Form # "direct" /\ limit # "none")

\* FLG-2, FLG-4, CAN-1: an interrupt sets the flag, a cancellation is asked for, a notice wakes the inner task, which has the
\* caller told.
OthersDoWhatTheySay ==
  /\ ~ENABLED (InterruptSets /\ ~raised') /\ ~ENABLED (SomebodyCancels /\ ~asked')
  /\ ~ENABLED (LoopWakesInner /\ inner' # "woken") /\ ~ENABLED (CallerIsTold /\ news' # "woken")

\* FLG-4: a wait without a limit never times out.
TimeoutsAreAskedFor == limit = "none" => news # "time-out" /\ outcome # "time-out"

\* FLG-5: the signal is consumed exactly when the caller's wait returns.
SignalIsConsumedByTheReturn ==
  [][(raised /\ ~raised') => (caller' = "away" /\ outcome' = "woken" /\ limit' \in Limits)]_vars

\* FLG-5, FLG-6: what counts as consumed is the flag: a signal is consumed in the step that lowers the flag, and in no other; a
\* wait consumes one at most.
ConsumingLowersTheFlag == [][
  /\ (raised /\ ~raised') => consumed' /\ (~consumed \/ caller = "away")
  /\ (consumed' /\ ~consumed) => raised /\ ~raised'
  ]_vars

\* CAN-6: what is known of the call is so: its limit, and whether the flag was set then.  Only a wait of the caller's own returns
\* at once.
CallsAreKnown == [][
  \A l \in Limits : (WaitReturns(l) \/ WaitBlocks(l) \/ WaitIsHandedOver(l)) =>
    limit' = l /\ setAtCall' = raised /\ ~asked' /\ (caller' = "away" => Form = "direct" \/ l = "none")
  ]_vars

\* EVT-7: the caller's wait ends only when there is news for it.
NobodyRunsUntold == [][(caller = "waiting" /\ caller' = "away") => news # "none"]_vars

\* LOP-2: no wait times out before its limit has passed.
TimeoutsComeAfterTheLimit == [][(news # "time-out" /\ news' = "time-out") => timer = "passed"]_vars

\* EVT-8, FLG-8: nothing but a cancellation takes back the caller's wake-up.
WakeUpIsKept ==
  [][news = "woken" => news' \in {"woken", "cancelled"} \/ (caller' = "away" /\ outcome' = "woken")]_vars

\* CAN-5: a wait with a limit ends.
LimitedWaitsEnd == (caller = "waiting" /\ limit # "none") ~> (caller = "away")

\* FLG-4: a wait ends once the flag is set, with or without a limit.
SetEndsTheWait == (caller = "waiting" /\ raised) ~> (caller = "away")

\* CAN-1: a cancelled wait ends.
CancelledWaitsEnd == (caller = "waiting" /\ asked) ~> (caller = "away")
==============================================================================
