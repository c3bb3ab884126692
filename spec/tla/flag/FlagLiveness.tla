---------------------------- MODULE FlagLiveness -----------------------------
(****************************************************************************)
(* What must happen in the end. Nothing is asked of setters: each may stop  *)
(* anywhere, for ever. A claim that needs one of them to come to its end    *)
(* says which.                                                              *)
(* Left out: how soon; LooksBetweenTurns in FlagHistory says it of sets     *)
(* that have returned.                                                      *)
(* 5,668 states in FlagLiveness.cfg, 77,418 with two setters.               *)
(****************************************************************************)
EXTENDS FlagRefinement

\* FLG-4, LOP-3, LOP-4: a set() that has returned wakes the waiter, wherever others have stopped within a set() of
\* theirs, and whether the loop is busy or sleeps.  (Unless a clear() takes the signal first, or the wait ends.)
ReturnedSetsWake == \A f \in Flags : Owed(f) ~> ~Owed(f)

\* FLG-4, CAN-1, CAN-5: a waiter that was woken, cancelled or out of time leaves its wait.
EndedWaitersLeave == Abstract!EndedWaitersLeave

\* A task that has its turn runs, or is on its way into a wait or out of one: then it comes to run, or its wait blocks.
TurnsComeToTheTask == \A t \in Tasks : (running = t /\ loop # "run") ~> ~(running = t /\ loop # "run")

\* A task that has called wait() blocks or returns.
WaitsBegin == \A t \in Tasks : Enters(t) ~> ~Enters(t)

\* Nothing is to be done.
Quiet == ready = <<>> /\ running = None

\* A loop that has nothing to do comes to rest, wherever setters have stopped: it is parked, and no permit is left that would
\* bring it back.
IdleLoopsRest == <>[]Quiet /\ <>[][UNCHANGED at]_vars => []<>(loop = "parked" /\ ~permit)

----------------------------------------------------------------------------
\* One setter at work, while all others may stop; setters are all alike.

First == CHOOSE s \in Setters : TRUE
SpecOfOneSetter == Spec /\ SetsEnd(First)

\* FLG-4: a setter that goes on wakes the waiter of the flag that it has just set, wherever others have stopped.
OneSetterIsEnough == \A f \in Flags : (At(First, "leaf") /\ Of(First) = f) ~> ~Abstract!Unnoticed(f)

\* If all setters go on, the algorithm is as fair as AbstractFlag.
SpecOfAllSetters == Spec /\ \A s \in Setters : SetsEnd(s)

\* FLG-4: no signal stays beside its blocked waiter for ever.
SetFlagsWakeTheirWaiter == Abstract!SetFlagsWakeTheirWaiter
==============================================================================
