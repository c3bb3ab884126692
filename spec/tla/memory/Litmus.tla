------------------------------- MODULE Litmus --------------------------------
(****************************************************************************)
(* The usual small programs, run on C11.  What the standard forbids never   *)
(* comes out; what it allows is seen to come out, but for what C11 says     *)
(* that it leaves out.  All programs are initial states of one run.         *)
(* Each has an outcome in question: what each thread has read, in its       *)
(* order, and the last values of x and y.                                   *)
(* Left out: loops and branches, which no litmus test here needs.           *)
(* Its config has 5,038 states.                                             *)
(****************************************************************************)
EXTENDS C11

VARIABLES
  test,    \* the name of the program that runs
  memory,  \* what C11 calls a memory
  done,    \* for each thread how many of its instructions are over
  read     \* for each thread the values that it has read, in its order

vars == <<test, memory, done, read>>

W(l, o, v) == [op |-> "write", at |-> l, order |-> o, value |-> v]
R(l, o) == [op |-> "read", at |-> l, order |-> o]
Inc(l, o) == [op |-> "increment", at |-> l, order |-> o]
F(o) == [op |-> "fence", order |-> o]

rlx == "relaxed"  acq == "acquire"  rel == "release"  sc == "seq_cst"

Test(threads, reads, x, y) ==
  [threads |-> [t \in Threads |-> IF t \in DOMAIN threads THEN threads[t] ELSE <<>>],
   reads |-> [t \in Threads |-> IF t \in DOMAIN reads THEN reads[t] ELSE <<>>], last |-> [x |-> x, y |-> y]]

\* The shapes of programs; the parameters fill the places that vary.
MP(w, before, after, r) == Test(<<<<W("x", rlx, 1)>> \o before \o <<W("y", w, 1)>>,
                                  <<R("y", r)>> \o after \o <<R("x", rlx)>>>>, <<<<>>, <<1, 0>>>>, 1, 1)
Sequence(second) == Test(<<<<W("x", rlx, 1), W("y", rel, 1)>>, <<second>>, <<R("y", acq), R("x", rlx)>>>>,
                         <<<<>>, IF second.op = "increment" THEN <<1>> ELSE <<>>, <<2, 0>>>>, 1, 2)
WRC(w, r) == Test(<<<<W("x", w, 1)>>, <<R("x", r), W("y", w, 1)>>, <<R("y", r), R("x", r)>>>>,
                  <<<<>>, <<1>>, <<1, 0>>>>, 1, 1)
SB(w, f, r, w2, f2, r2) == Test(<<<<W("x", w, 1)>> \o f \o <<R("y", r)>>, <<W("y", w2, 1)>> \o f2 \o <<R("x", r2)>>>>,
                                <<<<0>>, <<0>>>>, 1, 1)
RWC(f) == Test(<<<<W("x", rlx, 1)>>, <<R("x", rlx), F(f), R("y", rlx)>>, <<W("y", rlx, 1), F(f), R("x", rlx)>>>>,
               <<<<>>, <<1, 0>>, <<0>>>>, 1, 1)
IRIW(w, r, f) == Test(<<<<W("x", w, 1)>>, <<W("y", w, 1)>>, <<R("x", r)>> \o f \o <<R("y", r)>>,
                        <<R("y", r)>> \o f \o <<R("x", r)>>>>, <<<<>>, <<>>, <<1, 0>>, <<1, 0>>>>, 1, 1)
TwoTwoW(w) == Test(<<<<W("x", w, 1), W("y", w, 2)>>, <<W("y", w, 1), W("x", w, 2)>>>>, <<>>, 1, 1)

Forbidden == [
  messagePassing |-> {MP(rel, <<>>, <<>>, acq), MP(rlx, <<F(rel)>>, <<F(acq)>>, rlx),
                      MP(rel, <<>>, <<F(acq)>>, rlx), MP(rlx, <<F(rel)>>, <<>>, acq), MP(sc, <<>>, <<>>, sc),
                      WRC(rel, acq)},
  storeBuffering |-> {SB(sc, <<>>, sc, sc, <<>>, sc), SB(rlx, <<F(sc)>>, rlx, rlx, <<F(sc)>>, rlx),
                      SB(rlx, <<F(sc)>>, rlx, sc, <<>>, sc), RWC(sc)},
  coherence |-> {Test(<<<<W("x", rlx, 1)>>, <<R("x", rlx), R("x", rlx)>>>>, <<<<>>, <<1, 0>>>>, 1, 0),
                 Test(<<<<W("x", rlx, 1)>>, <<W("x", rlx, 2)>>, <<R("x", rlx), R("x", rlx)>>,
                        <<R("x", rlx), R("x", rlx)>>>>, <<<<>>, <<>>, <<1, 2>>, <<2, 1>>>>, 2, 0),
                 Test(<<<<W("x", rlx, 1), R("x", rlx)>>, <<W("x", rlx, 2)>>>>, <<<<2>>>>, 1, 0),
                 Test(<<<<R("x", rlx), W("x", rlx, 1)>>>>, <<<<1>>>>, 1, 0),
                 Test(<<<<W("x", rlx, 1), W("x", rlx, 2)>>>>, <<>>, 1, 0)},
  independentReads |-> {IRIW(sc, sc, <<>>), IRIW(rlx, rlx, <<F(sc)>>)},
  atomicity |-> {Test(<<<<Inc("x", rlx)>>, <<Inc("x", rlx)>>>>, <<<<0>>, <<0>>>>, 1, 0),
                 Test(<<<<Inc("x", rlx)>>, <<W("x", rlx, 2)>>, <<R("x", rlx), R("x", rlx), R("x", rlx)>>>>,
                      <<<<0>>, <<>>, <<0, 2, 1>>>>, 1, 0)},
  releaseSequence |-> {Sequence(Inc("y", rlx))},
  twoPlusTwoWrites |-> {TwoTwoW(sc)}]

