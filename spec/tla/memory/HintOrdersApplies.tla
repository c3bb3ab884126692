-------------------------- MODULE HintOrdersApplies --------------------------
(***************************************************************************)
(* Shows that what the claim of HintOrders speaks of comes about.           *)
(* Left out: nothing else.                                                  *)
(***************************************************************************)
EXTENDS HintOrders

NoSignalSleepsApplies ==
  /\ loop = "parked"
  /\ \E s \in Signals : setter[s] = "returned"
  /\ UNCHANGED vars

NextApplies == Next \/ NoSignalSleepsApplies
=============================================================================
