-------------------------- MODULE HintOrdersApplies --------------------------
(****************************************************************************)
(* Shows that the claim of HintOrders is about something: an action that is *)
(* taken where the claim's condition is met.                                *)
(* Left out: as in HintOrders.                                              *)
(****************************************************************************)
EXTENDS HintOrders

NoSignalSleepsApplies ==
  /\ loop = "parked"
  /\ \E s \in Signals : setter[s] = "returned"
  /\ UNCHANGED vars

NextApplies == Next \/ NoSignalSleepsApplies
==============================================================================