\* The standard allows these.
LeftOut == [
  loadBuffering |-> {Test(<<<<R("x", rlx), W("y", rlx, 1)>>, <<R("y", rlx), W("x", rlx, 1)>>>>,
                          <<<<1>>, <<1>>>>, 1, 1)}]

Allowed == [
  messagePassing |-> MP(rlx, <<>>, <<>>, rlx),       messagePassingReleaseOnly |-> MP(rel, <<>>, <<>>, rlx),
  messagePassingAcquireOnly |-> MP(rlx, <<>>, <<>>, acq), writeReadCausality |-> WRC(rlx, rlx),
  storeBuffering |-> SB(rel, <<>>, acq, rel, <<>>, acq),
  storeBufferingOneFence |-> SB(rlx, <<F(sc)>>, rlx, rel, <<>>, acq),
  storeBufferingReadsOnly |-> SB(rlx, <<>>, sc, rlx, <<>>, sc),
  storeBufferingWritesOnly |-> SB(sc, <<>>, acq, sc, <<>>, acq),
  storeBufferingAcqRelFences |-> SB(rlx, <<F("acq_rel")>>, rlx, rlx, <<F("acq_rel")>>, rlx),
  readWriteCausality |-> RWC("acq_rel"),
  independentReads |-> IRIW(rel, acq, <<>>),         twoPlusTwoWrites |-> TwoTwoW(rel),
  sAgainstTheSteps |-> Test(<<<<W("x", sc, 1), W("y", rel, 1)>>, <<Inc("y", sc), R("y", rlx)>>,
                              <<W("y", sc, 3), R("x", sc)>>>>, <<<<>>, <<1, 3>>, <<0>>>>, 1, 3),
  sequenceBrokenByAnother |-> Sequence(W("y", rlx, 2)),
  sequenceBrokenByItself |-> Test(<<<<W("x", rlx, 1), W("y", rel, 1), W("y", rlx, 2)>>,
                                    <<R("y", acq), R("x", rlx)>>>>,
                                  <<<<>>, <<2, 0>>>>, 1, 2)]

Tests == UNION {Forbidden[s] : s \in DOMAIN Forbidden} \cup UNION {LeftOut[s] : s \in DOMAIN LeftOut}
           \cup {Allowed[s] : s \in DOMAIN Allowed}

TypeOK ==
  /\ test \in Tests
  /\ done \in [Threads -> 0 .. 3]
  /\ \A t \in Threads : Len(read[t]) <= done[t]
  /\ \A t \in Threads, l \in Locations : memory.seen[t][l] \in 1 .. Last(memory, l)

Init ==
  /\ test \in Tests
  /\ \E fences \in {"none", "before", "after"} : memory = Fresh([l \in Locations |-> 0], fences)
  /\ done = [t \in Threads |-> 0]
  /\ read = [t \in Threads |-> <<>>]

----------------------------------------------------------------------------
\* The instruction of t that comes next.
Following(t, op) ==
  IF done[t] = Len(test.threads[t]) THEN {} ELSE {i \in {test.threads[t][done[t] + 1]} : i.op = op}

Comes(t, op) == Following(t, op) # {}

Goes(t, m, values) ==
  /\ memory' = m
  /\ done' = [done EXCEPT ![t] = @ + 1]
  /\ read' = [read EXCEPT ![t] = @ \o values]
  /\ UNCHANGED test

\* A thread reads.
Read(t) ==
  /\ Comes(t, "read")
  /\ \E i \in Following(t, "read") : \E k \in Readable(memory, t, i.at, i.order) :
       Goes(t, AfterRead(memory, t, i.at, i.order, k), <<Value(memory, i.at, k)>>)

