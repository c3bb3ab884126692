------------------------ MODULE FlagAnySettersApplies ------------------------
(****************************************************************************)
(* Shows that the claims of FlagAnySetters are about something; as          *)
(* FlagApplies.                                                             *)
(* Left out: claims without a condition, and those of FlagProperties and    *)
(* FlagLiveness.                                                            *)
(****************************************************************************)
EXTENDS FlagAnySetters

\* The setter makes a step by which what is shared changes.
OthersStandForSettersApplies == NextAmongOthers /\ at' # at /\ shared' # shared

\* A flag comes to have what the return of a wait spends.
OnlySetsOfAnyGiveApplies == NextAmongOthers /\ \E f \in Flags : ~Credit(f) /\ Credit(f)'

NextApplies == NextAmongOthers \/ OthersStandForSettersApplies \/ OnlySetsOfAnyGiveApplies
==============================================================================
