---------------------------- MODULE RegisterOrders ---------------------------
(****************************************************************************)
(* How a wait registers, on C11, under all assignments of orders to its     *)
(* accesses and those of set(): the assignment is part of the initial state.*)
(*                                                                          *)
(* A wait writes its leaf, where setters leave hints; then it tries once    *)
(* more to consume, and blocks if the flag is clear.  A setter writes its   *)
(* payload, raises the flag and reads the leaf.  If it finds that of the    *)
(* wait, it leaves a hint.  If it finds none, or an old one, the last try   *)
(* alone can see its signal.  Who has returned may wait again.              *)
(* Setters may stop for ever anywhere.  A hint orders no accesses.          *)
(*                                                                          *)
(* Left out: how a hint is seen (HintOrders); the sleep, the look and       *)
(* clear() (FlagOrders); the try before the wait registers, which only      *)
(* consumes; what C11 leaves out.  Load buffering changes nothing: a setter *)
(* writes nothing after a read but the hint, which depends on the read.     *)
(* Writes to the flag go to the end of its messages, as in FlagOrders.      *)
(****************************************************************************)
EXTENDS C11, RegisterSites

CONSTANTS
  Setters,  \* names of setters
  Design,   \* "exchange" or "read": the last try
  Tried     \* the assignments that are tried

Loop == "loop"
Flag == "flag"
Leaf == "leaf"

ASSUME ThreadsAndLocations == Threads = Setters \cup {Loop} /\ Locations = Setters \cup {Flag, Leaf}

VARIABLES
  orders,  \* the way of each site
  memory,  \* as in C11; the flag holds the setters whose signals it carries, the leaf the number of its wait, or 0
  setter,  \* for each setter where it is: "idle", "raised", "fenced", "hinting", "returned"
  found,   \* for each setter the wait whose leaf it has found, or 0
  wait,    \* where the present wait is: "begins", "registered", "fenced", "raised", "blocked", "over"
  number,  \* its number
  hinted,  \* the waits whose leaf has a hint
  missed   \* setters whose payload a wait did not see though it returned with their signal

vars == <<orders, memory, setter, found, wait, number, hinted, missed>>

Numbers == 1 .. Cardinality(Setters)

TypeOK ==
  /\ orders \in Tried
  /\ \A t \in Threads, l \in Locations : memory.seen[t][l] \in 1 .. Last(memory, l)
  /\ setter \in [Setters -> {"idle", "raised", "fenced", "hinting", "returned"}]
  /\ found \in [Setters -> {0} \cup Numbers]
  /\ wait \in {"begins", "registered", "fenced", "raised", "blocked", "over"}
  /\ number \in Numbers
  /\ hinted \subseteq Numbers
  /\ missed \subseteq Setters

First(l) == CASE l = Flag -> {} [] l = Leaf -> 0 [] OTHER -> FALSE

Init ==
  /\ orders \in Tried
  /\ \E fences \in IF HasSeqCstAccess(orders) THEN {"none", "before", "after"} ELSE {"none"} :
       memory = Fresh([l \in Locations |-> First(l)], fences)
  /\ setter = [s \in Setters |-> "idle"]
  /\ found = [s \in Setters |-> 0]
  /\ wait = "begins"
  /\ number = 1
  /\ hinted = {}
  /\ missed = {}

