---------------------------- MODULE WorkerApplies ----------------------------
(****************************************************************************)
(* Shows that the claims on the worker are about something: for each claim  *)
(* with a condition, an action that can be taken where the condition is     *)
(* met.                                                                     *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS WorkerProperties

\* The claim is about the forms with an event, when the event is set.
SetEventHasNoBlockedWorkerApplies == Form # "flag" /\ object = "set" /\ UNCHANGED vars

NoSignalIsLostApplies == (\A w \in Workers : Sleeps(w) /\ spare[w] > 0) /\ UNCHANGED vars
EveryWorkerIsServedApplies == (\E w \in Workers : Sleeps(w) /\ spare[w] > 0) /\ UNCHANGED vars
EachUnitServesANewSignalApplies == Next /\ \E w \in Workers : at[w] = "work" /\ at'[w] = "working"
TurnsDoNotOverlapApplies == running \in Workers /\ Next
OnlyTheBlockedAreWokenApplies == Next /\ \E w \in Workers : at[w] = "blocked" /\ at'[w] = "woken"
UnitsAreCountedApplies == Next /\ \E w \in Workers : at[w] = "work" /\ at'[w] = "working" /\ spare[w] > 0
EverySignalIsFollowedByWorkApplies == (\A w \in Workers : unserved[w]) /\ UNCHANGED vars

NextApplies ==
  \/ Next
  \/ SetEventHasNoBlockedWorkerApplies
  \/ NoSignalIsLostApplies
  \/ EveryWorkerIsServedApplies
  \/ EachUnitServesANewSignalApplies
  \/ TurnsDoNotOverlapApplies
  \/ OnlyTheBlockedAreWokenApplies
  \/ UnitsAreCountedApplies
  \/ EverySignalIsFollowedByWorkApplies
==============================================================================
