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
==============================================================================
