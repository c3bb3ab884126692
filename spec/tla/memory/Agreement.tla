------------------------------ MODULE Agreement ------------------------------
(****************************************************************************)
(* Runs small programs on C11, and compares what comes out with what the    *)
(* axioms of C++20 allow.  A state has all runs of a program up to the same *)
(* number of steps.  So the outcomes at the end are all that there are, and *)
(* an outcome that is missing breaks a claim, as one too many does.         *)
(*                                                                          *)
(* An outcome is what was read, thread by thread, and what was written to x *)
(* and to y, in modification order: in "02 1 2" the reads gave 0 and 2.     *)
(* A program with seq_cst accesses is run in all three ways to do these.    *)
(* Left out: loops and branches; what C11 leaves out.                       *)
(****************************************************************************)
EXTENDS C11

CONSTANT Programs \* which programs are run

\* The steps of programs.
rlx == "relaxed"  acq == "acquire"  rel == "release"  acqrel == "acq_rel"  sc == "seq_cst"
R(at, order) == [op |-> "read", at |-> at, order |-> order]
W(at, order, value) == [op |-> "write", at |-> at, order |-> order, value |-> value]
X(at, order, value) == [op |-> "exchange", at |-> at, order |-> order, value |-> value]
F(order) == [op |-> "fence", order |-> order]

\* A program, the outcomes that the axioms allow, and whether all of them must come out.
Program(isExact, threads, allowed) ==
  [isExact |-> isExact, threads |-> [t \in Threads |-> IF t \in DOMAIN threads THEN threads[t] ELSE <<>>],
   allowed |-> allowed]

VARIABLES
  program,  \* what runs
  left,     \* how many steps are still to come
  runs      \* all runs so far: the memory, how many steps of each thread are over, and what each has read

vars == <<program, left, runs>>

TypeOK ==
  /\ program \in Programs
  /\ left \in 0 .. 12
  /\ \A r \in runs : \A t \in Threads : r.done[t] \in 0 .. Len(program.threads[t])

HasSeqCstAccess(p) ==
  \E t \in Threads : \E i \in DOMAIN p.threads[t] : p.threads[t][i].op # "fence" /\ p.threads[t][i].order = "seq_cst"

Init ==
  /\ program \in Programs
  /\ left = LET Sum[t \in 0 .. 4] == IF t = 0 THEN 0 ELSE Sum[t - 1] + Len(program.threads[t]) IN Sum[4]
  /\ runs = {[memory |-> Fresh([l \in Locations |-> 0], fences), done |-> [t \in Threads |-> 0],
              read |-> [t \in Threads |-> ""]]
             : fences \in IF HasSeqCstAccess(program) THEN {"none", "before", "after"} ELSE {"none"}}

----------------------------------------------------------------------------
\* The runs that go on from r with the next step of t.
GoesOn(r, t) ==
  LET i == program.threads[t][r.done[t] + 1]
      m == r.memory
      Goes(n, text) == TLCEval([memory |-> n, done |-> [r.done EXCEPT ![t] = @ + 1],
                                read |-> [r.read EXCEPT ![t] = @ \o text]])
      Read(k) == ToString(Value(m, i.at, k))
  IN
  CASE i.op = "read" -> {Goes(AfterRead(m, t, i.at, i.order, k), Read(k)) : k \in Readable(m, t, i.at, i.order)}
    [] i.op = "write" -> {Goes(AfterWrite(m, t, i.at, i.order, k, i.value), "") : k \in Places(m, t, i.at, i.order)}
    [] i.op = "exchange" ->
         {Goes(AfterSwap(m, t, i.at, i.order, k, i.value), Read(k)) : k \in Swappable(m, t, i.at, i.order)}
    [] i.op = "fence" -> {Goes(AfterFence(m, t, i.order), "")}

Unfinished(r) == {t \in Threads : r.done[t] < Len(program.threads[t])}

\* All runs make a step.
Step ==
  /\ left > 0
  /\ left' = left - 1
  /\ runs' = UNION {UNION {GoesOn(r, t) : t \in Unfinished(r)} : r \in runs}
  /\ UNCHANGED program

Next == Step

Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
\* Claims.

Joined(texts, n) == LET Up[i \in 0 .. n] == IF i = 0 THEN "" ELSE Up[i - 1] \o texts[i] IN Up[n]

Written(m, l) == Joined([i \in 1 .. Last(m, l) - 1 |-> ToString(Value(m, l, i + 1))], Last(m, l) - 1)

Outcomes == {Joined(r.read, 4) \o " " \o Written(r.memory, "x") \o " " \o Written(r.memory, "y") : r \in runs}

IsOver == left = 0

\* FLG-4, FLG-11: what the axioms forbid does not come out; what the machine shows to fail fails by the standard.
NeverWeaker == ~IsOver \/ Outcomes \subseteq program.allowed

\* What the axioms allow comes out, where the machine is to be exact: in all programs without seq_cst accesses.
NeverStronger == ~IsOver \/ ~program.isExact \/ program.allowed \subseteq Outcomes
==============================================================================
