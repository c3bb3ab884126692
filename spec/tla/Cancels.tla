------------------------------- MODULE Cancels --------------------------------
(****************************************************************************)
(* Cancellations: what they make of a suspended task, and when they reach   *)
(* it.                                                                      *)
(* Left out: what a task does with its cancellation.                        *)
(* Implemented by dev.fanion.Task.                                          *)
(****************************************************************************)
EXTENDS Flags

OnFlag(t) == \E f \in Flags : waiter[f] = t

\* How a task's operation may end once it was cancelled (CAN-2, CAN-3).  Where a yield is no place for a cancellation, a sleep
\* or a limit whose time has come is perhaps none either.
CancelledEnding(u) ==
  CASE ending[u] = {} -> {"cancelled"}
    [] "timeout" \in ending[u] /\ CancelOnYield = "ok" -> ending[u] \cup {"cancelled"}
    [] "ok" \in ending[u] /\ CancelOnYield = "ok" -> IF u \in due THEN {"ok", "cancelled"} ELSE {"ok"}
    [] u \in passing /\ ~OnFlag(u) /\ ~(AfterWake = "limited" /\ u \in timed) ->
         IF CancelOnSet = "cancelled" THEN {"cancelled"} ELSE ending[u]
    [] ReturnsLater(u) /\ AfterWake = "passes" /\ ~OnFlag(u) /\ CancelOnSet = "cancelled" -> {"cancelled"}
    [] ending[u] = {"woken"} /\ CancelAfterSet = "woken" -> {"woken"}
    [] "woken" \in ending[u] /\ (CancelAfterSet = "woken" \/ (LimitedWait = "wrapped" /\ u \in due)) ->
         ending[u] \cup {"cancelled"}
    [] OTHER -> {"cancelled"}

\* What a cancellation does to a task: "cancelled", or it may be in vain ("woken"), and which variation point says so.
CancelSide(u) ==
  CASE CancelDelivery = "queued" -> "cancelled"
    [] ending[u] \cap {"ok", "timeout"} # {} /\ CancelOnYield = "ok" -> "woken"
    [] "woken" \notin ending[u] -> "cancelled"
    [] u \in passing /\ ~OnFlag(u) /\ ~(AfterWake = "limited" /\ u \in timed) -> CancelOnSet
    [] ReturnsLater(u) /\ AfterWake = "passes" /\ ~OnFlag(u) /\ CancelOnSet = "cancelled" -> "cancelled"
    [] OTHER -> CancelAfterSet

\* Whether a ready task may learn of its cancellation only in its next turn, and speak a turn later.
LearnsLate(u) ==
  /\ u \in Range(ready) /\ CancelledEnding(u) = {"cancelled"} /\ ending[u] # {"cancelled"}
  /\ WakeOrder = "batch" /\ (ending[u] = {"ok"} \/ u \in passing)

\* Whether a woken waiter that has yet to pass is made ready anew by its cancellation, behind the others.
MovesBack(u) == AfterWake = "limited" /\ ReturnsLater(u) /\ u \in Range(ready) /\ CancelledEnding(u) = {"cancelled"}

\* A cancellation reaches its task.  A blocked task leaves its queue at once (CAN-1); a ready one keeps its place (CAN-3).
CancelReaches(u) ==
  /\ ending' = [ending EXCEPT ![u] = CancelledEnding(u)]
  /\ ready' = IF Blocked(u) /\ ~Wrapped(u) THEN Append(ready, u) ELSE IF MovesBack(u) THEN Append(Without(ready, u), u) ELSE ready
  /\ due' = IF Blocked(u) /\ Wrapped(u) THEN due \cup {u} ELSE due
  /\ passing' \in
       CASE LearnsLate(u) -> {passing \cup {u}, passing \ {u}}
         [] ~LearnsLate(u) /\ CancelledEnding(u) = {"cancelled"} /\ ending[u] # {"cancelled"} -> {passing \ {u}}
         [] OTHER -> {passing}
  /\ timed' = IF "woken" \in CancelledEnding(u) THEN timed ELSE timed \ {u}
  /\ starting' = [starting EXCEPT ![u] = None]
  /\ queue' = [e \in Events |-> Without(queue[e], u)]
  /\ FlagDisturb(u)
  /\ IF CancelledEnding(u) = {"cancelled"} THEN Uncalled(u) ELSE UNCHANGED <<called, joined>>
  /\ UNCHANGED <<running, live, yielding, round, extra, lateness, cancels, later, set>>

\* Cancels another task at its suspension, or puts the cancellation behind those who are ready.
Cancel(t, u) ==
  /\ running = t
  /\ "cancel" \in Features
  /\ u \in live \ {t, Main}
  /\ "started" \notin ending[u]
  /\ IF CancelDelivery = "immediate"
     THEN CancelReaches(u)
     ELSE /\ Len(cancels) < MaxCancels
          /\ ready' = Append(ready, Cancelling)
          /\ cancels' = Append(cancels, u)
          /\ UNCHANGED <<running, live, due, ending, timed, starting, yielding, passing, round, extra, lateness, callVars>>
          /\ UNCHANGED <<eventVars, flagVars>>

\* The turn of a queued cancellation: u is cancelled wherever it is suspended now, and runs in that turn.  Where the order is
\* open, nothing tells which of the queued comes, and whether the next one does so in the same round.
CancelComes(u) ==
  /\ running = None
  /\ MayRun(Cancelling)
  /\ IF RoundsCount THEN u \in Range(cancels) ELSE u = Head(cancels)
  /\ cancels' = WithoutFirst(cancels, u)
  /\ ready' = <<u>> \o Without(WithoutFirst(ready, Cancelling), u)
  /\ due' = due \ {u}
  /\ timed' = timed \ {u}
  /\ ending' = [ending EXCEPT ![u] = {"cancelled"}]
  /\ starting' = [starting EXCEPT ![u] = None]
  /\ passing' = passing \ {u} /\ yielding' = yielding \ {u}
  /\ lateness' = [lateness EXCEPT ![u] = NoPatience]
  /\ later' = [e \in Events |-> later[e] \ {u}] /\ Uncalled(u)
  /\ queue' = [e \in Events |-> Without(queue[e], u)]
  /\ FlagDisturb(u)
  /\ \E others \in IF RoundsCount /\ cancels' # <<>> THEN {{u}, {u, Cancelling}} ELSE {{u}} : TurnBefore(Cancelling, others)
  /\ UNCHANGED <<running, live, set>>
==============================================================================
