----------------------------- MODULE QueueLinks ------------------------------
(****************************************************************************)
(* The lists of the reference: circular, doubly linked, through the tasks   *)
(* themselves; and the statements that append, unlink and splice, one step  *)
(* for each that writes a link.  An operation that uses them says which     *)
(* task and which list, and its name tells where it goes on afterwards.     *)
(* Left out: the operations (see QueueRounds and QueueOperations).          *)
(* Implemented by dev.fanion.TaskQueue and Link.                            *)
(****************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Tasks,   \* names of tasks
  Events,  \* names of events
  Epochs   \* how many epochs a number can hold before it starts again at 0

Ready == "ready"  \* the head of the ready queue
Nobody == "none"  \* no task
Nil == "nil"      \* no node, no operation
Heads == Events \cup {Ready}
Nodes == Tasks \cup Heads

ASSUME NamesAreDistinct == Tasks \cap Heads = {} /\ {Nil, Nobody} \cap Nodes = {} /\ Ready \notin Events
ASSUME ThereIsAnEpoch == Epochs \in Nat \ {0}

VARIABLES
  running, \* the task that runs, or Nobody
  live,    \* tasks that were spawned and have not ended
  next,    \* for each node the one behind it in its list; Nil while it is in none
  prev,    \* for each node the one before it
  set,     \* for each event, whether it is set
  epoch,   \* for each event, how often its waiters have been woken, modulo Epochs
  joined,  \* for each task the event that it joined, until it has left the wait, or Nil
  stamp,   \* for each task that event's epoch at that time, or 0
  round,   \* the first task that is still to run in this round, or Nil
  how,     \* for each task how its wait ends: "woken", unless another ending was written
  op,      \* the operation under way, or Nil
  at,      \* the operation's next statement
  who,     \* the task that the operation is about
  list,    \* the head of the list that the operation is about
  first,   \* the operation's local: the first waiter
  last,    \* the operation's local: the last waiter, or the last in the list
  before   \* what was seen when the operation began (for the mapping only)

waits == <<joined, stamp, how>>
rest == <<running, live, set, waits, round>>
locals == <<op, who, list, first, last, before>>
call == <<locals, at>>
vars == <<rest, next, prev, epoch, call>>

\* The statements, in an order in which no operation goes back.
Order == <<
  "take all", "cut off", "step on", "look", "empty", "move epoch", "join back", "join on", "end on", "end back",
  "skip on", "skip back", "forget", "find last", "point back", "point on", "be pointed to", "be last",
  "suspend", "note ending", "turn", "return">>
Rank(statement) == CHOOSE i \in DOMAIN Order : Order[i] = statement

TypeOK ==
  /\ running \in Tasks \cup {Nobody}
  /\ live \subseteq Tasks
  /\ next \in [Nodes -> Nodes \cup {Nil}] /\ prev \in [Nodes -> Nodes \cup {Nil}]
  /\ set \in [Events -> BOOLEAN] /\ epoch \in [Events -> 0 .. Epochs - 1]
  /\ joined \in [Tasks -> Events \cup {Nil}] /\ stamp \in [Tasks -> 0 .. Epochs - 1]
  /\ round \in Tasks \cup {Nil}
  /\ how \in [Tasks -> {"woken", "cancelled", "timeout"}]
  /\ op \in {Nil, "wait", "yield", "spawn", "set", "cancel", "expire", "round", "run"}
  /\ at \in {Order[i] : i \in DOMAIN Order} \cup {Nil}
  /\ who \in Tasks \cup {Nil} /\ list \in Heads \cup {Nil} /\ {first, last} \subseteq Nodes \cup {Nil}

Go(statement) == at' = statement /\ UNCHANGED locals

\* Where an operation goes on after an append, and after an unlink.
Appended == CASE op \in {"wait", "yield"} -> "suspend" [] op = "cancel" -> "note ending" [] OTHER -> "return"
Unlinked == IF op = "run" THEN "turn" ELSE "find last"

----------------------------------------------------------------------------
\* Appending `who` to `list`.

\* last = list.prev
AppendFindsTheLast ==
  /\ at = "find last"
  /\ last' = prev[list]
  /\ at' = "point back"
  /\ UNCHANGED <<rest, next, prev, epoch, op, who, list, first, before>>

\* who.prev = last
AppendPointsBack ==
  /\ at = "point back"
  /\ prev' = [prev EXCEPT ![who] = last]
  /\ Go("point on")
  /\ UNCHANGED <<rest, next, epoch>>

\* who.next = list
AppendPointsOn ==
  /\ at = "point on"
  /\ next' = [next EXCEPT ![who] = list]
  /\ Go("be pointed to")
  /\ UNCHANGED <<rest, prev, epoch>>

\* last.next = who
AppendIsPointedTo ==
  /\ at = "be pointed to"
  /\ next' = [next EXCEPT ![last] = who]
  /\ Go("be last")
  /\ UNCHANGED <<rest, prev, epoch>>

\* list.prev = who
AppendIsLast ==
  /\ at = "be last"
  /\ prev' = [prev EXCEPT ![list] = who]
  /\ Go(Appended)
  /\ UNCHANGED <<rest, next, epoch>>

----------------------------------------------------------------------------
\* Unlinking `who` from whichever list it is in.

\* who.prev.next = who.next
UnlinkSkipsOn ==
  /\ at = "skip on"
  /\ next' = [next EXCEPT ![prev[who]] = next[who]]
  /\ Go("skip back")
  /\ UNCHANGED <<rest, prev, epoch>>

\* who.next.prev = who.prev
UnlinkSkipsBack ==
  /\ at = "skip back"
  /\ prev' = [prev EXCEPT ![next[who]] = prev[who]]
  /\ Go("forget")
  /\ UNCHANGED <<rest, next, epoch>>

\* who.prev = null, who.next = null
UnlinkForgets ==
  /\ at = "forget"
  /\ prev' = [prev EXCEPT ![who] = Nil]
  /\ next' = [next EXCEPT ![who] = Nil]
  /\ Go(Unlinked)
  /\ UNCHANGED <<rest, epoch>>

----------------------------------------------------------------------------
\* Splicing all waiters of `list` onto the ready queue.

\* if list is empty, that was all; otherwise first = list.next, last = list.prev
SpliceLooks ==
  /\ at = "look"
  /\ IF next[list] = list
     THEN Go("return")
     ELSE /\ first' = next[list]
          /\ last' = prev[list]
          /\ at' = "empty"
          /\ UNCHANGED <<op, who, list, before>>
  /\ UNCHANGED <<rest, next, prev, epoch>>

\* list.next = list, list.prev = list
SpliceEmpties ==
  /\ at = "empty"
  /\ next' = [next EXCEPT ![list] = list]
  /\ prev' = [prev EXCEPT ![list] = list]
  /\ Go(IF op = "round" THEN "return" ELSE "move epoch")
  /\ UNCHANGED <<rest, epoch>>

\* list.epoch++
SpliceMovesTheEpoch ==
  /\ at = "move epoch"
  /\ epoch' = [epoch EXCEPT ![list] = (@ + 1) % Epochs]
  /\ Go("join back")
  /\ UNCHANGED <<rest, next, prev>>

\* first.prev = ready.prev
SpliceJoinsBack ==
  /\ at = "join back"
  /\ prev' = [prev EXCEPT ![first] = prev[Ready]]
  /\ Go("join on")
  /\ UNCHANGED <<rest, next, epoch>>

\* ready.prev.next = first
SpliceJoinsOn ==
  /\ at = "join on"
  /\ next' = [next EXCEPT ![prev[Ready]] = first]
  /\ Go("end on")
  /\ UNCHANGED <<rest, prev, epoch>>

\* last.next = ready
SpliceEndsOn ==
  /\ at = "end on"
  /\ next' = [next EXCEPT ![last] = Ready]
  /\ Go("end back")
  /\ UNCHANGED <<rest, prev, epoch>>

\* ready.prev = last
SpliceEndsBack ==
  /\ at = "end back"
  /\ prev' = [prev EXCEPT ![Ready] = last]
  /\ Go("return")
  /\ UNCHANGED <<rest, next, epoch>>

LinkStatement ==
  \/ AppendFindsTheLast \/ AppendPointsBack \/ AppendPointsOn \/ AppendIsPointedTo \/ AppendIsLast
  \/ UnlinkSkipsOn \/ UnlinkSkipsBack \/ UnlinkForgets
  \/ SpliceLooks \/ SpliceEmpties \/ SpliceMovesTheEpoch
  \/ SpliceJoinsBack \/ SpliceJoinsOn \/ SpliceEndsOn \/ SpliceEndsBack
==============================================================================
