--------------------------- MODULE QueueInduction ----------------------------
(****************************************************************************)
(* One operation of the reference's queues, from every well-formed state:   *)
(* whatever lists that many tasks can form.  What was well formed is well   *)
(* formed afterwards, and the operation means what it says.  This is the    *)
(* step of an induction; which states can be reached is not asked.          *)
(* docs/any-length-of-queue.md says why six tasks are enough for any number *)
(* of them.                                                                 *)
(* Left out: as in QueueOperations; that an epoch may come round.           *)
(* QueueInduction.cfg: six tasks, one event, 5,137 states.                  *)
(****************************************************************************)
EXTENDS QueueAlgorithm

CONSTANTS
  Many,   \* how many tasks there are
  Kinds   \* what ready tasks may remember: AllKinds, FewKinds or OneKind

VARIABLE began  \* whether the one operation has begun

Names == <<"t1", "t2", "t3", "t4", "t5", "t6">>
TheTasks == {Names[i] : i \in 1 .. Many}
ASSUME TasksHaveTheseNames == Tasks = TheTasks

\* An epoch is compared with another only for being the same, and moves on by one.  So these two stand for all.
Before == 0
Now == 1
ASSUME NoEpochComesRound == Epochs > Now + 1

----------------------------------------------------------------------------
\* What is well formed, beside the claims of QueueAlgorithm about states.

\* EVT-7: whoever is in the list of an event has joined that event.
WaitersHaveJoined == Between => \A e \in Events : \A t \in Range(List(e)) : joined[t] = e

\* LOP-1: whoever runs was spawned; nothing of a wait is left to a task that runs, or was not spawned.
NothingIsLeftOfAWait ==
  Between =>
    /\ running \in live \cup {Nobody}
    /\ \A t \in Tasks : ~Suspended(t) => joined[t] = Nil /\ how[t] = "woken"

\* ADR 9: nobody has joined in an epoch that is still to come.
StampsAreOfThePast ==
  Between => \A t \in Tasks : stamp[t] <= IF joined[t] = Nil THEN 0 ELSE epoch[joined[t]]

\* One operation leaves nothing for the next.
NothingIsLeftOfACall == Between => <<at, who, list, first, last, before>> = <<Nil, Nil, Nil, Nil, Nil, NothingSeen>>

WellFormed ==
  /\ TypeOK
  /\ NextAndPrevAgree /\ ListsAreRings /\ TasksAreInOneListAtMost /\ NoTaskVanishes
  /\ EpochTellsWhoIsBlocked /\ NobodyWaitsForASetEvent
  /\ WaitersHaveJoined /\ NothingIsLeftOfAWait /\ StampsAreOfThePast /\ NothingIsLeftOfACall

----------------------------------------------------------------------------
\* All well-formed states.  Tasks stand in one order: those of the round, those that are ready, those that wait for each event,
\* the one that runs, and the others.

EventsInOrder == CHOOSE s \in [1 .. Cardinality(Events) -> Events] : Range(s) = Events
Lines == <<Nil, Ready>> \o EventsInOrder

RECURSIVE Sum(_, _)
Sum(lengths, i) == IF i = 0 THEN 0 ELSE lengths[i] + Sum(lengths, i - 1)
AllOf(lengths) == Sum(lengths, Len(Lines))
LineOf(lengths, k) == CHOOSE i \in DOMAIN Lines : Sum(lengths, i - 1) < k /\ k <= Sum(lengths, i)

FirstOf(tasks, lengths, i) == IF lengths[i] = 0 THEN Lines[i] ELSE tasks[Sum(lengths, i - 1) + 1]
LastOf(tasks, lengths, i) == IF lengths[i] = 0 THEN Lines[i] ELSE tasks[Sum(lengths, i)]
Behind(tasks, lengths, k) ==
  LET i == LineOf(lengths, k) IN IF k = Sum(lengths, i) THEN Lines[i] ELSE tasks[k + 1]
InFront(tasks, lengths, k) ==
  LET i == LineOf(lengths, k) IN IF k = Sum(lengths, i - 1) + 1 THEN Lines[i] ELSE tasks[k - 1]

Place(tasks, t) == CHOOSE k \in DOMAIN tasks : tasks[k] = t
Linked(tasks, lengths, head(_), task(_)) ==
  [n \in Nodes |->
    IF n \in Heads THEN head(CHOOSE i \in DOMAIN Lines : Lines[i] = n)
    ELSE IF Place(tasks, n) <= AllOf(lengths) THEN task(Place(tasks, n)) ELSE Nil]

\* What a task remembers.  A ready task may have joined an event that has woken others since, or have another ending.
Fresh == [joined |-> Nil, stamp |-> 0, how |-> "woken"]
Waiter(e) == [joined |-> e, stamp |-> Now, how |-> "woken"]
AllKinds ==
  [joined : {Nil}, stamp : {0}, how : {"woken", "cancelled", "timeout"}]
    \cup ([joined : Events, stamp : {Before, Now}, how : {"woken", "cancelled", "timeout"}] \ {Waiter(e) : e \in Events})
FewKinds ==
  {Fresh} \cup UNION {{[joined |-> e, stamp |-> Before, how |-> "woken"], [joined |-> e, stamp |-> Now, how |-> "cancelled"]} :
    e \in Events}
OneKind == {Fresh} \* all have yielded, or are new

\* The tasks stand in this order, this number of them in each line.
Stand(tasks, lengths, runs) ==
  /\ next = Linked(tasks, lengths, LAMBDA i : FirstOf(tasks, lengths, i), LAMBDA k : Behind(tasks, lengths, k))
  /\ prev = Linked(tasks, lengths, LAMBDA i : LastOf(tasks, lengths, i), LAMBDA k : InFront(tasks, lengths, k))
  /\ round = FirstOf(tasks, lengths, 1)
  /\ running = IF runs THEN tasks[AllOf(lengths) + 1] ELSE Nobody
  /\ live = {tasks[k] : k \in 1 .. AllOf(lengths) + (IF runs THEN 1 ELSE 0)}

\* They remember this.  An operation looks at the memory of one task at most, and so does a claim.  So it is enough that one
\* of the ready tasks may be of another kind than the others.
Remember(tasks, lengths, kind, odd, other) ==
  LET memory == [t \in Tasks |->
        LET k == Place(tasks, t) IN
        IF k > AllOf(lengths) THEN Fresh
        ELSE IF LineOf(lengths, k) > 2 THEN Waiter(Lines[LineOf(lengths, k)])
        ELSE IF k = odd THEN other ELSE kind]
  IN
  /\ joined = [t \in Tasks |-> memory[t].joined]
  /\ stamp = [t \in Tasks |-> memory[t].stamp]
  /\ how = [t \in Tasks |-> memory[t].how]

NoCall == op = Nil /\ at = Nil /\ who = Nil /\ list = Nil /\ first = Nil /\ last = Nil /\ before = NothingSeen

Formed(tasks) ==
  /\ NoCall
  /\ epoch = [e \in Events |-> Now]
  /\ \E lengths \in [DOMAIN Lines -> 0 .. Many], runs \in BOOLEAN :
       /\ AllOf(lengths) + (IF runs THEN 1 ELSE 0) <= Many
       /\ Stand(tasks, lengths, runs)
       /\ set \in [Events -> BOOLEAN]
       /\ \A i \in 3 .. Len(Lines) : lengths[i] > 0 => ~set[Lines[i]]
       /\ \E odd \in 0 .. lengths[1] + lengths[2], kind, other \in Kinds :
            /\ odd = 0 <=> kind = other
            /\ Remember(tasks, lengths, kind, odd, other)

----------------------------------------------------------------------------
\* One operation from each of them.
NextOfOne == (op = Nil => ~began) /\ Next /\ began' = TRUE
Starts == Formed([k \in 1 .. Many |-> Names[k]]) /\ began = FALSE
OneOperation == Starts /\ [][NextOfOne]_<<vars, began>>

\* The lists, read as sequences, do what AbstractEvent does (RefinesAbstractEvent without its first state).
OneOperationIsAStep == [][Meaning!Next]_(Meaning!vars)

----------------------------------------------------------------------------
\* That these are all: each state that is well formed is one of them, if its tasks are put in the order of their lists.  The
\* state begins as whatever TypeOK allows, but for the links back, which NextAndPrevAgree leaves no choice.
PointsBack == [n \in Nodes |-> IF \E m \in Nodes : next[m] = n THEN CHOOSE m \in Nodes : next[m] = n ELSE Nil]
AnyForm ==
  /\ NoCall
  /\ began = FALSE
  /\ epoch = [e \in Events |-> Now]
  /\ next \in [Nodes -> Nodes \cup {Nil}]
  /\ prev = PointsBack
  /\ round \in Tasks \cup {Nil}
  /\ NextAndPrevAgree /\ ListsAreRings /\ TasksAreInOneListAtMost
  /\ running \in Tasks \cup {Nobody}
  /\ live \in SUBSET Tasks
  /\ NoTaskVanishes
  /\ joined \in [Tasks -> Events \cup {Nil}]
  /\ WaitersHaveJoined
  /\ stamp \in [Tasks -> {Before, Now}]
  /\ StampsAreOfThePast
  /\ how \in [Tasks -> {"woken", "cancelled", "timeout"}]
  /\ set \in [Events -> BOOLEAN]
  /\ WellFormed

Orders == {order \in [1 .. Many -> Tasks] : Range(order) = Tasks}
EveryFormIsAStart == ~began => \E order \in Orders : Formed(order)
AnyFormIsThere == AnyForm /\ [][UNCHANGED <<vars, began>>]_<<vars, began>>
==============================================================================
