------------------------------- MODULE Events --------------------------------
(****************************************************************************)
(* The event: one task sets it, any number wait.  Not for interrupts.       *)
(* Left out: what a set from an interrupt would do to an unguarded          *)
(* implementation (see interrupt/UnguardedEvent); here it is refused.       *)
(* Implemented by dev.fanion.Event.                                         *)
(****************************************************************************)
EXTENDS Vocabulary

\* set(): every blocked waiter will run, in the order of their waits, behind those already ready (EVT-2).
\* A waiter whose limit has just passed may still end either way, and nothing fixes its place.
EventSet(t, e) ==
  LET waiters == Range(queue[e])
      Free(w) == w \in due \/ Wrapped(w)
  IN
  /\ running = t
  /\ set' = [set EXCEPT ![e] = TRUE]
  /\ queue' = [queue EXCEPT ![e] = <<>>]
  /\ ready' = ready \o SelectSeq(queue[e], LAMBDA w : ~Free(w))
  /\ due' = due \cup {w \in waiters : Free(w)}
  /\ ending' = [w \in Tasks |-> IF w \in waiters THEN ending[w] \cup {"woken"} ELSE ending[w]]
  /\ UNCHANGED <<running, live, timed, starting, flagVars>>

\* clear(): touches no task and takes back no wake-up (EVT-5).
EventClear(t, e) ==
  /\ running = t
  /\ set' = [set EXCEPT ![e] = FALSE]
  /\ UNCHANGED <<loopVars, queue, flagVars>>

\* is_set() answers v, and has no effect (EVT-11).
EventIsSet(t, e, v) ==
  /\ running = t
  /\ set[e] = v
  /\ UNCHANGED vars

MayLimit(limited) == limited => "timeout" \in Features

\* wait() on a set event: at once, without giving the loop a turn (EVT-6).
EventWaitReturns(t, e, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ set[e]
  /\ WaitOnSet = "immediate"
  /\ ~(limited /\ LimitedWait = "wrapped")
  /\ UNCHANGED vars

\* wait() on a set event, where the runtime gives the loop one turn first.
EventWaitYields(t, e, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ set[e]
  /\ WaitOnSet = "yields"
  /\ ~(limited /\ LimitedWait = "wrapped")
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ ending' = [ending EXCEPT ![t] = {"woken"}]
  /\ UNCHANGED <<live, due, timed, starting, eventVars, flagVars>>

\* wait() on a clear event: joins the queue and suspends (EVT-7, EVT-9).
EventWaitBlocks(t, e, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ ~set[e]
  /\ ~(limited /\ LimitedWait = "wrapped")
  /\ running' = None
  /\ queue' = [queue EXCEPT ![e] = Append(@, t)]
  /\ timed' = IF limited THEN timed \cup {t} ELSE timed
  /\ UNCHANGED <<live, ready, due, ending, starting, set, flagVars>>
  /\ Answerable'

\* wait() with a limit, by an inner task, which has yet to begin its wait.
EventWaitStarts(t, e) ==
  /\ running = t
  /\ MayLimit(TRUE)
  /\ LimitedWait = "wrapped"
  /\ running' = None
  /\ timed' = timed \cup {t}
  /\ starting' = [starting EXCEPT ![t] = e]
  /\ UNCHANGED <<live, ready, due, ending, eventVars, flagVars>>

\* The inner task's wait begins.
EventWaitBegins(t, e) ==
  /\ starting[t] = e
  /\ starting' = [starting EXCEPT ![t] = None]
  /\ IF set[e]
     THEN due' = due \cup {t} /\ ending' = [ending EXCEPT ![t] = {"woken"}] /\ UNCHANGED queue
     ELSE queue' = [queue EXCEPT ![e] = Append(@, t)] /\ UNCHANGED <<due, ending>>
  /\ UNCHANGED <<running, live, ready, timed, set, flagVars>>

\* set() from an interrupt: refused, and nothing changes (CTX-1).
EventUnsafeSet(t, e) ==
  /\ running = t
  /\ "guard" \in Features
  /\ UnsafeSet = "refused"
  /\ UNCHANGED vars
==============================================================================
