------------------------------ MODULE FlagLoop ------------------------------
(***************************************************************************)
(* The interrupt-safe flag of the reference, second part: the loop between *)
(* two turns. It lowers a hint before it looks below, and looks once more  *)
(* when it has said that it sleeps.                                        *)
(* Left out: as in FlagAlgorithm.                                          *)
(* Implemented by dev.fanion.Scheduler, Hint.look, ThreadSafeFlag.look.    *)
(***************************************************************************)
EXTENDS FlagSetters

Wakes(t, how) ==
  /\ ending' = [ending EXCEPT ![t] = how]
  /\ ready' = Append(ready, t)

\* The loop takes back that it sleeps, and begins a round.
Begin ==
  /\ loop = "begin"
  /\ asleep' = FALSE
  /\ loop' = "look" /\ todo' = {Top}
  /\ UNCHANGED <<word, leaf, hint, permit, setters, node, running, tasks>>

\* Before it looks at the flags, the loop finds that a blocked wait's limit has passed, and makes its task ready.
Expire(t) ==
  /\ loop = "look" /\ todo = {Top}
  /\ Blocked(t)
  /\ Wakes(t, "timeout")
  /\ UNCHANGED <<shared, setters, loop, todo, node, running, waiter>>

\* Likewise that a sleep is over.
SleepEnds(t) ==
  /\ loop = "look" /\ todo = {Top}
  /\ Sleeps(t)
  /\ Wakes(t, None)
  /\ UNCHANGED <<shared, setters, loop, todo, node, running, waiter>>

\* The loop reads whether a node is raised.
LookAtNode(n) ==
  /\ loop = "look"
  /\ n \in todo /\ todo \cap Flags = {}
  /\ IF hint[n] THEN loop' = "lower" /\ node' = n ELSE UNCHANGED <<loop, node>>
  /\ todo' = todo \ {n}
  /\ UNCHANGED <<shared, setters, running, tasks>>

\* The loop lowers the node, and only then goes on to what is below.
Lower(n) ==
  /\ loop = "lower" /\ node = n
  /\ hint' = [hint EXCEPT ![n] = FALSE]
  /\ loop' = "look" /\ node' = None
  /\ todo' = todo \cup Below(n)
  /\ UNCHANGED <<word, leaf, asleep, permit, setters, running, tasks>>

\* The loop reads a flag's word; if it is set, it wakes the waiter, and leaves the signal.
LookAtFlag(f) ==
  /\ loop = "look"
  /\ f \in todo
  /\ IF word[f] /\ Blocked(waiter[f]) THEN Wakes(waiter[f], "woken") ELSE UNCHANGED <<ending, ready>>
  /\ todo' = todo \ {f}
  /\ UNCHANGED <<shared, setters, loop, node, running, waiter>>

\* The loop has looked at everything, and the next task has its turn.
TakeTurn(t) ==
  /\ loop = "look" /\ todo = {}
  /\ ready # <<>> /\ t = Head(ready)
  /\ ready' = Tail(ready)
  /\ running' = t
  /\ loop' = IF Inside(t) THEN "leave" ELSE "run"
  /\ UNCHANGED <<shared, setters, todo, node, waiter, ending>>

\* Nobody is ready: the loop says that it sleeps.
Announce ==
  /\ loop = "look" /\ todo = {}
  /\ ready = <<>>
  /\ asleep' = TRUE
  /\ loop' = "look again"
  /\ UNCHANGED <<word, leaf, hint, permit, setters, todo, node, running, tasks>>

\* The loop looks at the top once more; only if that is not raised will it park.
LookAgain ==
  /\ loop = "look again"
  /\ loop' = IF hint[Top] THEN "begin" ELSE "park"
  /\ UNCHANGED <<shared, setters, todo, node, running, tasks>>

\* The loop calls park: if it has been unparked since, that returns at once; otherwise the loop is parked.
Park ==
  /\ loop = "park"
  /\ permit' = FALSE
  /\ loop' = IF permit THEN "begin" ELSE "parked"
  /\ UNCHANGED <<word, leaf, hint, asleep, setters, todo, node, running, tasks>>

\* Park returns, as the loop is unparked.
Unparked ==
  /\ loop = "parked"
  /\ permit
  /\ permit' = FALSE
  /\ loop' = "begin"
  /\ UNCHANGED <<word, leaf, hint, asleep, setters, todo, node, running, tasks>>

\* Park returns for no reason, or because time has passed.
ParkReturns ==
  /\ loop = "parked"
  /\ loop' = "begin"
  /\ UNCHANGED <<shared, setters, todo, node, running, tasks>>
=============================================================================
