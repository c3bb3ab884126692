----------------------------- MODULE FlagHistory -----------------------------
(****************************************************************************)
(* The algorithm with an onlooker who remembers more: which flags were owed *)
(* a wake-up when a turn began, and how many sets and returns there were.   *)
(* The onlooker changes nothing.                                            *)
(* Left out: as in FlagAlgorithm.                                           *)
(* 27,966 states in FlagHistory.cfg.                                        *)
(****************************************************************************)
EXTENDS FlagAnySetters

VARIABLES
  due,    \* the flags that were owed a wake-up when the latest turn began, and have been owed it ever since
  unspent \* for each flag how many more sets than returns there were, counted up to one

allVars == <<vars, due, unspent>>

InitHistory == Init /\ due = {} /\ unspent = [f \in Flags |-> 0]

TurnBegins == running = None /\ running' # None

RememberDue == due' = IF TurnBegins THEN {f \in Flags : Owed(f)} ELSE {f \in due : Owed(f)'}
Remember ==
  /\ RememberDue
  /\ unspent' = [f \in Flags |->
       CASE \E s \in Setters : Set(s, f) -> 1
         [] WaitEnds(f) -> unspent[f] - 1
         [] OTHER -> unspent[f]]

NextHistory == Next /\ Remember
SafetyHistory == InitHistory /\ [][NextHistory]_allVars

\* Among others nobody counts the sets.
NextHistoryAmongOthers == NextAmongOthers /\ RememberDue /\ UNCHANGED unspent
SafetyHistoryAmongOthers == InitHistory /\ [][NextHistoryAmongOthers]_allVars

\* FLG-6: there are never more returns than sets.  (The count is kept down to one, so it can only fall too low.)
NoReturnWithoutASet == \A f \in Flags : unspent[f] >= 0

\* LOP-3: a set() that had returned when a turn began has woken its waiter before the next turn begins.
LooksBetweenTurns == [][TurnBegins => due = {}]_allVars
==============================================================================
