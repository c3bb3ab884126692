-------------------------------- MODULE Flags --------------------------------
(****************************************************************************)
(* The interrupt-safe flag: set from anywhere, waited on by one task at a   *)
(* time, consumed when that wait returns.                                   *)
(* Left out: the accesses of which set() consists, and what happens when a  *)
(* setter stops between them; a set is one step here.                       *)
(* Implemented by dev.fanion.ThreadSafeFlag.                                *)
(****************************************************************************)
EXTENDS Events

\* The flag is set by task t, or by an interrupt on its own (t = None).  Whether it was set already makes no difference.
Raise(t, f) ==
  LET w == waiter[f]
      owing == t # None /\ w # None /\ Blocked(w) /\ w \notin timed
      unclaimed == patience[f][1] \notin live
  IN
  /\ raised' = [raised EXCEPT ![f] = TRUE]
  /\ touched' = [touched EXCEPT ![f] = w # None]
  /\ patience' = IF owing /\ unclaimed THEN [patience EXCEPT ![f] = <<t, 0>>] ELSE patience

\* set() in the loop's own context.
FlagSet(t, f) ==
  /\ running = t
  /\ Raise(t, f)
  /\ UNCHANGED <<loopVars, eventVars, waiter, armed, handed>>

\* set() in an interrupt context, while t waits for that call's return (FLG-2).
FlagInterrupt(t, f) ==
  /\ running = t
  /\ "interrupt" \in Features
  /\ Raise(t, f)
  /\ UNCHANGED <<loopVars, eventVars, waiter, armed, handed>>

\* An interrupt is asked for, to come later.
FlagArm(t, f) ==
  /\ running = t
  /\ "arm" \in Features
  /\ ~armed[f]
  /\ armed' = [armed EXCEPT ![f] = TRUE]
  /\ touched' = [touched EXCEPT ![f] = waiter[f] # None]
  /\ UNCHANGED <<loopVars, eventVars, raised, waiter, patience, handed>>

\* The interrupt comes, whatever the loop does meanwhile.
FlagFire(f) ==
  /\ armed[f]
  /\ armed' = [armed EXCEPT ![f] = FALSE]
  /\ Raise(None, f)
  /\ UNCHANGED <<loopVars, eventVars, waiter, handed>>

\* Whether task w, a waiter, is handed its signal when it is woken.
Hands(w) == SignalConsumed = "handed" /\ ~(LimitedWait = "wrapped" /\ (w \in due \/ Wrapped(w)))

\* The loop notices a set flag and wakes its waiter; the flag stays set, unless its signal is handed to the waiter (FLG-5).
\* An inner task's wait returns here, and consumes.  A cancelled waiter that has not left may be handed a signal, to give it back.
FlagNotice(f) ==
  LET w == waiter[f]
      free == w \in due \/ Wrapped(w)
      consumes == LimitedWait = "wrapped" /\ free
      expired == w \in due /\ ending[w] = {"timeout"}
      leaving == w \in live /\ ending[w] = {"cancelled"} /\ Hands(w) /\ f \notin handed
  IN
  /\ raised[f]
  /\ Blocked(w) \/ expired \/ leaving
  /\ ready' = IF free \/ leaving THEN ready ELSE Append(ready, w)
  /\ due' = IF free /\ ~leaving THEN due \cup {w} ELSE due
  /\ ending' = [ending EXCEPT ![w] = IF consumes THEN {"woken"} ELSE IF leaving THEN @ ELSE @ \cup {"woken"}]
  /\ raised' = [raised EXCEPT ![f] = ~consumes /\ ~Hands(w)]
  /\ handed' = IF Hands(w) THEN handed \cup {f} ELSE handed
  /\ timed' = IF consumes THEN timed \ {w} ELSE timed
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ UNCHANGED <<running, live, starting, turnVars, eventVars, waiter, touched, armed>>

\* clear(): takes back a signal that the loop has not acted on; it touches no wake-up and no waiter (FLG-8).
FlagClear(t, f) ==
  /\ running = t
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ UNCHANGED <<loopVars, eventVars, waiter, touched, armed, handed>>

Unwaited(f) == waiter[f] = None /\ \A u \in Tasks : starting[u] # f

\* wait() on a set flag: at once, and consumes (FLG-3).
FlagWaitReturns(t, f, limited) ==
  /\ running = t
  /\ WaitOnSetFlag = "immediate"
  /\ MayLimit(limited)
  /\ Unwaited(f)
  /\ raised[f]
  /\ ~(limited /\ LimitedWait = "wrapped")
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ UNCHANGED <<loopVars, eventVars, waiter, touched, armed, patience, handed>>