\* The memory becomes m, without what nobody will read again: setters read the leaf, the loop all else.
Remember(m) ==
  LET asking == {s \in Setters : setter'[s] \in {"idle", "raised", "fenced"}}
      n == TLCEval(Forget(TLCEval(m), TLCEval([l \in Locations |-> IF l = Leaf THEN asking ELSE {Loop}])))
      isFenced == {orders.setFence, orders.ownFence} # {"none"} \/ n.fences # "none"
  IN
  memory' = IF isFenced THEN n ELSE [n EXCEPT !.heard = n.seen]

Latest(m, l) == Value(m, l, Last(m, l))
Signals == Latest(memory, Flag)

\* t writes value to the end of l, in this way.
Written(m, t, l, way, value) ==
  IF IsStore[way] THEN AfterWrite(m, t, l, OrderOf[way], Last(m, l) + 1, value)
  ELSE AfterSwap(m, t, l, OrderOf[way], Last(m, l), value)

----------------------------------------------------------------------------
\* What setters do.

SetterGoes(s, m, to) ==
  /\ wait # "over"
  /\ setter' = [setter EXCEPT ![s] = to]
  /\ Remember(IF to \in {"hinting", "returned"} THEN Ended(m, s) ELSE m)
  /\ UNCHANGED <<orders, wait, number, missed>>

\* A setter writes its payload and raises the flag.
Raise(s) ==
  /\ setter[s] = "idle"
  /\ SetterGoes(s, Written(AfterWrite(memory, s, s, "relaxed", 2, TRUE), s, Flag, orders.raise, Signals \cup {s}), "raised")
  /\ UNCHANGED <<found, hinted>>

\* The setter's fence.
FenceAfterRaise(s) ==
  /\ setter[s] = "raised"
  /\ orders.setFence # "none"
  /\ SetterGoes(s, AfterFence(memory, s, OrderOf[orders.setFence]), "fenced")
  /\ UNCHANGED <<found, hinted>>

\* The setter reads where to leave its hint.
Find(s) ==
  /\ setter[s] = IF orders.setFence = "none" THEN "raised" ELSE "fenced"
  /\ \E i \in Readable(memory, s, Leaf, OrderOf[orders.find]) :
       LET of == Value(memory, Leaf, i) IN
       /\ SetterGoes(s, AfterRead(memory, s, Leaf, OrderOf[orders.find], i), IF of = 0 THEN "returned" ELSE "hinting")
       /\ found' = [found EXCEPT ![s] = of]
  /\ UNCHANGED hinted

\* The setter leaves a hint at the leaf that it has found.
Hint(s) ==
  /\ setter[s] = "hinting"
  /\ SetterGoes(s, memory, "returned")
  /\ hinted' = hinted \cup {found[s]}
  /\ UNCHANGED found

----------------------------------------------------------------------------
\* What the wait does.

WaitGoes(m, to) ==
  /\ wait' = to
  /\ UNCHANGED <<orders, setter, found, hinted>>
  /\ Remember(m)

\* The wait writes its leaf.
Register ==
  /\ wait = "begins"
  /\ WaitGoes(AfterWrite(memory, Loop, Leaf, OrderOf[orders.register], Last(memory, Leaf) + 1, number), "registered")
  /\ UNCHANGED <<number, missed>>

\* The wait's fence.
FenceAfterRegister ==
  /\ wait = "registered"
  /\ orders.ownFence # "none"
  /\ WaitGoes(AfterFence(memory, Loop, OrderOf[orders.ownFence]), "fenced")
  /\ UNCHANGED <<number, missed>>

\* The wait has consumed and returns, without its leaf.  If more is to come, another wait begins.
Returns(m, signals) ==
  LET isLast == \A s \in Setters : setter[s] # "idle" IN
  /\ WaitGoes(AfterWrite(m, Loop, Leaf, "relaxed", Last(m, Leaf) + 1, 0), IF isLast THEN "over" ELSE "begins")
  /\ number' = IF isLast THEN number ELSE number + 1
  /\ missed' = {s \in signals : m.seen[Loop][s] < Last(m, s)}

\* The wait tries once more: an exchange consumes, and a read looks whether there is something to consume.
LastTry ==
  /\ wait = IF orders.ownFence = "none" THEN "registered" ELSE "fenced"
  /\ IF IsExchange[orders.lastTry]
     THEN LET m == Written(memory, Loop, Flag, orders.lastTry, {}) IN
          IF Signals # {} THEN Returns(m, Signals) ELSE WaitGoes(m, "blocked") /\ UNCHANGED <<number, missed>>
     ELSE /\ \E i \in Readable(memory, Loop, Flag, OrderOf[orders.lastTry]) :
               WaitGoes(AfterRead(memory, Loop, Flag, OrderOf[orders.lastTry], i),
                        IF Value(memory, Flag, i) # {} THEN "raised" ELSE "blocked")
          /\ UNCHANGED <<number, missed>>

\* The wait consumes: its look has found the flag raised, or the loop has found the hint.
Consume ==
  /\ wait = "raised" \/ (wait = "blocked" /\ number \in hinted /\ Signals # {})
  /\ Returns(Written(memory, Loop, Flag, "exchange acquire", {}), Signals)

Next ==
  \/ \E s \in Setters : Raise(s) \/ FenceAfterRaise(s) \/ Find(s) \/ Hint(s)
  \/ Register \/ FenceAfterRegister \/ LastTry \/ Consume

Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
\* Claims.

\* FLG-4: no wait blocks, without a hint, beside the signal of a setter that has returned.
NoWaitMissesASignal ==
  ~(wait = "blocked" /\ number \notin hinted /\ \E s \in Signals : setter[s] = "returned")

\* FLG-11: a wait that returns has seen the payload of every setter whose signal it takes.
EveryTriedPayloadIsSeen == missed = {}

\* What the module's own config tries.
WeakestByExchange == RegisterWeakest("exchange")

\* The last try as the exchange with which a wait consumes: too weak; and three cures.
Consuming == [raise |-> "exchange acq_rel", setFence |-> "none", find |-> "read acquire", register |-> "store release",
              ownFence |-> "none", lastTry |-> "exchange acquire"]
Cures == {[Consuming EXCEPT !.lastTry = "exchange acq_rel"],
          [Consuming EXCEPT !.raise = "exchange release", !.setFence = "fence seq_cst", !.ownFence = "fence seq_cst"],
          [Consuming EXCEPT !.raise = "exchange seq_cst", !.find = "read seq_cst", !.register = "store seq_cst",
                            !.lastTry = "exchange seq_cst"]}
==============================================================================
