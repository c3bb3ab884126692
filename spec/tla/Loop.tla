-------------------------------- MODULE Loop ---------------------------------
(****************************************************************************)
(* The loop and its tasks: who runs, who will run, how suspensions end.     *)
(* Left out: what the other tasks do after the main task has ended; nobody  *)
(* hears of it any more.                                                    *)
(* Implemented by dev.fanion.EventLoop and dev.fanion.Task.                 *)
(****************************************************************************)
EXTENDS Cancels

----------------------------------------------------------------------------
\* What tasks do.

\* Creates a task, which is scheduled, not run.
Spawn(t, u) ==
  /\ running = t
  /\ u \notin live
  /\ live' = live \cup {u}
  /\ ready' = Append(ready, u)
  /\ ending' = [ending EXCEPT ![u] = {"started"}]
  /\ UNCHANGED <<running, due, timed, starting, turnVars, eventVars, flagVars>>

\* Gives the loop one turn.  By a task's third yield since its set, or its fourth where others may run
\* between the notice and the end of a yield, the loop has noticed the flag (LOP-3).
Yield(t) ==
  LET late == {f \in Flags : patience[f] = <<t, MaxPatience>> /\ Unnoticed(f)}
      woken == {waiter[f] : f \in late}
  IN
  /\ running = t
  /\ running' = None
  /\ \E order \in Orders(woken) : ready' = Append(ready \o order, t)
  /\ ending' = [u \in Tasks |->
       CASE u = t -> {"ok"}
         [] u # t /\ u \in woken -> {"woken"}
         [] OTHER -> ending[u]]
  /\ patience' = [f \in Flags |-> IF f \in late THEN NoPatience ELSE patience[f]]
  /\ raised' = [f \in Flags |-> raised[f] /\ ~(f \in late /\ Hands(waiter[f]))]
  /\ handed' = handed \cup {f \in late : Hands(waiter[f])}
  /\ yielding' = IF Yields = "idle" THEN yielding \cup {t} ELSE yielding
  /\ UNCHANGED <<live, due, timed, starting, passing, round, extra, lateness, cancels, callVars>>
  /\ UNCHANGED <<eventVars, waiter, touched, armed>>

\* Suspends until some time has passed.
Sleep(t) ==
  /\ running = t
  /\ "timeout" \in Features
  /\ running' = None
  /\ timed' = timed \cup {t}
  /\ UNCHANGED <<live, ready, due, ending, starting, turnVars, eventVars, flagVars>>

\* Keeps the loop busy: time passes, and nothing else happens.
Hog(t) ==
  /\ running = t
  /\ "timeout" \in Features
  /\ UNCHANGED vars

\* Everything is thrown away.
Finish ==
  /\ running' = Over
  /\ live' = {} /\ ready' = <<>> /\ due' = {} /\ timed' = {}
  /\ ending' = [t \in Tasks |-> {}]
  /\ starting' = [t \in Tasks |-> None]
  /\ yielding' = {} /\ passing' = {} /\ round' = {} /\ extra' = 0 /\ lateness' = [t \in Tasks |-> NoPatience] /\ cancels' = <<>>
  /\ called' = [e \in Events |-> {}] /\ joined' = called' /\ later' = called'
  /\ set' = [e \in Events |-> FALSE]
  /\ queue' = [e \in Events |-> <<>>]
  /\ raised' = [f \in Flags |-> FALSE]
  /\ waiter' = [f \in Flags |-> None]
  /\ touched' = [f \in Flags |-> FALSE]
  /\ armed' = [f \in Flags |-> FALSE]
  /\ patience' = [f \in Flags |-> NoPatience]
  /\ handed' = {}

\* A task ends, and with it the cancellations that have not reached it.  With the main task the run ends (LOP-5).
Exit(t) ==
  /\ running = t
  /\ IF t = Main
     THEN Finish
     ELSE /\ running' = None
          /\ live' = live \ {t}
          /\ ready' = WithoutCancelsOf(t)
          /\ cancels' = Without(cancels, t)
          /\ round' \in CASE cancels' = cancels -> {round}
                          [] cancels' = <<>> -> {round \ {Cancelling}}
                          [] OTHER -> {round, round \ {Cancelling}}
          /\ UNCHANGED <<due, ending, timed, starting, yielding, passing, extra, lateness, callVars, eventVars, flagVars>>
          /\ Answerable'

----------------------------------------------------------------------------
\* What the loop does.

\* A yield of t ends, and a task whose time has come has not run yet (LOP-3).
Yielded(t, r) == r = "ok" /\ t \in Range(ready)
Later(t, u) ==
  CASE u \notin due -> NoPatience
    [] u \in due /\ lateness[u][1] = t -> <<t, lateness[u][2] + 1>>
    [] u \in due /\ lateness[u][1] \notin live -> <<t, 1>>
    [] OTHER -> lateness[u]

\* The next task runs, and learns how its operation ended: r.  Where the waiter of an event gives another turn before it returns,
\* one of a flag may.
Resume(t, r) ==
  /\ running = None
  /\ MayRun(t)
  /\ r \in ending[t]
  /\ ~((r = "woken" /\ ReturnsLater(t) /\ ~OnFlag(t)) \/ LooksAgain(t))
  /\ (Timers = "rounds" /\ Yielded(t, r)) => \A u \in due : lateness[u] # <<t, MaxLate>>
  /\ lateness' = [u \in Tasks |->
       IF u = t \/ Timers = "idle" THEN NoPatience ELSE IF Yielded(t, r) THEN Later(t, u) ELSE lateness[u]]
  /\ running' = t
  /\ FlagLeave(t, r)
  /\ ready' = Without(ready, t)
  /\ due' = due \ {t}
  /\ timed' = timed \ {t}
  /\ ending' = [ending EXCEPT ![t] = {}]
  /\ queue' = [e \in Events |-> Without(queue[e], t)]
  /\ passing' = passing \ {t} /\ yielding' = yielding \ {t}
  /\ TakesATurn(t)
  /\ called' = [e \in Events |-> called[e] \cap Left(e)]
  /\ joined' = [e \in Events |-> joined[e] \cap Left(e)]
  /\ UNCHANGED <<live, starting, cancels, later, set>>

\* Nothing can ever wake the main task: the loop says so (LOP-6).
Report ==
  /\ "deadlock" \in Features
  /\ OnDeadlock = "reported"
  /\ running = None
  /\ Stuck
  /\ Finish

----------------------------------------------------------------------------
\* What time does.

\* A sleep is over, or a limit passes.  A wake-up that came first may still win (CAN-5).
Expire(t) ==
  LET waits == starting[t] # None \/ (\E e \in Events : t \in Range(queue[e])) \/ (\E f \in Flags : waiter[f] = t)
  IN
  /\ t \in timed
  /\ timed' = timed \ {t}
  /\ due' = due \cup {t}
  /\ ready' = Without(ready, t)
  /\ ending' = [ending EXCEPT ![t] = IF @ = {} /\ ~waits THEN {"ok"} ELSE @ \cup {"timeout"}]
  /\ starting' = [starting EXCEPT ![t] = None]
  /\ round' = round \ {t}
  /\ later' = [e \in Events |-> later[e] \ {t}] /\ Uncalled(t)
  /\ FlagDisturb(t)
  /\ UNCHANGED <<running, live, yielding, passing, extra, lateness, cancels, eventVars>>
==============================================================================
