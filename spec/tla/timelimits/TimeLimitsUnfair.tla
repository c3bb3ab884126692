-------------------------- MODULE TimeLimitsUnfair ---------------------------
(****************************************************************************)
(* Waits with a limit without one part of the fairness each.                *)
(* Left out: as in TimeLimits.                                              *)
(****************************************************************************)
EXTENDS TimeLimitsProperties

\* Time may stop.
SpecWithoutTime == Steps /\ FiresTimers /\ NoticesTheFlag /\ RunsTheCaller /\ RunsTheInner

\* The loop may never look at its timers.
SpecWithoutTimers == Steps /\ TimeGoesOn /\ NoticesTheFlag /\ RunsTheCaller /\ RunsTheInner

\* The loop may never look at the flag.
SpecWithoutNotice == Steps /\ TimeGoesOn /\ FiresTimers /\ RunsTheCaller /\ RunsTheInner

\* The loop may never run the caller.
SpecWithoutCaller == Steps /\ TimeGoesOn /\ FiresTimers /\ NoticesTheFlag /\ RunsTheInner

\* The loop may never run the inner task.
SpecWithoutInner == Steps /\ TimeGoesOn /\ FiresTimers /\ NoticesTheFlag /\ RunsTheCaller
==============================================================================
