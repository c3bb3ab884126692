------------------------- MODULE FlagHistoryApplies -------------------------
(***************************************************************************)
(* That the claims of FlagHistory are about something; as FlagApplies.     *)
(* Left out: claims without a premise.                                     *)
(***************************************************************************)
EXTENDS FlagHistory

\* A turn begins, and a set() has returned meanwhile whose waiter is still to be woken.
LooksBetweenTurnsApplies == NextHistory /\ TurnBegins /\ \E f \in Flags : Owed(f)

\* A turn ends, and a set() that had returned when it began has not woken its waiter yet.
LooksBetweenTurnsAppliesLater == loop = "look" /\ due # {} /\ UNCHANGED allVars

NextApplies == NextHistory \/ LooksBetweenTurnsApplies \/ LooksBetweenTurnsAppliesLater
=============================================================================
