---------------------------- MODULE FlagOutcomes -----------------------------
(****************************************************************************)
(* Short races of the flag's algorithm, one for each config, and all the    *)
(* ways in which they may end. Every run goes on until all set() calls have *)
(* returned and the loop has nothing to do, or to the moment that the       *)
(* scenario is about. Then it prints the outcome and what led to it.        *)
(* docs/outcomes.md has the tables.                                         *)
(* Left out: as in FlagAlgorithm; park that returns for no reason.          *)
(* 532 states in CancelAgainstSet.cfg.                                      *)
(****************************************************************************)
EXTENDS FlagProperties

CONSTANT Scenario \* which race

Waiter == "waiter"
Flag == CHOOSE f \in Flags : TRUE

ASSUME OneFlagIsEnough == Cardinality(Flags) = 1 /\ Waiter \in Tasks

VARIABLES
  acts, \* for each task what it is still to do
  left, \* the setters whose set() is yet to come
  story \* what has happened, as far as it matters, as a list of sentences

allVars == <<vars, acts, left, story>>

WaitFinds == "wait() finds the flag raised, and returns"
WaitFindsNothing == "wait() finds it clear"
WaitFindsLater == "wait() looks once more, finds the flag raised, and returns"
Consumes == "the waiter consumes the signal, and returns"
LeavesCancelled == "the wait ends as cancelled"
LeavesLate == "the wait ends as timed out"
WaitIsBlocked == "wait() blocks"
IsWoken == "the loop finds the flag raised, and wakes the waiter"
IsCleared == "clear()"
Parks == "the loop calls park"
Unparks == "set() unparks the loop"

Happened(what) == \E i \in DOMAIN story : story[i] = what
Tells(what) == story' = Append(story, what)
IsAbout(scenarios) == Scenario \in scenarios
TellsOfSleep(what) == IF IsAbout({"sleep-against-set"}) THEN Tells(what) ELSE UNCHANGED story

Program(t) ==
  CASE t = Waiter -> IF IsAbout({"two-setters-against-wait"}) THEN <<"wait", "wait", "wait">> ELSE <<"wait">>
    [] t # Waiter -> IF IsAbout({"clear-against-set"}) THEN <<"clear">> ELSE <<"yield", "cancel">>

InitOutcomes == Init /\ Head(ready) = Waiter /\ acts = [t \in Tasks |-> Program(t)] /\ left = Setters /\ story = <<>>

\* When a setter's race begins.
MaySet(s) ==
  CASE IsAbout({"wait-against-set", "two-setters-against-wait"}) -> TRUE
    [] IsAbout({"consume-against-second-set"}) /\ s = "second" -> Happened(IsWoken) /\ at["first"] = Idle
    [] OTHER -> Happened(WaitIsBlocked)

WaitsReturned == Cardinality({i \in DOMAIN story : story[i] \in {WaitFinds, WaitFindsLater, Consumes}})

\* The moment that ends the race for the loop, if that is not when it has nothing to do.
LoopIsThrough ==
  CASE IsAbout({"wait-against-set"}) -> WaitsReturned > 0 \/ Happened(WaitIsBlocked)
    [] IsAbout({"sleep-against-set"}) -> Happened(IsWoken)
    [] OTHER -> FALSE

LimitIsOpen == IsAbout({"limit-against-set"}) /\ Inside(Waiter)
Over ==
  /\ left = {} /\ \A s \in Setters : at[s] = Idle
  /\ LoopIsThrough \/ (loop = "parked" /\ ~permit /\ ~LimitIsOpen)

----------------------------------------------------------------------------
Quietly == UNCHANGED <<acts, left, story>>
Telling == UNCHANGED <<acts, left>>
LoopMay == ~LoopIsThrough

SetterSets(s) ==
  /\ s \in left /\ left' = left \ {s}
  /\ MaySet(s) /\ Set(s, Flag) /\ Tells("set() raises the flag")
  /\ UNCHANGED acts
SetterGoes(s) == (ReadLeaf(s) \/ ReadHint(s) \/ MarkHint(s) \/ ReadParent(s) \/ ReadAsleep(s)) /\ Quietly
SetterUnparks(s) == Unpark(s) /\ TellsOfSleep(Unparks) /\ Telling

LoopGoes ==
  /\ LoopMay
  /\ \/ Begin \/ Unparked
     \/ \E n \in Nodes : LookAtNode(n) \/ Lower(n)
     \/ \E t \in Tasks : TakeTurn(t) \/ Unregister(t, Flag) \/ \E n \in Leaves : Register(t, Flag, n)
  /\ Quietly
LoopLooksAtFlag ==
  /\ LoopMay /\ LookAtFlag(Flag)
  /\ IF ready' # ready THEN Tells(IsWoken) ELSE UNCHANGED story
  /\ Telling
LoopAnnounces == LoopMay /\ Announce /\ TellsOfSleep("the loop says that it sleeps") /\ Telling
LoopLooksAgain == LoopMay /\ LookAgain /\ TellsOfSleep("the loop looks once more") /\ Telling
LoopParks == LoopMay /\ Park /\ TellsOfSleep(Parks) /\ Telling

\* A task does what comes next in its program.
Does(t, act) ==
  /\ LoopMay
  /\ acts[t] # <<>> /\ Head(acts[t]) = act /\ acts' = [acts EXCEPT ![t] = Tail(@)]
  /\ UNCHANGED left

TaskWaits(t) ==
  /\ Does(t, "wait")
  /\ \/ WaitReturns(t, Flag) /\ Tells(WaitFinds)
     \/ WaitBegins(t, Flag) /\ Tells(WaitFindsNothing)
TaskBlocks(t) == LoopMay /\ WaitBlocks(t, Flag) /\ Tells(WaitIsBlocked) /\ Telling
TaskSeesASet(t) == LoopMay /\ WaitSeesASet(t, Flag) /\ Tells(WaitFindsLater) /\ Telling
TaskLeaves(t) ==
  /\ LoopMay
  /\ Leave(t, Flag)
  /\ CASE ending[t] = "woken" -> UNCHANGED story
       [] ending[t] = "cancelled" -> Tells(LeavesCancelled)
       [] ending[t] = "timeout" -> Tells(LeavesLate)
  /\ Telling
TaskConsumes(t) == LoopMay /\ Consume(t, Flag) /\ Tells(Consumes) /\ Telling
TaskClears(t) == Does(t, "clear") /\ Clear(t, Flag) /\ Tells(IsCleared)
TaskCancels(t) ==
  /\ running = t /\ loop = "run" /\ Does(t, "cancel")
  /\ IF Inside(Waiter)
     THEN Cancel(t, Waiter) /\ Tells("cancel()")
     ELSE UNCHANGED vars /\ Tells("cancel() comes too late")
TaskYields(t) == Does(t, "yield") /\ Yield(t) /\ UNCHANGED story
TaskRests(t) == LoopMay /\ acts[t] = <<>> /\ Sleep(t) /\ Quietly

LimitPasses == LoopMay /\ LimitIsOpen /\ Expire(Waiter) /\ Tells("the limit passes") /\ Telling
TimeEndsPark == LoopMay /\ LimitIsOpen /\ ParkReturns /\ Quietly

----------------------------------------------------------------------------
Text(b) == IF b THEN "true" ELSE "false"
Ended ==
  CASE Happened(LeavesCancelled) -> "cancelled" [] Happened(LeavesLate) -> "timed-out"
    [] WaitsReturned > 0 -> "woken" [] OTHER -> "blocked"

Outcome ==
  CASE IsAbout({"sleep-against-set"}) -> Text(Happened(Parks)) \o ", " \o Text(Happened(Unparks))
    [] IsAbout({"cancel-against-set", "limit-against-set"}) -> Ended \o ", " \o Text(raised[Flag])
    [] IsAbout({"two-setters-against-wait"}) -> ToString(WaitsReturned) \o ", " \o Text(raised[Flag])
    [] OTHER -> Text(WaitsReturned > 0) \o ", " \o Text(raised[Flag])

\* Where the waiter is blocked when the race begins, the story does not tell how it came to be blocked.
Matters(what) ==
  what \in {WaitFindsNothing, WaitIsBlocked} => IsAbout({"wait-against-set", "two-setters-against-wait"})
RECURSIVE Joined(_)
Joined(parts) == IF parts = <<>> THEN "" ELSE "; " \o Head(parts) \o Joined(Tail(parts))

PrintOutcome == Over /\ PrintT("outcome; " \o Outcome \o Joined(SelectSeq(story, Matters))) /\ UNCHANGED allVars

\* A run that gets stuck before it is over would be a deadlock.
NextOutcomes ==
  \/ \E s \in Setters : SetterSets(s) \/ SetterGoes(s) \/ SetterUnparks(s)
  \/ LoopGoes \/ LoopLooksAtFlag \/ LoopAnnounces \/ LoopLooksAgain \/ LoopParks \/ LimitPasses \/ TimeEndsPark
  \/ \E t \in Tasks :
       \/ TaskWaits(t) \/ TaskBlocks(t) \/ TaskSeesASet(t) \/ TaskLeaves(t) \/ TaskConsumes(t)
       \/ TaskClears(t) \/ TaskCancels(t) \/ TaskYields(t) \/ TaskRests(t)
  \/ PrintOutcome

\* FLG-4, LOP-4: no race ends with a signal and a waiter, and nobody to wake it. Reached by limit-against-set.
NoOutcomeIsALostWakeup == Over /\ ~IsAbout({"wait-against-set"}) => ~(raised[Flag] /\ BlockedOn(Flag))

\* FLG-5, CAN-2, CAN-5: only a return or a clear() takes the signal. Reached by limit-against-set.
NoOutcomeLosesASignal == Over => raised[Flag] \/ WaitsReturned > 0 \/ Happened(IsCleared)

\* FLG-6: what has returned and what is left is no more than what was set. Reached by limit-against-set.
NoOutcomeInventsASignal == Over => WaitsReturned + (IF raised[Flag] THEN 1 ELSE 0) <= Cardinality(Setters)
==============================================================================
