----------------------------- MODULE LoopMutants -----------------------------
(****************************************************************************)
(* Actions of Loop with one conjunct altered; otherwise as EventMutants.    *)
(* Left out: time-outs and sleeps in the templates; Expire is given whole.  *)
(****************************************************************************)
EXTENDS MCFanion

----------------------------------------------------------------------------
\* The action: Cancels(t, u, {"cancelled"}, queue without u, set, ready, with u at its end if u was blocked).

Cancels(t, u, endings, queues, states, order) ==
  /\ running = t
  /\ "cancel" \in Features
  /\ u \in live \ {t, Main}
  /\ "started" \notin ending[u]
  /\ ending' = [ending EXCEPT ![u] = endings]
  /\ ready' = order
  /\ queue' = queues
  /\ set' = states
  /\ FlagDisturb(u)
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars>>

Off(u) == [e \in Events |-> Without(queue[e], u)]
With(u) == IF Blocked(u) THEN Append(ready, u) ELSE ready
FirstOff(u) == [e \in Events |-> IF u \in Waiters(e) THEN Tail(queue[e]) ELSE queue[e]]

CancelKeepsTheQueue(t, u) == Cancels(t, u, {"cancelled"}, queue, set, With(u))
CancelTakesTheFirst(t, u) == Cancels(t, u, {"cancelled"}, FirstOff(u), set, With(u))
CancelTakesAll(t, u) == Cancels(t, u, {"cancelled"}, [e \in Events |-> <<>>], set, With(u))
CancelClearsTheEvent(t, u) == Cancels(t, u, {"cancelled"}, Off(u), [e \in Events |-> FALSE], With(u))
CancelQueuesTwice(t, u) == Cancels(t, u, {"cancelled"}, Off(u), set, Append(Without(ready, t), u))
CancelMovesToTheEnd(t, u) == Cancels(t, u, {"cancelled"}, Off(u), set, Append(Without(ready, u), u))
CancelIsSwallowedByAWake(t, u) ==
  Cancels(t, u, IF ending[u] = {"woken"} THEN {"woken"} ELSE {"cancelled"}, Off(u), set, With(u))

----------------------------------------------------------------------------
\* Turns and their order.

\* The action: YieldsTo(t, Append(ready, t)), but without the notice that a third yield owes.
YieldsTo(t, order) ==
  /\ running = t
  /\ running' = None
  /\ ready' = order
  /\ ending' = [ending EXCEPT ![t] = {"ok"}]
  /\ UNCHANGED <<live, due, timed, starting, turnVars, eventVars, flagVars>>

YieldGoesFirst(t) == YieldsTo(t, <<t>> \o ready)
YieldNeverNotices(t) == YieldsTo(t, Append(ready, t))

\* The action: Resumes(t, r, MayRun(t)).
Resumes(t, r, may) ==
  /\ running = None
  /\ may
  /\ r \in ending[t]
  /\ running' = t
  /\ FlagLeave(t, r)
  /\ ready' = Without(ready, t)
  /\ due' = due \ {t}
  /\ timed' = timed \ {t}
  /\ ending' = [ending EXCEPT ![t] = {}]
  /\ queue' = [e \in Events |-> Without(queue[e], t)]
  /\ UNCHANGED <<live, starting, turnVars, set>>

ResumeIgnoresTheOrder(t, r) == Resumes(t, r, t \in Range(ready))
ResumeTestsTheEventAgain(t, r) == Resumes(t, r, MayRun(t) /\ (r = "woken" => \E e \in Events : set[e]))

----------------------------------------------------------------------------
\* Ends.

ExitWaitsForTheOthers(t) ==
  /\ running = t
  /\ IF t = Main
     THEN live = {Main} /\ Finish
     ELSE /\ running' = None
          /\ live' = live \ {t}
          /\ UNCHANGED <<ready, due, ending, timed, starting, turnVars, eventVars, flagVars>>
          /\ Answerable'

\* The loop gives up where a flag's waiter could still be woken by an interrupt.
ReportGivesUpOnFlags ==
  /\ "deadlock" \in Features
  /\ OnDeadlock = "reported"
  /\ running = None
  /\ ready = <<>> /\ due = {} /\ timed = {}
  /\ Finish

FinishKeepsTheTasks ==
  /\ running' = Over
  /\ UNCHANGED <<taskVars, eventVars, flagVars>>

----------------------------------------------------------------------------
\* Time.

\* The action: Expires(t, FALSE, raised), where every task that expires is in a wait; patience stays.
Expires(t, unregisters, signals) ==
  /\ t \in timed
  /\ timed' = timed \ {t}
  /\ due' = due \cup {t}
  /\ ready' = Without(ready, t)
  /\ ending' = [ending EXCEPT ![t] = @ \cup {"timeout"}]
  /\ starting' = [starting EXCEPT ![t] = None]
  /\ raised' = signals
  /\ touched' = [f \in Flags |-> touched[f] \/ waiter[f] = t]
  /\ waiter' = [f \in Flags |-> IF waiter[f] = t /\ unregisters THEN None ELSE waiter[f]]
  /\ UNCHANGED <<running, live, turnVars, eventVars, armed, patience, handed>>

ExpireConsumes(t) == Expires(t, FALSE, [f \in Flags |-> raised[f] /\ waiter[f] # t])
ExpireFreesTheFlagTooSoon(t) == Expires(t, TRUE, raised)
==============================================================================
