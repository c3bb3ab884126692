----------------------------- MODULE QueueRounds -----------------------------
(****************************************************************************)
(* A round: the loop takes all ready tasks off their queue together, and    *)
(* gives each a turn.  What is left of the round is a list without a head,  *)
(* which ends in Nil.  Tasks leave that list only from the front, so        *)
(* nothing ever follows the first task's link back.  That link is out of    *)
(* date in the reference; here it is Nil, so that a step that follows it is *)
(* found.                                                                   *)
(* Left out: what the main task's end does to a round; which thread goes on *)
(* with it.                                                                 *)
(* Implemented by dev.fanion.Scheduler (beginRound, turns, handOver).       *)
(****************************************************************************)
EXTENDS QueueLinks

NothingSeen ==
  [running |-> Nobody, ready |-> <<>>, set |-> [e \in Events |-> FALSE], waiting |-> [e \in Events |-> <<>>],
   ending |-> [t \in Tasks |-> Nobody]]

----------------------------------------------------------------------------
\* What is seen between two operations: lists are sequences, and a wake-up is a difference of epochs.

RECURSIVE From(_, _)
From(n, steps) == IF n \notin Tasks \/ steps = 0 THEN <<>> ELSE <<n>> \o From(next[n], steps - 1)
List(head) == From(next[head], Cardinality(Tasks))
Rest == From(round, Cardinality(Tasks))

Suspended(t) == t \in live \ {running}
Blocked(t) == Suspended(t) /\ how[t] = "woken" /\ joined[t] # Nil /\ stamp[t] = epoch[joined[t]]
Ending(t) ==
  CASE ~Suspended(t) \/ Blocked(t) -> Nobody
    [] Suspended(t) /\ ~Blocked(t) /\ how[t] = "woken" /\ joined[t] = Nil -> "ok"
    [] OTHER -> how[t]

Seen ==
  [running |-> running, ready |-> Rest \o List(Ready), set |-> set, waiting |-> [e \in Events |-> List(e)],
   ending |-> [t \in Tasks |-> Ending(t)]]

Begin(name, statement, t, head) ==
  /\ op = Nil
  /\ op' = name /\ at' = statement /\ who' = t /\ list' = head /\ before' = Seen
  /\ UNCHANGED <<next, prev, epoch, first, last>>

----------------------------------------------------------------------------
\* A round begins when the last round is over and a task is ready.
BeginRound ==
  /\ running = Nobody
  /\ round = Nil
  /\ next[Ready] # Ready
  /\ Begin("round", "take all", Nil, Ready)
  /\ UNCHANGED rest

\* rest = ready.next, last = ready.prev
RoundTakesAll ==
  /\ at = "take all"
  /\ round' = next[Ready]
  /\ last' = prev[Ready]
  /\ at' = "cut off"
  /\ UNCHANGED <<running, live, set, waits, next, prev, epoch, op, who, list, first, before>>

\* last.next = null
RoundIsCutOff ==
  /\ at = "cut off"
  /\ next' = [next EXCEPT ![last] = Nil]
  /\ prev' = [prev EXCEPT ![round] = Nil]
  /\ Go("empty")
  /\ UNCHANGED <<rest, epoch>>

\* The first task that is left of the round gets a turn.
Run ==
  /\ running = Nobody
  /\ round # Nil
  /\ Begin("run", "step on", round, Ready)
  /\ UNCHANGED rest

\* rest = who.next
RoundStepsOn ==
  /\ at = "step on"
  /\ round' = next[who]
  /\ prev' = IF next[who] = Nil THEN prev ELSE [prev EXCEPT ![next[who]] = Nil]
  /\ Go("forget")
  /\ UNCHANGED <<running, live, set, waits, next, epoch>>

RoundStatement == RoundTakesAll \/ RoundIsCutOff \/ RoundStepsOn
==============================================================================
