---------------------------- MODULE RegisterSearch ---------------------------
(****************************************************************************)
(* Tries assignments of orders in RegisterOrders, all in one run, as        *)
(* OrdersSearch does for FlagOrders, and prints lines for the same tables.  *)
(* With one worker only: a register of the worker holds what has failed.    *)
(* Left out: as in RegisterOrders.                                          *)
(****************************************************************************)
EXTENDS RegisterOrders

\* These decide all assignments: see RegisterSites.
TriedByExchange == RegisterDecisive("exchange")
TriedByRead == RegisterDecisive("read")

\* A search without the argument that stronger is safer: all that raise by an exchange, and acquire where they consume.
EveryOneByExchange ==
  [raise : {"exchange release", "exchange acq_rel", "exchange seq_cst"},
   setFence : {"none", "fence acquire", "fence seq_cst"},
   find : {"read relaxed", "read seq_cst"}, register : {"store relaxed", "store seq_cst"},
   ownFence : {"none", "fence release", "fence seq_cst"},
   lastTry : {"exchange acquire", "exchange acq_rel", "exchange seq_cst"}]

SettersAreAlike == Permutations(Setters)

ASSUME WhatIsTriedIsPrinted == PrintRegisterWays(Design) /\ \A a \in Tried : PrintT(RegisterLine("tried", Design, a))
ASSUME NoneHasFailed == TLCSet(Failures, {})

GoOn ==
  /\ orders \notin TLCGet(Failures)
  /\ \/ NoWaitMissesASignal /\ EveryTriedPayloadIsSeen
     \/ /\ TLCSet(Failures, TLCGet(Failures) \cup {orders})
        /\ PrintT(RegisterLine("bad", Design, orders)
                    \o "; " \o IF NoWaitMissesASignal THEN "payload missed" ELSE "lost wake-up")
        /\ FALSE

----------------------------------------------------------------------------
\* FLG-4, FLG-11: what is said to suffice loses nothing.
SufficientRegistrationsLoseNothing == RegisterSuffices(orders) => NoWaitMissesASignal /\ EveryTriedPayloadIsSeen

\* Shows that the claims are about something: actions that are taken where their conditions are met.
SufficientRegistrationsLoseNothingApplies == RegisterSuffices(orders) /\ wait = "blocked" /\ UNCHANGED vars

NextApplies == Next \/ SufficientRegistrationsLoseNothingApplies

\* The wrong claim: it is enough that payloads pass.
TriedPayloadsSuffice(a) == TriedPayloadsPass(a)
==============================================================================
