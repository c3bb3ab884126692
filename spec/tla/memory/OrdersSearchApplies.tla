------------------------- MODULE OrdersSearchApplies -------------------------
(****************************************************************************)
(* Shows that the claims of FlagOrders and OrdersSearch are about           *)
(* something: for each an action that is taken where the claim's condition  *)
(* is met.  PayloadsSuffice is a wrong claim of what suffices, which must   *)
(* be found out.                                                            *)
(* Left out: as in OrdersSearch.                                            *)
(****************************************************************************)
EXTENDS OrdersSearch

TriedHere == {a \in Weakest("two") : a.setFence = "fence seq_cst" /\ a.ownFence = "fence seq_cst"}

NoLostWakeupApplies ==
  /\ loop = "parked"
  /\ \E s \in Latest(memory, Flag).by : setter[s] = "returned"
  /\ UNCHANGED vars

EveryPayloadIsSeenApplies ==
  /\ loop \in {"woken", "cleared"}
  /\ Latest(memory, Flag).by # {}
  /\ UNCHANGED vars

\* The same where clear() took it.
EveryPayloadIsSeenAfterClearApplies ==
  /\ loop = "cleared"
  /\ taken = Setters
  /\ UNCHANGED vars

SufficientOrdersLoseNothingApplies == Suffices(Design, orders) /\ UNCHANGED vars

NextApplies ==
  \/ Next
  \/ NoLostWakeupApplies \/ EveryPayloadIsSeenApplies \/ EveryPayloadIsSeenAfterClearApplies
  \/ SufficientOrdersLoseNothingApplies

\* The wrong claim: it is enough that payloads pass.
PayloadsSuffice(design, a) == PayloadsPass(a)
==============================================================================
