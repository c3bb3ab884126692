-------------------------- MODULE TimeLimitsMutants --------------------------
(****************************************************************************)
(* Actions of TimeLimits with one thing wrong each.  A mutant's run puts it *)
(* in the place of its action.  Most are of the direct form.                *)
(* Left out: as in TimeLimits.                                              *)
(****************************************************************************)
EXTENDS TimeLimitsProperties

\* FLG-5: the signal is consumed when it is noticed.
LoopWakesCallerAndConsumes ==
  /\ raised /\ waiter = "caller" /\ news = "none"
  /\ news' = "woken"
  /\ raised' = FALSE
  /\ consumed' = TRUE
  /\ UNCHANGED <<waiter, caller, inner, timer, ghosts>>

\* CAN-4: a signal that swallows a cancellation.
LoopWakesTheCancelled ==
  /\ raised /\ waiter = "caller" /\ news \in {"none", "cancelled"}
  /\ news' = "woken"
  /\ UNCHANGED <<raised, waiter, caller, inner, timer, consumed, ghosts>>

\* CAN-4: a limit that swallows a cancellation.
TimerFiresAtTheCancelled ==
  /\ timer = "passed" /\ news \in {"none", "cancelled"} /\ inner # "new"
  /\ news' = "time-out"
  /\ UNCHANGED <<raised, waiter, caller, inner, timer, consumed, ghosts>>

\* FLG-8: a limit that takes back a wake-up.
TimerFiresAtTheWoken ==
  /\ timer = "passed" /\ news \in {"none", "woken"} /\ inner # "new"
  /\ news' = "time-out"
  /\ UNCHANGED <<raised, waiter, caller, inner, timer, consumed, ghosts>>

\* LOP-2: a timer that fires before its time.
TimerFiresEarly ==
  /\ timer # "off" /\ news = "none" /\ inner # "new"
  /\ news' = "time-out"
  /\ UNCHANGED <<raised, waiter, caller, inner, timer, consumed, ghosts>>

\* CAN-5: a time-out that leaves its waiter behind.
CallerTimesOutRegistered ==
  /\ news = "time-out"
  /\ caller = "waiting" /\ caller' = "away" /\ outcome' = "time-out"
  /\ inner' = "none" /\ timer' = "off" /\ news' = "none"
  /\ UNCHANGED <<waiter, limit, asked, setAtCall, raised, consumed>>

\* CAN-5: a time-out that consumes.
CallerTimesOutAndConsumes ==
  /\ news = "time-out"
  /\ Leave("time-out")
  /\ raised' = FALSE
  /\ consumed' = (consumed \/ raised)

\* CAN-2: a cancellation that consumes.
CallerIsCancelledAndConsumes ==
  /\ news = "cancelled"
  /\ Leave("cancelled")
  /\ raised' = FALSE
  /\ consumed' = (consumed \/ raised)

\* FLG-10: a return that leaves its timer running.
CallerReturnsWithItsTimer ==
  /\ news = "woken"
  /\ caller = "waiting" /\ caller' = "away" /\ outcome' = "woken"
  /\ waiter' = "none" /\ inner' = "none" /\ news' = "none"
  /\ raised' = FALSE /\ consumed' = TRUE
  /\ UNCHANGED <<timer, limit, asked, setAtCall>>

\* FLG-5: a return that does not consume.
CallerReturnsWithoutConsuming ==
  /\ news = "woken"
  /\ Leave("woken")
  /\ UNCHANGED <<raised, consumed>>

\* FLG-5: a wait that finds the flag set, and leaves it set.
WaitReturnsAndKeepsTheSignal(l) ==
  /\ Begins(l)
  /\ raised
  /\ consumed' = TRUE
  /\ outcome' = "woken"
  /\ UNCHANGED <<raised, waiter, caller, news, inner, timer>>

\* FLG-5: a return that leaves the flag set.
CallerReturnsAndKeepsTheSignal ==
  /\ news = "woken"
  /\ Leave("woken")
  /\ consumed' = TRUE
  /\ UNCHANGED raised

\* FLG-5: an inner task whose wait returns, and leaves the flag set.
InnerConsumesNothing ==
  /\ inner = "woken"
  /\ inner' = "done"
  /\ waiter' = "none"
  /\ consumed' = TRUE
  /\ UNCHANGED <<raised, caller, news, timer, ghosts>>

\* FLG-5: a return that takes along the next signal, which the inner task has not consumed.
CallerReturnsAndConsumesAgain ==
  /\ news = "woken"
  /\ Leave("woken")
  /\ raised' = FALSE
  /\ consumed' = TRUE

\* FLG-10: an inner task that waits, or has waited, is not the waiter that the flag knows.
InnerBlocksUnregistered ==
  /\ inner = "new"
  /\ ~raised
  /\ inner' = "waiting"
  /\ UNCHANGED <<raised, waiter, caller, news, timer, consumed, ghosts>>

\* A wait without a limit is handed over too; or one with a limit is not.
HandsOver(l, wrapped) ==
  /\ Begins(l)
  /\ wrapped
  /\ consumed' = FALSE
  /\ outcome' = "none"
  /\ caller' = "waiting"
  /\ inner' = "new"
  /\ timer' = Started(l)
  /\ UNCHANGED <<raised, waiter, news>>
WaitIsHandedOverAlways(l) == HandsOver(l, Form # "direct")

\* The caller is not told that the inner task is done; an interrupt does nothing.
CallerIsNotTold ==
  /\ inner = "done"
  /\ news \in {"none", "time-out"}
  /\ UNCHANGED vars
InterruptSetsNothing == UNCHANGED vars

\* Whether the flag was set at the call is forgotten.
WaitReturnsUnknown(l) ==
  /\ caller = "away"
  /\ raised
  /\ limit' = l /\ asked' = FALSE
  /\ raised' = FALSE
  /\ consumed' = TRUE
  /\ outcome' = "woken"
  /\ UNCHANGED <<waiter, caller, news, inner, timer, setAtCall>>

\* The caller takes the result of an inner task, and nobody has told it to run.
CallerTakesTheResultUntold ==
  /\ TakesTheResult
  /\ Leave("woken")
  /\ UNCHANGED <<raised, consumed>>

\* CAN-6: the caller looks at the limit before the flag.
WaitBlocksForALimitOfZero(l) ==
  /\ Begins(l)
  /\ ~raised \/ l = "zero"
  /\ consumed' = FALSE
  /\ outcome' = "none"
  /\ caller' = "waiting"
  /\ waiter' = "caller"
  /\ timer' = Started(l)
  /\ UNCHANGED <<raised, news, inner>>

\* FLG-4: a wait without a limit gets one.
WaitBlocksWithALimit(l) ==
  /\ Begins(l)
  /\ ~raised
  /\ consumed' = FALSE
  /\ outcome' = "none"
  /\ caller' = "waiting"
  /\ waiter' = "caller"
  /\ timer' = IF l = "zero" THEN "passed" ELSE "running"
  /\ UNCHANGED <<raised, news, inner>>
==============================================================================
