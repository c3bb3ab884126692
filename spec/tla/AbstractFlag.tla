---------------------------- MODULE AbstractFlag -----------------------------
(****************************************************************************)
(* The meaning of the interrupt-safe flag, and no more.  The flag's         *)
(* algorithm (flag/FlagAlgorithm) and the conversations with an             *)
(* implementation (Fanion, by FanionFlags) both have to be this.            *)
(* Level: each operation is one step, wherever it comes from.               *)
(* Left out: who runs and when, beyond the order of a wake and a leave;     *)
(* what a wait answers; refusals, which change nothing (FLG-9).  So a wait  *)
(* that returns at once and a clear() are the same change here.             *)
(* 284 states with two tasks and two flags, AbstractFlag.cfg.               *)
(****************************************************************************)
EXTENDS FiniteSets

CONSTANTS
  Tasks, \* who may wait
  Flags  \* names of flags

None == "none" \* no task
Endings == {"woken", "cancelled", "timeout"}

ASSUME NoneIsNoTask == None \notin Tasks

VARIABLES
  raised, \* for each flag, whether a signal is there
  waiter, \* for each flag the task inside its wait, from the step in which it blocks until it has left, or None
  ending  \* for each flag the ways in which that wait may end; {} while it is blocked, or nobody waits

vars == <<raised, waiter, ending>>

TypeOK ==
  /\ raised \in [Flags -> BOOLEAN]
  /\ waiter \in [Flags -> Tasks \cup {None}]
  /\ ending \in [Flags -> SUBSET Endings]

\* FLG-1: a new flag is clear.
Init ==
  /\ raised = [f \in Flags |-> FALSE]
  /\ waiter = [f \in Flags |-> None]
  /\ ending = [f \in Flags |-> {}]

Blocked(f) == waiter[f] # None /\ ending[f] = {}
Waits(t) == \E f \in Flags : waiter[f] = t

\* A signal is there, and the loop has yet to wake the waiter.
Unnoticed(f) == raised[f] /\ Blocked(f)

\* The waiter is to leave its wait.
Ended(f) == ending[f] # {}

\* What the return of a wait spends: a signal, or the wake-up that the signal has become.
Credit(f) == raised[f] \/ "woken" \in ending[f]

----------------------------------------------------------------------------
\* What anybody does.

\* set(): from now on a signal is there, whether or not one was, and whether or not anybody waits (FLG-2, FLG-5, FLG-7).
Set(f) == raised' = [raised EXCEPT ![f] = TRUE] /\ UNCHANGED <<waiter, ending>>

----------------------------------------------------------------------------
\* What tasks do.

\* wait() on a set flag returns at once, and consumes the signal (FLG-3).
WaitReturns(t, f) ==
  /\ ~Waits(t) /\ waiter[f] = None
  /\ raised[f]
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ UNCHANGED <<waiter, ending>>

\* wait() on a clear flag blocks (FLG-4), if nobody is inside another wait on it (FLG-9).
WaitBlocks(t, f) ==
  /\ ~Waits(t) /\ waiter[f] = None
  /\ ~raised[f]
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ UNCHANGED <<raised, ending>>

\* clear(): takes back a signal, no wake-up, and nobody's registration (FLG-8).
Clear(f) == raised' = [raised EXCEPT ![f] = FALSE] /\ UNCHANGED <<waiter, ending>>

\* The waiter is cancelled, also if it was woken (CAN-2).
Cancel(f) ==
  /\ waiter[f] # None
  /\ ending' = [ending EXCEPT ![f] = {"cancelled"}]
  /\ UNCHANGED <<raised, waiter>>

----------------------------------------------------------------------------
\* What the loop does.

\* The loop finds flags set and wakes their waiters; the signals stay (FLG-5).  A limit that has just passed may still lose.
Notice(fs) ==
  /\ fs # {}
  /\ \A f \in fs : raised[f] /\ waiter[f] # None /\ ending[f] \in {{}, {"timeout"}}
  /\ ending' = [f \in Flags |-> IF f \in fs THEN ending[f] \cup {"woken"} ELSE ending[f]]
  /\ UNCHANGED <<raised, waiter>>

\* The waiter's time limit passes (CAN-5).
Expire(f) ==
  /\ waiter[f] # None /\ "cancelled" \notin ending[f]
  /\ ending' = [ending EXCEPT ![f] = @ \cup {"timeout"}]
  /\ UNCHANGED <<raised, waiter>>

\* The waiter leaves its wait; nothing stays registered (FLG-10).  Only a return consumes (FLG-5, CAN-2, CAN-5).
Leave(f, r) ==
  /\ r \in ending[f]
  /\ raised' = [raised EXCEPT ![f] = @ /\ r # "woken"]
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ ending' = [ending EXCEPT ![f] = {}]

\* The loop ends, and all waits with it.  Not a part of Next: a mapping that needs this step names it.
Close ==
  /\ raised' = [f \in Flags |-> FALSE]
  /\ waiter' = [f \in Flags |-> None]
  /\ ending' = [f \in Flags |-> {}]

----------------------------------------------------------------------------
Next ==
  \/ \E f \in Flags : Set(f)
  \/ \E t \in Tasks, f \in Flags : WaitReturns(t, f)
  \/ \E t \in Tasks, f \in Flags : WaitBlocks(t, f)
  \/ \E f \in Flags : Clear(f)
  \/ \E f \in Flags : Cancel(f)
  \/ \E fs \in SUBSET Flags : Notice(fs)
  \/ \E f \in Flags : Expire(f)
  \/ \E f \in Flags, r \in Endings : Leave(f, r)

\* The loop looks at its flags, and runs its tasks.
NoticesFlags == \A f \in Flags : WF_vars(Notice({f}))
RunsWaiters == \A f \in Flags : WF_vars(\E r \in Endings : Leave(f, r))
Fairness == NoticesFlags /\ RunsWaiters

Safety == Init /\ [][Next]_vars
Spec == Safety /\ Fairness

----------------------------------------------------------------------------
\* FLG-9: a task waits on one flag at a time, and only a waiter's wait ends.
OnlyWaitersEnd == \A f \in Flags : ending[f] # {} => waiter[f] # None
OneWaitATask == \A f, g \in Flags : waiter[f] # None /\ waiter[f] = waiter[g] => f = g

\* FLG-2, FLG-7: a set is possible at any time, and leaves a signal.  FLG-8: so is a clear, and leaves none.
SetsAndClearsDoWhatTheySay ==
  \A f \in Flags : ENABLED Set(f) /\ ~ENABLED (Set(f) /\ ~raised'[f]) /\ ENABLED Clear(f) /\ ~ENABLED (Clear(f) /\ raised'[f])

\* FLG-1: a new flag is clear.  (Of the first state only, so it is listed among the PROPERTIES.)
NewFlagsAreClear == \A f \in Flags : ~raised[f]

\* FLG-3, FLG-4, FLG-9: a task that is in no wait can wait on a flag on which nobody waits: at once if a signal is there, which
\* the wait consumes, and else as the flag's waiter.
WaitsLookAtTheSignal ==
  \A t \in Tasks, f \in Flags :
    /\ ENABLED WaitReturns(t, f) <=> (~Waits(t) /\ waiter[f] = None /\ raised[f])
    /\ ENABLED WaitBlocks(t, f) <=> (~Waits(t) /\ waiter[f] = None /\ ~raised[f])
    /\ ~ENABLED (WaitReturns(t, f) /\ raised'[f]) /\ ~ENABLED (WaitBlocks(t, f) /\ waiter'[f] # t)

\* FLG-4, CAN-1, CAN-2, CAN-5: a waiter can be cancelled at any time, and is then; a limit that passes, and a notice, are known.
EndingsAreGiven ==
  \A f \in Flags :
    /\ ENABLED Cancel(f) <=> waiter[f] # None
    /\ ~ENABLED (Cancel(f) /\ ending'[f] # {"cancelled"})
    /\ ~ENABLED (Expire(f) /\ "timeout" \notin ending'[f]) /\ ~ENABLED (Notice({f}) /\ "woken" \notin ending'[f])

WaitEnds(f) == Leave(f, "woken") \/ \E t \in Tasks : WaitReturns(t, f)

\* FLG-6: every return spends a credit ...
ReturnsSpend == [][\A f \in Flags : WaitEnds(f) => Credit(f) /\ ~Credit(f)']_vars

\* ... and nothing but a set gives one, so that there are no more returns than sets.
OnlySetsGive == [][\A f \in Flags : ~Credit(f) /\ Credit(f)' => Set(f)]_vars

WaiterGoes(f) == waiter[f] # None /\ waiter'[f] # waiter[f]

\* FLG-8, FLG-9, FLG-10: a waiter goes when its wait has ended, and not before; nobody takes its place.
WaitersLeaveByThemselves == [][\A f \in Flags : WaiterGoes(f) => waiter'[f] = None /\ Ended(f)]_vars

\* FLG-4, FLG-5: a waiter is woken by a signal, which stays until it returns.
WakeUpsAreOfSignals == [][
  \A f \in Flags : ("woken" \notin ending[f] /\ "woken" \in ending'[f]) => raised[f] /\ raised'[f] /\ waiter'[f] = waiter[f]
  ]_vars

\* FLG-8: nothing but a cancellation takes back a wake-up.  CAN-2, CAN-4: nothing takes back a cancellation.
EndingsAreKept == [][
  \A f \in Flags : waiter'[f] # None =>
    /\ "cancelled" \in ending[f] => ending'[f] = {"cancelled"}
    /\ ending[f] \subseteq ending'[f] \/ ending'[f] = {"cancelled"}
  ]_vars

\* FLG-5, FLG-6: a waiter that was woken, and nothing else, consumes the signal.  CAN-2, CAN-5: one that was not woken keeps it.
WaitersLeaveAsTheyEnded == [][
  \A f \in Flags : WaiterGoes(f) =>
    /\ ending[f] = {"woken"} => ~raised'[f]
    /\ "woken" \notin ending[f] => raised'[f] = raised[f]
  ]_vars

\* FLG-4: a signal that stays wakes the waiter.  (The same as NoticesFlags, as Notice ends what enables it.)
SetFlagsWakeTheirWaiter == \A f \in Flags : Unnoticed(f) ~> ~Unnoticed(f)

\* FLG-4, CAN-1, CAN-5: a waiter whose wait has ended leaves it.  (The same as RunsWaiters.)
EndedWaitersLeave == \A f \in Flags : Ended(f) ~> ~Ended(f)
==============================================================================
