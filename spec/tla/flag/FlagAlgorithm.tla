---------------------------- MODULE FlagAlgorithm ----------------------------
(****************************************************************************)
(* The interrupt-safe flag of the reference, third part: what tasks do, and *)
(* the whole. One access to shared memory a step.                           *)
(* Level: sequential consistency; memory orders are the subject of          *)
(* memory/FlagOrders and HintOrders. A cancellation or a time limit may     *)
(* come wherever the code lets it.                                          *)
(* Left out: more levels of the tree than two; the order in which a node's  *)
(* children are looked at (any, here); the loop's read of asleep before it  *)
(* resets it; tasks that call set() themselves, which are setters that run  *)
(* within one turn; rounds: limits pass before any look; the ends of tasks  *)
(* and of the loop.                                                         *)
(* It refines AbstractFlag: FlagRefinement says how.                        *)
(* 22,612 states with two tasks, one flag, one setter, FlagAlgorithm.cfg;   *)
(* 55,246 with two setters, one task.                                       *)
(* Implemented by dev.fanion.ThreadSafeFlag.                                *)
(****************************************************************************)
EXTENDS FlagLoop

----------------------------------------------------------------------------
\* Tasks, in their turns.

\* The exchange: the signals of all sets before it are taken.
Takes(f) ==
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ stands' = {s \in stands : Of(s) # f} /\ kept' = kept \ {f}
  /\ UNCHANGED at

\* A task calls wait(): the exchange finds the flag set, so the wait returns at once and has consumed the signal.
WaitReturns(t, f) ==
  /\ loop = "run" /\ running = t
  /\ waiter[f] = None
  /\ raised[f]
  /\ Takes(f)
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

\* A task calls wait(): the exchange finds the flag clear.
WaitBegins(t, f) ==
  /\ loop = "run" /\ running = t
  /\ waiter[f] = None
  /\ ~raised[f]
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ loop' = "register"
  /\ UNCHANGED <<shared, setters, todo, node, running, ready, ending, root>>

\* A task calls wait() while another is inside: refused.
WaitRefused(t, f) ==
  /\ loop = "run" /\ running = t
  /\ waiter[f] # None
  /\ UNCHANGED vars

\* The waiting task makes the flag belong to a leaf.
Register(t, f, n) ==
  /\ loop = "register" /\ running = t /\ waiter[f] = t
  /\ n = root \/ parent[n] = root
  /\ leaf' = [leaf EXCEPT ![f] = n]
  /\ loop' = "check"
  /\ UNCHANGED <<raised, marked, parent, asleep, permit, setters, todo, node, running, root, tasks>>

\* A second exchange finds the flag clear: the task blocks, and the loop goes on.
WaitBlocks(t, f) ==
  /\ loop = "check" /\ running = t /\ waiter[f] = t
  /\ ~raised[f]
  /\ running' = None
  /\ loop' = "look" /\ todo' = {root}
  /\ UNCHANGED <<shared, setters, node, root, tasks>>

\* A second exchange finds that the flag was set meanwhile, and has consumed the signal.
WaitSeesASet(t, f) ==
  /\ loop = "check" /\ running = t /\ waiter[f] = t
  /\ raised[f]
  /\ Takes(f)
  /\ loop' = "unregister"
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, todo, node, running, root, tasks>>

\* The flag belongs to no leaf again, and the wait returns without a turn for any other task.
Unregister(t, f) ==
  /\ loop = "unregister" /\ running = t /\ waiter[f] = t
  /\ leaf' = [leaf EXCEPT ![f] = None]
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ loop' = "run"
  /\ UNCHANGED <<raised, marked, parent, asleep, permit, setters, todo, node, running, ready, ending, root>>

\* A task whose wait has ended runs: the flag belongs to no leaf again.  A task that was not woken has now left.
Leave(t, f) ==
  /\ loop = "leave" /\ running = t /\ waiter[f] = t
  /\ leaf' = [leaf EXCEPT ![f] = None]
  /\ IF ending[t] = "woken"
     THEN loop' = "consume" /\ UNCHANGED <<waiter, ending>>
     ELSE loop' = "run" /\ waiter' = [waiter EXCEPT ![f] = None] /\ ending' = [ending EXCEPT ![t] = None]
  /\ UNCHANGED <<raised, marked, parent, asleep, permit, setters, todo, node, running, ready, root>>

\* The woken task consumes the signal by an exchange, whatever the exchange finds, and its wait returns.
Consume(t, f) ==
  /\ loop = "consume" /\ running = t /\ waiter[f] = t
  /\ Takes(f)
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ ending' = [ending EXCEPT ![t] = None]
  /\ loop' = "run"
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, todo, node, running, ready, root>>

\* The running task clears a flag, by an exchange.
Clear(t, f) ==
  /\ loop = "run" /\ running = t
  /\ Takes(f)
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

\* The running task cancels another task's wait; if that wait has ended already, the other task keeps its place.
Cancel(t, u) ==
  /\ loop = "run" /\ running = t
  /\ u # t /\ Inside(u)
  /\ IF Blocked(u)
     THEN Wakes(u, "cancelled")
     ELSE ending' = [ending EXCEPT ![u] = "cancelled"] /\ UNCHANGED ready
  /\ UNCHANGED <<shared, setters, loop, todo, node, running, waiter, root>>

\* The running task yields its turn, and the loop goes on.
Yield(t) ==
  /\ loop = "run" /\ running = t
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ loop' = "look" /\ todo' = {root}
  /\ UNCHANGED <<shared, setters, node, waiter, ending, root>>

\* The running task begins to sleep, and the loop goes on.
Sleep(t) ==
  /\ loop = "run" /\ running = t
  /\ running' = None
  /\ loop' = "look" /\ todo' = {root}
  /\ UNCHANGED <<shared, setters, node, root, tasks>>

----------------------------------------------------------------------------
SetterGoesOn(s) == ReadLeaf(s) \/ ReadHint(s) \/ MarkHint(s) \/ ReadParent(s) \/ ReadAsleep(s) \/ Unpark(s)

LoopGoesOn ==
  \/ Begin
  \/ \E n \in Nodes : LookAtNode(n)
  \/ \E n \in Nodes : Lower(n)
  \/ \E f \in Flags : LookAtFlag(f)
  \/ \E t \in Tasks : TakeTurn(t)
  \/ Announce \/ LookAgain \/ Park \/ Unparked
  \/ \E n \in MayGrow : Grow(n)
  \/ \E n \in MayGrow : Link(n)
  \/ \E n \in MayGrow : AddLeaf(n)
  \/ \E t \in Tasks, f \in Flags, n \in Leaves : Register(t, f, n)
  \/ \E t \in Tasks, f \in Flags : WaitBlocks(t, f)
  \/ \E t \in Tasks, f \in Flags : WaitSeesASet(t, f)
  \/ \E t \in Tasks, f \in Flags : Unregister(t, f)
  \/ \E t \in Tasks, f \in Flags : Leave(t, f)
  \/ \E t \in Tasks, f \in Flags : Consume(t, f)

\* What tasks choose to do in their turns.
TaskActs ==
  \/ \E t \in Tasks, f \in Flags : WaitReturns(t, f)
  \/ \E t \in Tasks, f \in Flags : WaitBegins(t, f)
  \/ \E t \in Tasks, f \in Flags : WaitRefused(t, f)
  \/ \E t \in Tasks, f \in Flags : Clear(t, f)
  \/ \E t, u \in Tasks : Cancel(t, u)
  \/ \E t \in Tasks : Yield(t)
  \/ \E t \in Sleepers : Sleep(t)

\* What time does.
TimePasses == (\E t \in Tasks : Expire(t)) \/ (\E t \in Sleepers : SleepEnds(t)) \/ ParkReturns

Next ==
  \/ \E s \in Setters, f \in Flags : Set(s, f)
  \/ \E s \in Setters : SetterGoesOn(s)
  \/ LoopGoesOn
  \/ TaskActs
  \/ TimePasses

\* The loop goes on while it can.  Nobody may count on a park that returns for no reason.
LoopRuns == WF_vars(LoopGoesOn)

\* Tasks suspend again and again: that is up to them, not to the loop.
TurnsEnd == SF_vars(\E t \in Tasks : Yield(t) \/ (t \in Sleepers /\ Sleep(t)) \/ \E f \in Flags : WaitBlocks(t, f))

\* A set() that has begun comes to its end.  That is up to the environment, so a Spec that assumes it names the setters.
SetsEnd(s) == WF_vars(SetterGoesOn(s))

Safety == Init /\ [][Next]_vars
Spec == Safety /\ LoopRuns /\ TurnsEnd
==============================================================================
