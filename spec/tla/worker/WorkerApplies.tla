---------------------------- MODULE WorkerApplies ----------------------------
(***************************************************************************)
(* For each claim with a condition, an action that can be taken where the   *)
(* condition is met, so that a claim that says nothing is seen.             *)
(***************************************************************************)
EXTENDS WorkerProperties

\* Said of an event's program: its condition asks for an event that is set.
SetEventHasNoBlockedWorkerApplies == Form # "flag" /\ object = "set" /\ UNCHANGED vars

NoSignalIsLostApplies == signals > 0 /\ (\A w \in Workers : Sleeps(w)) /\ UNCHANGED vars
EveryWorkerIsServedApplies == signals > 0 /\ (\E w \in Workers : Sleeps(w)) /\ UNCHANGED vars
EachUnitServesANewSignalApplies == Next /\ \E w \in Workers : units'[w] # units[w]
EverySignalIsFollowedByWorkApplies == signals = MaxSignals /\ UNCHANGED vars

NextApplies ==
  \/ Next
  \/ SetEventHasNoBlockedWorkerApplies
  \/ NoSignalIsLostApplies
  \/ EveryWorkerIsServedApplies
  \/ EachUnitServesANewSignalApplies
  \/ EverySignalIsFollowedByWorkApplies
=============================================================================
