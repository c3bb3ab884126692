----------------------------- MODULE FlagMutants -----------------------------
(****************************************************************************)
(* Actions of Flags with one conjunct altered; otherwise as EventMutants.   *)
(* Left out: the mistakes that a setter can make between its accesses; a    *)
(* set is one step here.                                                    *)
(****************************************************************************)
EXTENDS MCFanion

----------------------------------------------------------------------------
\* The action: Sets(t, f, TRUE, waiter[f]), but for patience, which does not change here.

Sets(t, f, now, registered) ==
  /\ raised' = [raised EXCEPT ![f] = now]
  /\ waiter' = [waiter EXCEPT ![f] = registered]
  /\ touched' = [touched EXCEPT ![f] = registered # None]
  /\ UNCHANGED <<loopVars, eventVars, armed, patience, handed>>

FlagSetIsLostWithoutAWaiter(t, f) == running = t /\ Sets(t, f, raised[f] \/ waiter[f] # None, waiter[f])
FlagSetToggles(t, f) == running = t /\ Sets(t, f, ~raised[f], waiter[f])
FlagSetForgetsTheWaiter(t, f) == running = t /\ Sets(t, f, TRUE, None)
FlagInterruptIsLostOnABusyLoop(t, f) ==
  running = t /\ "interrupt" \in Features /\ Sets(t, f, raised[f] \/ ready = <<>>, waiter[f])

----------------------------------------------------------------------------
\* The action: Notices(f, raised[f], Blocked(waiter[f]), TRUE, waiter[f]).

Notices(f, signal, idle, kept, registered) ==
  LET w == waiter[f] IN
  /\ signal
  /\ w # None
  /\ running # Over
  /\ idle
  /\ ready' = Append(ready, w)
  /\ ending' = [ending EXCEPT ![w] = {"woken"}]
  /\ raised' = [raised EXCEPT ![f] = kept]
  /\ waiter' = [waiter EXCEPT ![f] = registered]
  /\ touched' = [touched EXCEPT ![f] = registered # None]
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, eventVars, armed, handed>>

FlagNoticeConsumes(f) == Notices(f, raised[f], Blocked(waiter[f]), FALSE, waiter[f])
FlagNoticeUnregisters(f) == Notices(f, raised[f], Blocked(waiter[f]), TRUE, None)
FlagNoticeWakesTwice(f) == Notices(f, raised[f] /\ Len(ready) < 3, TRUE, TRUE, waiter[f])
FlagNoticeWithoutASignal(f) == Notices(f, TRUE, Blocked(waiter[f]), raised[f], waiter[f])

----------------------------------------------------------------------------
\* The action: Clears(t, f, FALSE, waiter[f], ending).

Clears(t, f, now, registered, endings) ==
  /\ running = t
  /\ raised' = [raised EXCEPT ![f] = now]
  /\ waiter' = [waiter EXCEPT ![f] = registered]
  /\ ending' = endings
  /\ ready' = SelectSeq(ready, LAMBDA u : endings[u] # {})
  /\ patience' = [patience EXCEPT ![f] = NoPatience]
  /\ UNCHANGED <<running, live, due, timed, starting, turnVars, eventVars, touched, armed, handed>>

FlagClearIsIgnored(t, f) == Clears(t, f, raised[f], waiter[f], ending)
FlagClearUnregisters(t, f) == Clears(t, f, FALSE, None, ending)
FlagClearTakesBackAWake(t, f) ==
  Clears(t, f, FALSE, waiter[f], [u \in Tasks |-> IF waiter[f] = u /\ ending[u] = {"woken"} THEN {} ELSE ending[u]])

----------------------------------------------------------------------------
\* The actions: Returns(t, f, raised[f], FALSE), Blocks(t, f, Unwaited(f), ~raised[f]).

Returns(t, f, guard, now) ==
  /\ running = t
  /\ Unwaited(f)
  /\ guard
  /\ raised' = [raised EXCEPT ![f] = now]
  /\ UNCHANGED <<loopVars, eventVars, waiter, touched, armed, patience, handed>>

Blocks(t, f, free, clear) ==
  /\ running = t
  /\ free
  /\ clear
  /\ running' = None
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ UNCHANGED <<taskVars, eventVars, raised, touched, armed, patience, handed>>
  /\ Answerable'

FlagWaitReturnsWithoutConsuming(t, f, limited) == ~limited /\ Returns(t, f, raised[f], TRUE)
FlagWaitReturnsWithoutLooking(t, f, limited) == ~limited /\ Returns(t, f, TRUE, FALSE)
FlagWaitBlocksWithoutLooking(t, f, limited) == ~limited /\ Blocks(t, f, Unwaited(f), TRUE)
FlagWaitReplacesTheFirst(t, f, limited) == ~limited /\ Blocks(t, f, TRUE, ~raised[f])

\* The refused task makes the flag forget its first waiter.
FlagWaitRefusedDisturbs(t, f, limited) ==
  /\ running = t
  /\ ~limited
  /\ waiter[f] # None
  /\ ~touched[f]
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ UNCHANGED <<loopVars, eventVars, raised, touched, armed, patience, handed>>

----------------------------------------------------------------------------
\* The action: Leaves(t, r = "woken", TRUE), but for patience, which does not grow here.

Leaves(t, consumes, unregisters) ==
  LET left == {f \in Flags : waiter[f] = t} IN
  /\ raised' = [f \in Flags |-> raised[f] /\ ~(f \in left /\ consumes)]
  /\ waiter' = [f \in Flags |-> IF f \in left /\ unregisters THEN None ELSE waiter[f]]
  /\ touched' = [f \in Flags |-> touched[f] /\ f \notin left]
  /\ patience' = [f \in Flags |-> IF f \in left THEN NoPatience ELSE patience[f]]
  /\ UNCHANGED <<armed, handed>>

FlagLeaveKeepsTheSignal(t, r) == Leaves(t, FALSE, TRUE)
FlagLeaveConsumesWhenCancelled(t, r) == Leaves(t, TRUE, TRUE)
FlagLeaveStaysRegistered(t, r) == Leaves(t, r = "woken", r # "cancelled")
==============================================================================