\* wait() on a set flag, where the runtime gives the loop one turn first: a waiter that is woken at once.
FlagWaitYields(t, f, limited) ==
  /\ running = t
  /\ WaitOnSetFlag = "yields"
  /\ MayLimit(limited)
  /\ Unwaited(f)
  /\ raised[f]
  /\ ~(limited /\ LimitedWait = "wrapped")
  /\ running' = None
  /\ ready' = Append(ready, t)
  /\ ending' = [ending EXCEPT ![t] = {"woken"}]
  /\ passing' = passing \cup {t}
  /\ timed' = IF limited /\ LimitOnSet = "kept" THEN timed \cup {t} ELSE timed
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ touched' = [touched EXCEPT ![f] = TRUE]
  /\ raised' = [raised EXCEPT ![f] = SignalConsumed # "handed"]
  /\ handed' = IF SignalConsumed = "handed" THEN handed \cup {f} ELSE handed
  /\ UNCHANGED <<live, due, starting, yielding, round, extra, lateness, cancels, callVars, eventVars, armed, patience>>

\* wait() on a clear flag: suspends (FLG-4).
FlagWaitBlocks(t, f, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ Unwaited(f)
  /\ ~raised[f]
  /\ ~(limited /\ LimitedWait = "wrapped")
  /\ running' = None
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ timed' = IF limited THEN timed \cup {t} ELSE timed
  /\ UNCHANGED <<live, ready, due, ending, starting, turnVars, eventVars, raised, touched, armed, patience, handed>>
  /\ Answerable'

\* wait() while another task is inside: refused, and the first is not disturbed (FLG-9).
\* The environment asks only while no answer is on its way to the first task, so that task is blocked.
FlagWaitRefused(t, f, limited) ==
  /\ running = t
  /\ MayLimit(limited)
  /\ SecondFlagWaiter = "refused"
  /\ ~(limited /\ LimitedWait = "wrapped")
  /\ waiter[f] # None
  /\ ~touched[f] /\ waiter[f] \notin Range(cancels)
  /\ UNCHANGED vars

\* wait() with a limit, by an inner task, which has yet to begin its wait.
FlagWaitStarts(t, f) ==
  /\ running = t
  /\ MayLimit(TRUE)
  /\ Unwaited(f)
  /\ LimitedWait = "wrapped"
  /\ running' = None
  /\ timed' = timed \cup {t}
  /\ starting' = [starting EXCEPT ![t] = f]
  /\ UNCHANGED <<live, ready, due, ending, turnVars, eventVars, flagVars>>

\* The inner task's wait begins.
FlagWaitBegins(t, f) ==
  /\ starting[t] = f
  /\ starting' = [starting EXCEPT ![t] = None]
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ IF raised[f]
     THEN /\ due' = due \cup {t}
          /\ ending' = [ending EXCEPT ![t] = {"woken"}]
          /\ timed' = timed \ {t}
          /\ raised' = [raised EXCEPT ![f] = FALSE]
          /\ touched' = [touched EXCEPT ![f] = TRUE]
     ELSE UNCHANGED <<due, ending, timed, raised, touched>>
  /\ UNCHANGED <<running, live, ready, turnVars, eventVars, armed, patience, handed>>

\* Many interrupts race one waiter, the main task, until all have returned; afterwards the flag is cleared.
FlagStorm(t, f) ==
  /\ running = t
  /\ "storm" \in Features
  /\ live = {Main}
  /\ ~armed[f]
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ UNCHANGED <<loopVars, eventVars, waiter, touched, armed, patience, handed>>

\* Task t leaves its flag's wait with result r: woken, it consumes, or has done so; otherwise the signal stays, or is given back
\* (FLG-5, CAN-2, CAN-5).
FlagLeave(t, r) ==
  LET left == {f \in Flags : waiter[f] = t}
      consumes == r = "woken" /\ SignalConsumed = "returned" /\ ~(LimitedWait = "wrapped" /\ t \in due)
      back == IF r = "woken" THEN {} ELSE left \cap handed
      yielded == r = "ok" /\ t \notin due /\ (WakeOrder = "batch" \/ t = Head(ready))
  IN
  /\ raised' = [f \in Flags |-> (raised[f] /\ ~(f \in left /\ consumes)) \/ f \in back]
  /\ handed' = handed \ left
  /\ waiter' = [f \in Flags |-> IF f \in left THEN None ELSE waiter[f]]
  /\ touched' = [f \in Flags |-> touched[f] /\ f \notin left]
  /\ patience' = [f \in Flags |->
       CASE f \in left -> NoPatience
         [] f \notin left /\ yielded /\ patience[f][1] = t /\ patience[f][2] < MaxPatience -> <<t, patience[f][2] + 1>>
         [] f \notin left /\ yielded /\ Unnoticed(f) /\ waiter[f] \notin timed /\ patience[f][1] \notin live -> <<t, 0>>
         [] OTHER -> patience[f]]
  /\ UNCHANGED armed

\* Task t is cancelled, or its limit passes: what that changes at the flag on which t waits.
FlagDisturb(t) ==
  /\ touched' = [f \in Flags |-> touched[f] \/ waiter[f] = t]
  /\ patience' = [f \in Flags |-> IF waiter[f] = t THEN NoPatience ELSE patience[f]]
  /\ UNCHANGED <<raised, waiter, armed, handed>>
==============================================================================
