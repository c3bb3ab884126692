------------------------- MODULE FlagHistoryApplies --------------------------
(****************************************************************************)
(* Shows that the claims of FlagHistory are about something; as             *)
(* FlagApplies.                                                             *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS FlagHistory

\* A turn begins, and a set() that has returned meanwhile has yet to wake its waiter.
LooksBetweenTurnsApplies == NextHistory /\ TurnBegins /\ \E f \in Flags : Owed(f)

\* A turn ends, and a set() that had returned when it began has not woken its waiter yet.
LooksBetweenTurnsAppliesLater == loop = "look" /\ due # {} /\ UNCHANGED allVars

NextApplies == NextHistory \/ LooksBetweenTurnsApplies \/ LooksBetweenTurnsAppliesLater
==============================================================================
