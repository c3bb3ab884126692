----------------------------- MODULE FlagMemory ------------------------------
(****************************************************************************)
(* The memory of FlagOrders: its variables and what they hold, and how each *)
(* site's access is done in the way that is tried.                          *)
(* Left out: as in C11.                                                     *)
(****************************************************************************)
EXTENDS C11, OrderSites

CONSTANTS
  Setters,  \* names of setters
  Design,   \* "one" or "two": words
  Tried     \* the assignments that are tried

Loop == "loop"
Flag == "flag"
Sleep == "sleep"

ASSUME ThreadsAndLocations == Threads = Setters \cup {Loop} /\ Locations = Setters \cup {Flag, Sleep}

VARIABLES
  orders,   \* the way of each site
  fences,   \* as in C11: how seq_cst accesses are done
  messages, \* as in C11; each setter has its payload at a location of its own name
  seen,     \* as in C11
  heard,    \* as in C11
  fenced,   \* as in C11
  agreed    \* as in C11

memoryVars == <<orders, fences, messages, seen, heard, fenced, agreed>>

memory == [messages |-> messages, seen |-> seen, heard |-> heard, fenced |-> fenced, agreed |-> agreed,
           fences |-> fences]

\* What the flag's word holds: the setters whose signals it carries, and in design "one" whether the loop sleeps.
Word(by, asleep) == [by |-> by, asleep |-> asleep]
Raised(word) == word.by # {}

MemoryTypeOK ==
  /\ orders \in Tried
  /\ \A l \in Locations : \A i \in DOMAIN messages[l] : messages[l][i].rmw \in BOOLEAN
  /\ \A t \in Threads, l \in Locations : seen[t][l] \in 1 .. Last(memory, l)

MemoryInit ==
  /\ orders \in Tried
  /\ fences \in IF HasSeqCstAccess(orders) THEN {"none", "before", "after"} ELSE {"none"}
  /\ LET m == Fresh([l \in Locations |-> IF l = Flag THEN Word({}, FALSE) ELSE FALSE], fences) IN
     messages = m.messages /\ seen = m.seen /\ heard = m.heard /\ fenced = m.fenced /\ agreed = m.agreed

\* The memory becomes m, without what nobody will read again: the loop reads flag and payloads, setters that ask read sleep.
Becomes(m, asking) ==
  LET n == TLCEval(Forget(TLCEval(m), TLCEval([l \in Locations |-> IF l = Sleep THEN asking ELSE {Loop}])))
      isFenced == {orders.setFence, orders.ownFence} # {"none"} \/ fences # "none"
  IN
  /\ messages' = n.messages
  /\ seen' = n.seen
  /\ heard' = IF isFenced THEN n.heard ELSE n.seen
  /\ fenced' = n.fenced
  /\ agreed' = n.agreed
  /\ UNCHANGED <<orders, fences>>

Latest(m, l) == Value(m, l, Last(m, l))

\* t writes value to l, in this way.
Written(m, t, l, way, value) ==
  IF IsStore[way] THEN AfterWrite(m, t, l, OrderOf[way], Last(m, l) + 1, value)
  ELSE AfterSwap(m, t, l, OrderOf[way], Last(m, l), value)

\* What t may have read of l in this way: the value, and the memory after.
ReadIn(m, t, l, way) ==
  IF IsExchange[way] THEN {<<Latest(m, l), Written(m, t, l, way, Latest(m, l))>>}
  ELSE {<<Value(m, l, i), AfterRead(m, t, l, OrderOf[way], i)>> : i \in Readable(m, t, l, OrderOf[way])}
==============================================================================