\* A thread writes.
Write(t) ==
  /\ Comes(t, "write")
  /\ \E i \in Following(t, "write") : \E k \in Places(memory, t, i.at, i.order) :
       Goes(t, AfterWrite(memory, t, i.at, i.order, k, i.value), <<>>)

\* A thread increments in one read-modify-write.
Increment(t) ==
  /\ Comes(t, "increment")
  /\ \E i \in Following(t, "increment") : \E k \in Swappable(memory, t, i.at, i.order) :
       LET v == Value(memory, i.at, k) IN Goes(t, AfterSwap(memory, t, i.at, i.order, k, v + 1), <<v>>)

\* A thread executes a fence.
Fence(t) ==
  /\ Comes(t, "fence")
  /\ \E i \in Following(t, "fence") : Goes(t, AfterFence(memory, t, i.order), <<>>)

----------------------------------------------------------------------------
\* Claims.

Outcome(t) ==
  /\ \A u \in Threads : done[u] = Len(t.threads[u])
  /\ read = t.reads
  /\ Value(memory, "x", Last(memory, "x")) = t.last.x
  /\ Value(memory, "y", Last(memory, "y")) = t.last.y

Never(tests) == ~(test \in tests /\ Outcome(test))

\* FLG-11: a thread that acquires what was released sees what came before the release, also through a third thread.
MessagesPass == Never(Forbidden.messagePassing)
\* LOP-4: of two threads that each write and then read, with seq_cst, one sees the other.
OneSeesTheOther == Never(Forbidden.storeBuffering)
\* All threads see the writes of one location in one order.
LocationsAreCoherent == Never(Forbidden.coherence)
\* With seq_cst, all threads see the writes of two locations in one order.
ReadersAgree == Never(Forbidden.independentReads)
\* FLG-5: nothing comes between the read and the write of a read-modify-write.
SwapsAreAtomic == Never(Forbidden.atomicity)
\* FLG-11: a read-modify-write of another thread hands on what was released.
SwapsHandOn == Never(Forbidden.releaseSequence)
\* seq_cst writes have one order.
WritesHaveOneOrder == Never(Forbidden.twoPlusTwoWrites)
\* Where the machine is stronger than the standard: the outcome is allowed, and does not come out here.
LoadBufferingIsExcluded == Never(LeftOut.loadBuffering)

Came(name) == test = Allowed[name] /\ Outcome(test)

MessagePassingSeen == Came("messagePassing") /\ UNCHANGED vars
MessagePassingReleaseOnlySeen == Came("messagePassingReleaseOnly") /\ UNCHANGED vars
MessagePassingAcquireOnlySeen == Came("messagePassingAcquireOnly") /\ UNCHANGED vars
WriteReadCausalitySeen == Came("writeReadCausality") /\ UNCHANGED vars
StoreBufferingSeen == Came("storeBuffering") /\ UNCHANGED vars
StoreBufferingOneFenceSeen == Came("storeBufferingOneFence") /\ UNCHANGED vars
StoreBufferingReadsOnlySeen == Came("storeBufferingReadsOnly") /\ UNCHANGED vars
StoreBufferingWritesOnlySeen == Came("storeBufferingWritesOnly") /\ UNCHANGED vars
StoreBufferingAcqRelFencesSeen == Came("storeBufferingAcqRelFences") /\ UNCHANGED vars
ReadWriteCausalitySeen == Came("readWriteCausality") /\ UNCHANGED vars
IndependentReadsSeen == Came("independentReads") /\ UNCHANGED vars
TwoPlusTwoWritesSeen == Came("twoPlusTwoWrites") /\ UNCHANGED vars
SAgainstTheStepsSeen == Came("sAgainstTheSteps") /\ UNCHANGED vars
SequenceBrokenByAnotherSeen == Came("sequenceBrokenByAnother") /\ UNCHANGED vars
SequenceBrokenByItselfSeen == Came("sequenceBrokenByItself") /\ UNCHANGED vars

Next ==
  \/ \E t \in Threads : Read(t) \/ Write(t) \/ Increment(t) \/ Fence(t)
  \/ MessagePassingSeen \/ MessagePassingReleaseOnlySeen \/ MessagePassingAcquireOnlySeen \/ WriteReadCausalitySeen
  \/ StoreBufferingSeen \/ StoreBufferingOneFenceSeen \/ StoreBufferingReadsOnlySeen \/ StoreBufferingWritesOnlySeen
  \/ StoreBufferingAcqRelFencesSeen \/ ReadWriteCausalitySeen \/ IndependentReadsSeen \/ TwoPlusTwoWritesSeen
  \/ SAgainstTheStepsSeen \/ SequenceBrokenByAnotherSeen \/ SequenceBrokenByItselfSeen

Spec == Init /\ [][Next]_vars
==============================================================================
