---------------------------- MODULE OrdersSearch -----------------------------
(****************************************************************************)
(* Tries assignments of orders in FlagOrders, all in one run.  It prints a  *)
(* line for each way, for each assignment that is tried, and for each       *)
(* assignment that fails, at its first failure; it goes no further with     *)
(* that one.  The tables in docs/memory-orders.md are made from these       *)
(* lines.                                                                   *)
(* With one worker only: a register of the worker holds what has failed.    *)
(* Left out: as in FlagOrders.                                              *)
(****************************************************************************)
EXTENDS FlagOrders

\* These decide all assignments: see OrderSites.
TriedInOneWord == Decisive("one")
TriedInTwoWords == Decisive("two")

\* Searches without that argument: one word, but for seq_cst; and how two words avoid a lost wake-up.
EveryOneInOneWord ==
  {a \in Assignments("one") : /\ \A site \in DOMAIN a : a[site] \notin SeqCst
                              /\ a.look \in {"read relaxed", "read acquire"}
                              /\ a.clear \in {"store relaxed", "exchange relaxed", "exchange acquire"}
                              /\ a.consume \in {"exchange relaxed", "exchange acquire"}}
EveryWakeUpInTwoWords ==
  [raise : {"exchange release", "exchange acq_rel", "exchange seq_cst"},
   setFence : {"none", "fence acquire", "fence seq_cst"},
   ask : {"read relaxed", "read seq_cst"}, announce : {"store relaxed", "store seq_cst"},
   ownFence : {"none", "fence release", "fence seq_cst"},
   lastLook : {"read relaxed", "read seq_cst", "exchange relaxed", "exchange release", "exchange seq_cst"},
   look : {"read relaxed"}, clear : {"exchange relaxed"}, consume : {"exchange acquire"}]
WakeUpsInTwoWords ==
  {a \in EveryWakeUpInTwoWords : /\ a.raise # "exchange acq_rel"
                                 /\ a.setFence # "fence acquire" /\ a.ownFence # "fence release"
                                 /\ a.lastLook \notin {"exchange relaxed", "exchange seq_cst"}}

SettersAreAlike == Permutations(Setters)

ASSUME WhatIsTriedIsPrinted == PrintWays(Design) /\ \A a \in Tried : PrintT(Line("tried", Design, a))
ASSUME NoneHasFailed == TLCSet(Failures, {})

GoOn ==
  /\ orders \notin TLCGet(Failures)
  /\ \/ NoLostWakeup /\ EveryPayloadIsSeen
     \/ /\ TLCSet(Failures, TLCGet(Failures) \cup {orders})
        /\ PrintT(Line("bad", Design, orders) \o "; " \o IF NoLostWakeup THEN "payload missed" ELSE "lost wake-up")
        /\ FALSE

----------------------------------------------------------------------------
\* FLG-4, FLG-11, LOP-4: what is said to suffice loses nothing.
SufficientOrdersLoseNothing == Suffices(Design, orders) => NoLostWakeup /\ EveryPayloadIsSeen
==============================================================================
