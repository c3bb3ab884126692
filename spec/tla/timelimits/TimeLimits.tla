----------------------------- MODULE TimeLimits ------------------------------
(****************************************************************************)
(* A wait with a time limit on a flag, made of what a port has: a waiting   *)
(* task, a timer, and cancellation.  The signal, the limit and a            *)
(* cancellation race.  There are three ways to build it; two of them are    *)
(* wrong.                                                                   *)
(* Level: turns.  The caller waits again and again; an interrupt, time, and *)
(* another task's cancel() come between any two turns.                      *)
(* Left out: the accesses of set() and wait() (one step each), clear(), the *)
(* order of ready tasks (any, but an inner task gets its first turn before  *)
(* the limit passes), several flags, and the event, which has nothing to    *)
(* consume.                                                                 *)
(* The claims are in TimeLimitsProperties, whose config (the direct form)   *)
(* has 48 distinct states.                                                  *)
(****************************************************************************)
EXTENDS TimeLimitsParts

----------------------------------------------------------------------------
\* The caller.

Begins(l) ==
  /\ caller = "away"
  /\ limit' = l
  /\ asked' = FALSE
  /\ setAtCall' = raised

Wrapped(l) == Form # "direct" /\ l # "none"
Started(l) == CASE l = "none" -> "off" [] l = "zero" -> "passed" [] l = "some" -> "running"

\* The caller calls wait() and finds the flag set: it consumes and returns at once, whatever the limit (CAN-6).
WaitReturns(l) ==
  /\ Begins(l)
  /\ ~Wrapped(l)
  /\ raised
  /\ raised' = FALSE
  /\ consumed' = TRUE
  /\ outcome' = "woken"
  /\ UNCHANGED <<waiter, caller, news, inner, timer>>

\* The caller calls wait() and finds the flag clear: it registers, starts the timer, and suspends.
WaitBlocks(l) ==
  /\ Begins(l)
  /\ ~Wrapped(l)
  /\ ~raised
  /\ consumed' = FALSE
  /\ outcome' = "none"
  /\ caller' = "waiting"
  /\ waiter' = "caller"
  /\ timer' = Started(l)
  /\ UNCHANGED <<raised, news, inner>>

\* The caller creates an inner task that is to wait in its place, starts the timer, and suspends.
WaitIsHandedOver(l) ==
  /\ Begins(l)
  /\ Wrapped(l)
  /\ consumed' = FALSE
  /\ outcome' = "none"
  /\ caller' = "waiting"
  /\ inner' = "new"
  /\ timer' = Started(l)
  /\ UNCHANGED <<raised, waiter, news>>

\* The caller's wait ends as r; nothing of the wait stays, and an inner task that is not done is cancelled.
Leave(r) ==
  /\ caller = "waiting"
  /\ caller' = "away"
  /\ outcome' = r
  /\ waiter' = "none" /\ inner' = "none" /\ timer' = "off" /\ news' = "none"
  /\ UNCHANGED <<limit, asked, setAtCall>>

TakesTheResult == Form = "swallowing" /\ inner = "done"

\* The caller runs and learns that it was woken: its wait returns, and now the signal is consumed (FLG-5).
CallerReturns ==
  /\ news = "woken"
  /\ Leave("woken")
  /\ raised' = IF waiter = "caller" THEN FALSE ELSE raised
  /\ consumed' = (consumed \/ waiter = "caller")

\* The caller runs, finds the inner task done, and takes its result, whatever else has happened to the caller.
CallerTakesTheResult ==
  /\ news \in {"time-out", "cancelled"}
  /\ TakesTheResult
  /\ Leave("woken")
  /\ UNCHANGED <<raised, consumed>>

\* The caller runs and learns that its limit has passed; it cancels the inner task, if there is one.
CallerTimesOut ==
  /\ news = "time-out"
  /\ ~TakesTheResult
  /\ Leave("time-out")
  /\ UNCHANGED <<raised, consumed>>

\* The caller runs and learns that it was cancelled; it cancels the inner task, if there is one.
CallerIsCancelled ==
  /\ news = "cancelled"
  /\ ~TakesTheResult
  /\ Leave("cancelled")
  /\ UNCHANGED <<raised, consumed>>

----------------------------------------------------------------------------
\* The inner task, which waits in the caller's place.

\* The inner task gets its first turn and finds the flag clear: it waits.
InnerBlocks ==
  /\ inner = "new"
  /\ ~raised
  /\ inner' = "waiting"
  /\ waiter' = "inner"
  /\ UNCHANGED <<raised, caller, news, timer, consumed, ghosts>>

\* The inner task gets its first turn, finds the flag set and consumes; the caller hears of it before its limit.
InnerReturns ==
  /\ inner = "new"
  /\ raised
  /\ inner' = "done"
  /\ raised' = FALSE
  /\ consumed' = TRUE
  /\ news' = IF news = "none" THEN "woken" ELSE news
  /\ UNCHANGED <<waiter, caller, timer, ghosts>>

\* The woken inner task gets its turn: its own wait returns and consumes the signal; the caller has yet to be told.
InnerConsumes ==
  /\ inner = "woken"
  /\ inner' = "done"
  /\ waiter' = "none"
  /\ raised' = FALSE
  /\ consumed' = TRUE
  /\ UNCHANGED <<caller, news, timer, ghosts>>

\* The caller is told that the inner task is done, if the caller has not run in the meantime.
CallerIsTold ==
  /\ inner = "done"
  /\ news \in {"none", "time-out"}
  /\ news' = "woken"
  /\ UNCHANGED <<raised, waiter, caller, inner, timer, consumed, ghosts>>

----------------------------------------------------------------------------
\* The loop.

\* The loop finds the flag set and wakes the caller, unless the caller's wait has ended otherwise; the flag stays set.
LoopWakesCaller ==
  /\ raised /\ waiter = "caller" /\ news = "none"
  /\ news' = "woken"
  /\ UNCHANGED <<raised, waiter, caller, inner, timer, consumed, ghosts>>

\* The loop finds the flag set and wakes the inner task; the flag stays set.
LoopWakesInner ==
  /\ raised /\ inner = "waiting"
  /\ inner' = "woken"
  /\ UNCHANGED <<raised, waiter, caller, news, timer, consumed, ghosts>>

\* The loop finds that the limit has passed and makes the caller ready, unless the caller's wait has ended otherwise.
TimerFires ==
  /\ timer = "passed" /\ news = "none" /\ inner # "new"
  /\ news' = "time-out"
  /\ UNCHANGED <<raised, waiter, caller, inner, timer, consumed, ghosts>>

----------------------------------------------------------------------------
\* Everybody else.

\* An interrupt sets the flag.
InterruptSets ==
  /\ raised' = TRUE
  /\ UNCHANGED <<waiter, caller, news, inner, timer, consumed, ghosts>>

\* Time passes, and the limit passes with it.
TimePasses ==
  /\ timer = "running"
  /\ timer' = "passed"
  /\ UNCHANGED <<raised, waiter, caller, news, inner, consumed, ghosts>>

\* Another task cancels the caller, which beats whatever came first (CAN-5).
SomebodyCancels ==
  /\ caller = "waiting"
  /\ news' = "cancelled"
  /\ asked' = TRUE
  /\ UNCHANGED <<raised, waiter, caller, inner, timer, limit, outcome, consumed, setAtCall>>

Next ==
  \/ \E l \in Limits : WaitReturns(l)
  \/ \E l \in Limits : WaitBlocks(l)
  \/ \E l \in Limits : WaitIsHandedOver(l)
  \/ CallerReturns \/ CallerTakesTheResult \/ CallerTimesOut \/ CallerIsCancelled
  \/ InnerBlocks \/ InnerReturns \/ InnerConsumes \/ CallerIsTold
  \/ LoopWakesCaller \/ LoopWakesInner \/ TimerFires
  \/ InterruptSets \/ TimePasses \/ SomebodyCancels
==============================================================================
