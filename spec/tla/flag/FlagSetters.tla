----------------------------- MODULE FlagSetters -----------------------------
(****************************************************************************)
(* The interrupt-safe flag of the reference, first part: what setters and   *)
(* the loop share, and a set(), one access to shared memory a step.         *)
(* The flag's own bit, raised, is the truth. Hints tell the loop where to   *)
(* look: they are the nodes of a tree, of up to two levels here. A setter   *)
(* goes from one leaf to the top. It reads each node, and marks it if it is *)
(* not marked. Whatever it reads, it goes on to the top, and then asks      *)
(* whether the loop sleeps. It claims nothing.                              *)
(* A setter may stop between any two accesses, for ever.                    *)
(* Left out: as in FlagAlgorithm.                                           *)
(* Implemented by dev.fanion.ThreadSafeFlag.set, Hint.mark,                 *)
(* LoopDriver.wakeIfAsleep.                                                 *)
(****************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Tasks,   \* who may wait
  Sleepers, \* which of them may also sleep
  Flags,   \* names of flags
  Setters, \* interrupt contexts (threads, handlers, callbacks); each makes one set() after the other, for ever
  Leaves,  \* nodes of the tree, to which flags belong while they are waited on
  Grows    \* whether the tree begins as one leaf and grows later; otherwise it has its two levels from the start

None == "none"
Top == "top"
Nodes == Leaves \cup {Top}
Idle == <<"idle", None>>

ASSUME SleepersAreTasks == Sleepers \subseteq Tasks
ASSUME NamesAreDistinct == None \notin Tasks \cup Flags \cup Leaves /\ Top \notin Leaves /\ Flags \cap Nodes = {}

VARIABLES
  raised,  \* shared: for each flag, whether a signal is there
  leaf,    \* shared: for each flag the leaf that its setters mark, or None
  marked,  \* shared: for each node, whether it is marked: "look below"
  parent,  \* shared: for each node the one above, or None
  asleep,  \* shared: whether setters must unpark
  permit,  \* shared: whether park returns at once
  at,      \* for each setter the access that comes next in its set(), and on what; Idle outside of set()
  stands,  \* remembered by an onlooker: the setters in a set() whose own signal nobody has taken yet
  kept,    \* remembered too: the flags with a set() that has returned and whose signal nobody has taken yet
  loop,    \* what the loop does next
  todo,    \* the nodes and flags at which the loop is still to look; flags first
  node,    \* the node that the loop is about to lower, or None
  root,    \* the node at which the loop begins to look
  running, \* the task whose turn it is, or None
  ready,   \* the tasks that will run, in order
  waiter,  \* for each flag the task inside its wait, or None
  ending   \* for each task how the wait that it is inside has ended, or None

shared == <<raised, leaf, marked, parent, asleep, permit>>
setters == <<at, stands, kept>>
tasks == <<ready, waiter, ending>>
private == <<loop, todo, node, root, running, tasks>>
vars == <<shared, setters, private>>

Steps == {"leaf", "hint", "mark", "parent", "asleep", "unpark"}
Places ==
  {"begin", "look", "lower", "look again", "park", "parked"} \cup
  {"leave", "consume", "run", "register", "check", "unregister", "link", "add"}
Endings == {"woken", "cancelled", "timeout"}

TypeOK ==
  /\ raised \in [Flags -> BOOLEAN] /\ leaf \in [Flags -> Leaves \cup {None}] /\ marked \in [Nodes -> BOOLEAN]
  /\ parent \in [Nodes -> {Top, None}] /\ root \in Nodes
  /\ asleep \in BOOLEAN /\ permit \in BOOLEAN
  /\ at \in [Setters -> {Idle} \cup (Steps \X (Flags \X (Nodes \cup {None})))]
  /\ stands \subseteq Setters /\ kept \subseteq Flags
  /\ loop \in Places /\ todo \subseteq Nodes \cup Flags /\ node \in Nodes \cup {None}
  /\ running \in Tasks \cup {None} /\ ready \in Seq(Tasks)
  /\ waiter \in [Flags -> Tasks \cup {None}] /\ ending \in [Tasks -> Endings \cup {None}]

Oldest == CHOOSE n \in Leaves : TRUE
MayGrow == IF Grows THEN Leaves ELSE {}

Init ==
  /\ root = IF Grows THEN Oldest ELSE Top
  /\ parent = [n \in Nodes |-> IF Grows \/ n = Top THEN None ELSE Top]
  /\ raised = [f \in Flags |-> FALSE] /\ leaf = [f \in Flags |-> None] /\ marked = [n \in Nodes |-> FALSE]
  /\ asleep = FALSE /\ permit = FALSE
  /\ at = [s \in Setters |-> Idle] /\ stands = {} /\ kept = {}
  /\ loop = "begin" /\ todo = {} /\ node = None /\ running = None
  /\ ready \in {q \in [1 .. Cardinality(Tasks) -> Tasks] : \A i, j \in DOMAIN q : q[i] = q[j] => i = j}
  /\ waiter = [f \in Flags |-> None] /\ ending = [t \in Tasks |-> None]

Inside(t) == \E f \in Flags : waiter[f] = t
IsReady(t) == \E i \in DOMAIN ready : ready[i] = t
Blocked(t) == Inside(t) /\ ending[t] = None /\ running # t
Sleeps(t) == ~Inside(t) /\ ~IsReady(t) /\ running # t
Below(n) == {m \in Nodes : parent[m] = n} \cup {f \in Flags : leaf[f] = n}

----------------------------------------------------------------------------
\* Setters.

At(s, step) == at[s][1] = step
Of(s) == at[s][2][1]
Node(s) == at[s][2][2]
Goes(s, step, n) == at' = [at EXCEPT ![s] = <<step, <<Of(s), n>>>>] /\ UNCHANGED <<stands, kept>>
Returns(s) ==
  /\ at' = [at EXCEPT ![s] = Idle]
  /\ stands' = stands \ {s}
  /\ kept' = IF s \in stands THEN kept \cup {Of(s)} ELSE kept

\* A setter calls set() and raises the flag: from here on the flag is set.
Set(s, f) ==
  /\ at[s] = Idle
  /\ raised' = [raised EXCEPT ![f] = TRUE]
  /\ at' = [at EXCEPT ![s] = <<"leaf", <<f, None>>>>]
  /\ stands' = stands \cup {s}
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, kept, private>>

\* The setter reads which leaf the flag belongs to; if it belongs to no leaf, set() returns.
ReadLeaf(s) ==
  /\ At(s, "leaf")
  /\ IF leaf[Of(s)] = None THEN Returns(s) ELSE Goes(s, "hint", leaf[Of(s)])
  /\ UNCHANGED <<shared, private>>

\* The setter reads whether the leaf that it has read, or a node above it, is marked; if it is, the setter leaves it.
ReadHint(s) ==
  /\ At(s, "hint")
  /\ Goes(s, IF marked[Node(s)] THEN "parent" ELSE "mark", Node(s))
  /\ UNCHANGED <<shared, private>>

\* The setter has read that the node is not marked, and marks it, whatever it is by now.
MarkHint(s) ==
  /\ At(s, "mark")
  /\ marked' = [marked EXCEPT ![Node(s)] = TRUE]
  /\ Goes(s, "parent", Node(s))
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, private>>

\* The setter reads which node is above.
ReadParent(s) ==
  /\ At(s, "parent")
  /\ IF parent[Node(s)] = None THEN Goes(s, "asleep", None) ELSE Goes(s, "hint", parent[Node(s)])
  /\ UNCHANGED <<shared, private>>

\* The setter reads whether the loop is asleep; if it is not, set() returns.
ReadAsleep(s) ==
  /\ At(s, "asleep")
  /\ IF asleep THEN Goes(s, "unpark", None) ELSE Returns(s)
  /\ UNCHANGED <<shared, private>>

\* The setter unparks the loop, and set() returns.
Unpark(s) ==
  /\ At(s, "unpark")
  /\ permit' = TRUE
  /\ Returns(s)
  /\ UNCHANGED <<raised, leaf, marked, parent, asleep, private>>
==============================================================================
