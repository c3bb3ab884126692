---------------------------- MODULE FlagHistory -----------------------------
(***************************************************************************)
(* The algorithm with what an onlooker remembers: which calls of set()     *)
(* have returned, what they left behind, and how many returns they paid    *)
(* for. It says what a lost wake-up is.                                    *)
(* Left out: nothing that the algorithm has.                               *)
(* The onlooker changes nothing: each step is one of the algorithm's,      *)
(* whatever he remembers.                                                  *)
(***************************************************************************)
EXTENDS FlagRefinement

VARIABLES
  stands, \* setters in a set() whose own signal is neither consumed nor cleared
  kept,   \* flags with a set() that has returned, whose signal is neither consumed nor cleared
  due,    \* flags kept, with a blocked waiter, when the present or last turn began, and ever since
  unspent \* for each flag how many sets more than returns there were, counted up to one

history == <<stands, kept, due, unspent>>
allVars == <<vars, history>>

InitHistory == Init /\ stands = {} /\ kept = {} /\ due = {} /\ unspent = [f \in Flags |-> 0]

\* The step is a write of f's word by s, the return of s from a set() of f, the return of a wait on f.
Writes(s, f) == at[s] = Idle /\ at'[s] # Idle /\ at'[s][2][1] = f
Finishes(s, f) == at[s] # Idle /\ at'[s] = Idle /\ Of(s) = f
Taken(f) == word[f] /\ ~word'[f]
WaitEnds(f) ==
  \/ \E t \in Tasks : WaitReturns(t, f) \/ WaitSeesASet(t, f)
  \/ loop = "consume" /\ loop' = "run" /\ waiter[f] = running

BlockedOn(f) == waiter[f] # None /\ Blocked(waiter[f])
Owed(f) == f \in kept /\ BlockedOn(f)

Remember ==
  /\ stands' = {s \in Setters :
       /\ at'[s] # Idle
       /\ \E f \in Flags : Writes(s, f) \/ (s \in stands /\ Of(s) = f /\ ~Taken(f))}
  /\ kept' = {f \in Flags : ~Taken(f) /\ (f \in kept \/ \E s \in stands : Finishes(s, f))}
  /\ due' = IF running = None /\ running' # None THEN {f \in Flags : Owed(f)} ELSE {f \in due : Owed(f)'}
  /\ unspent' = [f \in Flags |->
       CASE \E s \in Setters : Writes(s, f) -> 1
         [] WaitEnds(f) -> unspent[f] - 1
         [] OTHER -> unspent[f]]

NextHistory == Next /\ Remember
SafetyHistory == InitHistory /\ [][NextHistory]_allVars
SpecHistory == SafetyHistory /\ LoopRuns /\ TurnsEnd

----------------------------------------------------------------------------
\* FLG-4, LOP-4: the loop is never parked, with no permit, on a returned set() whose waiter it has not woken; whatever
\* other setters are about to do, or have stopped short of doing.
NoLostWakeup == loop = "park" /\ ~permit => \A f \in Flags : ~Owed(f)

\* The loop will come to this node: it is raised, or being lowered, or the loop will look at it in this look.
Ahead(f) == f \in todo
LeafAhead(f) == hint[leaf[f]] \/ node = leaf[f] \/ Ahead(f)
TopAhead(f) == hint[Top] \/ node = Top \/ leaf[f] \in todo \/ node = leaf[f] \/ Ahead(f)

\* FLG-4: while a returned set() has not woken its waiter, hints lead the loop from the top down to the flag.
HintsLeadToTheFlag == \A f \in Flags : Owed(f) => leaf[f] # None /\ LeafAhead(f) /\ TopAhead(f)

\* FLG-5, FLG-7: the signal of a set() that has returned is there until a wait or a clear() takes it.
KeptSignalsAreThere == \A f \in kept : word[f]

\* FLG-6: there are never more returns than sets.  (The count is kept down to one, so it can only fall too low.)
NoReturnWithoutASet == \A f \in Flags : unspent[f] >= 0

\* LOP-3: a set() that had returned when a turn began has woken its waiter before the next turn begins.
LooksBetweenTurns == [][running = None /\ running' # None => due = {}]_allVars

\* FLG-3, FLG-5: a return leaves no signal behind that came before it.
ReturnsConsume == [][\A f \in Flags : WaitEnds(f) => ~word'[f]]_allVars

\* FLG-5, CAN-2, CAN-5: nothing but the return of a wait, or clear(), takes a signal.
OnlyReturnsAndClearTake ==
  [][\A f \in Flags : Taken(f) => WaitEnds(f) \/ (loop = "run" /\ waiter' = waiter)]_allVars

\* FLG-4, LOP-3, LOP-4: a set() that has returned wakes the waiter, wherever others have stopped within a set() of theirs,
\* and whether the loop is busy or sleeps.  (Unless a clear() takes the signal first, or the wait ends otherwise.)
ReturnedSetsWake == \A f \in Flags : Owed(f) ~> ~Owed(f)
=============================================================================
