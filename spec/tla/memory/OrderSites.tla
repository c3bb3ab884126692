----------------------------- MODULE OrderSites ------------------------------
(****************************************************************************)
(* The sites of FlagOrders and the ways in which each may be done, which    *)
(* assignments are said to suffice, and which to try.                       *)
(*                                                                          *)
(* A way is a string: kind and order, or "none".  An exchange is any        *)
(* read-modify-write: that of raise sets a bit, that of the last look puts  *)
(* back what it found.  A stronger way allows fewer executions.  So every   *)
(* assignment at or above one that never fails suffices, and every          *)
(* assignment at or below one that fails does not; Weakest and TooWeak      *)
(* decide all of them.                                                      *)
(*                                                                          *)
(* Left out: ways that cannot differ from another for anybody: an exchange  *)
(* of the sleep word, which only the loop writes; fences elsewhere, and of  *)
(* other orders (after raise nothing is published, before the last look     *)
(* nothing is taken over).                                                  *)
(****************************************************************************)
EXTENDS FiniteSets, Naturals, Sequences, TLC

LOCAL All == {"relaxed", "acquire", "release", "acq_rel", "seq_cst"}
LOCAL As(kind, os) == {kind \o " " \o o : o \in os}
Stores == As("store", {"relaxed", "release", "seq_cst"})
Reads == As("read", {"relaxed", "acquire", "seq_cst"})
Exchanges == As("exchange", All)

AllWays == Stores \cup Reads \cup Exchanges \cup {"fence acquire", "fence release", "fence seq_cst", "none"}
OrderOf == [w \in AllWays \ {"none"} |->
  CHOOSE o \in All : w \in {"store " \o o, "read " \o o, "exchange " \o o, "fence " \o o}]
IsStore == [w \in AllWays |-> w \in Stores]
IsExchange == [w \in AllWays |-> w \in Exchanges]

\* In design "one" the exchanges of raise and announce also do what the accesses of the second word do.
Ways(design) ==
  LET Two(ways) == IF design = "two" THEN ways ELSE {"none"} IN
  [raise    |-> Stores \cup Exchanges,
   setFence |-> Two({"none", "fence acquire", "fence seq_cst"}),
   ask      |-> Two(Reads),
   announce |-> IF design = "two" THEN Stores ELSE Exchanges,
   ownFence |-> Two({"none", "fence release", "fence seq_cst"}),
   lastLook |-> Two(Reads \cup Exchanges),
   look     |-> Reads,
   clear    |-> Stores \cup Exchanges,
   consume  |-> Exchanges]

Assignments(design) ==
  LET w == Ways(design) IN
  [raise : w.raise, setFence : w.setFence, ask : w.ask, announce : w.announce, ownFence : w.ownFence,
   lastLook : w.lastLook, look : w.look, clear : w.clear, consume : w.consume]

----------------------------------------------------------------------------
\* Which suffice.

SeqCst == {"store seq_cst", "read seq_cst", "exchange seq_cst", "fence seq_cst"}
Acquiring == {"read acquire", "exchange acquire", "exchange acq_rel", "fence acquire"} \cup SeqCst
Releasing == {"store release", "exchange release", "exchange acq_rel", "fence release"} \cup SeqCst

HasSeqCstAccess(a) == \E site \in DOMAIN a : a[site] \in SeqCst \ {"fence seq_cst"}

\* All payloads come through: every writer of the flag keeps the release sequences going, and consuming acquires.
PayloadsPass(a) ==
  a.raise \in Exchanges /\ a.raise \in Releasing /\ a.clear \in Exchanges /\ a.consume \in Acquiring

\* Of the setter and the loop, each of which writes and then reads, one sees the other.
OneSeesTheOther(a) ==
  /\ a.setFence = "fence seq_cst" \/ (a.raise \in SeqCst /\ a.ask \in SeqCst)
  /\ a.ownFence = "fence seq_cst" \/ (a.announce \in SeqCst /\ a.lastLook \in SeqCst)

\* The last look stands in the flag's order of exchanges: the loop sees the signal, or the setter the announcement.
OneComesFirst(a) ==
  /\ a.lastLook \in Exchanges
  /\ a.lastLook \in Releasing \/ a.ownFence \in Releasing
  /\ a.raise \in Acquiring \/ a.setFence \in Acquiring

