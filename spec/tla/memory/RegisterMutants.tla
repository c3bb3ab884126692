--------------------------- MODULE RegisterMutants ---------------------------
(****************************************************************************)
(* Wrong ways to register a wait, each one edit of RegisterOrders, and      *)
(* assignments that are too weak.  Column1, Column5 and Column7 have the    *)
(* setter's accesses of these columns in the table of two words, and for    *)
(* the last try the "exchange acquire" with which a wait consumes: taken    *)
(* as such it loses the wake-up.                                            *)
(* Left out: mistakes in hints and sleep (HintOrdersMutants,                *)
(* FlagOrdersMutants).                                                      *)
(****************************************************************************)
EXTENDS RegisterOrders

Column1 == {Consuming}
Column5 == {[Consuming EXCEPT !.raise = "exchange release", !.setFence = "fence seq_cst"]}
Column7 == {[Consuming EXCEPT !.raise = "exchange seq_cst", !.find = "read seq_cst"]}

Swaps == [Consuming EXCEPT !.find = "read relaxed", !.register = "store relaxed", !.lastTry = "exchange acq_rel"]
RaiseUnacquiring == {[Swaps EXCEPT !.raise = "exchange release"]}
RaiseUnreleasing == {[Swaps EXCEPT !.raise = "exchange acquire"]}
TryUnacquiring == {[Swaps EXCEPT !.lastTry = "exchange release"]}

Looks == RegisterStrongest("read")
LooksWithoutFences == [Looks EXCEPT !.setFence = "none", !.ownFence = "none"]
FindUnordered == {[LooksWithoutFences EXCEPT !.find = "read acquire"]}
RegisterUnordered == {[LooksWithoutFences EXCEPT !.register = "store release"]}
LookUnordered == {[LooksWithoutFences EXCEPT !.lastTry = "read acquire"]}

----------------------------------------------------------------------------
\* Wrong designs; no order cures them.
Strong == {RegisterStrongest(Design)}

\* The wait registers, and blocks without another try: what it tried before is out of date.
RegisterIsTheLast ==
  /\ wait = "begins"
  /\ WaitGoes(AfterWrite(memory, Loop, Leaf, OrderOf[orders.register], Last(memory, Leaf) + 1, number), "blocked")
  /\ UNCHANGED <<number, missed>>

\* A setter reads the leaf first, and raises the flag then.
FindComesFirst(s) ==
  /\ setter[s] = "idle"
  /\ \E i \in Readable(memory, s, Leaf, OrderOf[orders.find]) :
       /\ SetterGoes(s, AfterRead(memory, s, Leaf, OrderOf[orders.find], i), "raised")
       /\ found' = [found EXCEPT ![s] = Value(memory, Leaf, i)]
  /\ UNCHANGED hinted
RaiseComesLast(s) ==
  LET paid == AfterWrite(memory, s, s, "relaxed", 2, TRUE) IN
  /\ setter[s] = "raised"
  /\ SetterGoes(s, Written(paid, s, Flag, orders.raise, Signals \cup {s}), IF found[s] = 0 THEN "returned" ELSE "hinting")
  /\ UNCHANGED <<found, hinted>>
NoSetFence(s) == FALSE

\* A setter that finds the flag raised leaves the rest to whoever raised it.
RaiseReturnsIfRaised(s) ==
  /\ setter[s] = "idle"
  /\ SetterGoes(s, Written(AfterWrite(memory, s, s, "relaxed", 2, TRUE), s, Flag, orders.raise, Signals \cup {s}),
                IF Signals = {} THEN "raised" ELSE "returned")
  /\ UNCHANGED <<found, hinted>>
==============================================================================
