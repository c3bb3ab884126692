--------------------------- MODULE AbstractApplies ---------------------------
(****************************************************************************)
(* That more claims on the abstract flag are about something, as            *)
(* flag/AbstractFlagApplies.                                                *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS AbstractFlag

WaitsLookAtTheSignalApplies == (\E f \in Flags : raised[f] /\ waiter[f] = None) /\ UNCHANGED vars
EndingsAreGivenApplies == (\E f \in Flags : waiter[f] # None) /\ UNCHANGED vars
WakeUpsAreOfSignalsApplies == Next /\ \E f \in Flags : "woken" \notin ending[f] /\ "woken" \in ending'[f]
EndingsAreKeptApplies == Next /\ \E f \in Flags : "cancelled" \in ending[f] /\ waiter'[f] # None
EndingsAreKeptAppliesToWakes == Next /\ \E f \in Flags : "woken" \in ending[f] /\ waiter'[f] # None
WaitersLeaveAsTheyEndedApplies == Next /\ \E f \in Flags : WaiterGoes(f) /\ ending[f] = {"woken"} /\ raised[f]
WaitersLeaveAsTheyEndedAppliesToOthers == Next /\ \E f \in Flags : WaiterGoes(f) /\ "woken" \notin ending[f] /\ raised[f]

NextApplies ==
  \/ Next
  \/ WaitsLookAtTheSignalApplies \/ EndingsAreGivenApplies \/ WakeUpsAreOfSignalsApplies
  \/ EndingsAreKeptApplies \/ EndingsAreKeptAppliesToWakes
  \/ WaitersLeaveAsTheyEndedApplies \/ WaitersLeaveAsTheyEndedAppliesToOthers
==============================================================================