Suffices(design, a) == PayloadsPass(a) /\ (design = "one" \/ OneSeesTheOther(a) \/ OneComesFirst(a))

----------------------------------------------------------------------------
\* Which to try.

Strongest(design) ==
  [raise |-> "exchange seq_cst", look |-> "read seq_cst", clear |-> "exchange seq_cst",
   consume |-> "exchange seq_cst"] @@
  IF design = "two"
  THEN [setFence |-> "fence seq_cst", ask |-> "read seq_cst", announce |-> "store seq_cst",
        ownFence |-> "fence seq_cst", lastLook |-> "exchange seq_cst"]
  ELSE [setFence |-> "none", ask |-> "none", announce |-> "exchange seq_cst", ownFence |-> "none",
        lastLook |-> "none"]

LOCAL Bare(design) ==
  [raise |-> "exchange release", look |-> "read relaxed", clear |-> "exchange relaxed",
   consume |-> "exchange acquire"] @@
  IF design = "two"
  THEN [setFence |-> "none", ask |-> "read relaxed", announce |-> "store relaxed", ownFence |-> "none",
        lastLook |-> "read relaxed"]
  ELSE [Strongest(design) EXCEPT !.announce = "exchange relaxed"]

\* The weakest that suffice: no weaker assignment does.
Weakest(design) ==
  LET b == Bare(design)
      own == {[b EXCEPT !.ownFence = "fence seq_cst"],
              [b EXCEPT !.announce = "store seq_cst", !.lastLook = "read seq_cst"]}
      last == {[b EXCEPT !.lastLook = "exchange release"],
               [b EXCEPT !.ownFence = "fence release", !.lastLook = "exchange relaxed"]}
  IN
  IF design = "one" THEN {b}
  ELSE UNION {{[a EXCEPT !.setFence = "fence seq_cst"],
               [a EXCEPT !.raise = "exchange seq_cst", !.ask = "read seq_cst"]} : a \in own}
         \cup UNION {{[a EXCEPT !.setFence = "fence acquire"], [a EXCEPT !.raise = "exchange acq_rel"]} : a \in last}

\* The strongest that fail: no stronger assignment does.
TooWeak(design) ==
  LET s == Strongest(design)
      asked == [s EXCEPT !.setFence = "fence acquire", !.lastLook = "read seq_cst"]
      looked == [s EXCEPT !.ownFence = "fence release"]
  IN
  {[s EXCEPT !.raise = "exchange acquire"], [s EXCEPT !.raise = "store seq_cst"],
   [s EXCEPT !.clear = "store seq_cst"], [s EXCEPT !.consume = "exchange release"]}
    \cup IF design = "one" THEN {} ELSE
     {[asked EXCEPT !.raise = "exchange acq_rel"], [asked EXCEPT !.ask = "read acquire"],
      [s EXCEPT !.raise = "exchange release", !.setFence = "none"],
      [looked EXCEPT !.announce = "store release", !.lastLook = "read seq_cst"],
      [looked EXCEPT !.lastLook = "read acquire"],
      [s EXCEPT !.ownFence = "none", !.lastLook = "exchange acquire"]}

Decisive(design) == Weakest(design) \cup TooWeak(design)

----------------------------------------------------------------------------
\* Lines for the table, one string each: TLC would break a long value.

Failures == 1 \* TLC's register for the assignments that were found to fail

LOCAL Field(a, site, key) ==
  IF a[key] = "none" /\ key \notin {"setFence", "ownFence"} THEN "" ELSE "; " \o site \o ": " \o a[key]

Line(word, design, a) ==
  "orders; " \o word \o "; " \o design
    \o Field(a, "raise", "raise") \o (IF design = "two" THEN Field(a, "fence after raise", "setFence") ELSE "")
    \o Field(a, "ask", "ask") \o Field(a, "announce", "announce")
    \o (IF design = "two" THEN Field(a, "fence after announce", "ownFence") ELSE "")
    \o Field(a, "last look", "lastLook") \o Field(a, "look", "look") \o Field(a, "clear", "clear")
    \o Field(a, "consume", "consume")

\* Every way of every site, with the other sites as strong as can be.
PrintWays(design) ==
  \A site \in DOMAIN Strongest(design) : \A way \in Ways(design)[site] :
    PrintT(Line("way", design, [Strongest(design) EXCEPT ![site] = way]))
==============================================================================
