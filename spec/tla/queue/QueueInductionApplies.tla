------------------------ MODULE QueueInductionApplies ------------------------
(****************************************************************************)
(* Shows that the claims of QueueInduction are about something, and that    *)
(* the induction begins where three tasks cannot bring it.                  *)
(* Left out: OneOperationIsAStep, as in QueueAlgorithmApplies.              *)
(****************************************************************************)
EXTENDS QueueInduction

WaitersHaveJoinedApplies == Between /\ (\E e \in Events : List(e) # <<>>) /\ UNCHANGED <<vars, began>>
NothingIsLeftOfAWaitApplies == Between /\ began /\ (\E t \in Tasks : ~Suspended(t)) /\ UNCHANGED <<vars, began>>
StampsAreOfThePastApplies ==
  Between /\ (\E t \in Tasks : joined[t] # Nil) /\ UNCHANGED <<vars, began>>
NothingIsLeftOfACallApplies == Between /\ began /\ UNCHANGED <<vars, began>>
EveryFormIsAStartApplies == ~began /\ UNCHANGED <<vars, began>>

\* The running task cancels a waiter with neighbours on both sides, and others are ready.
CancelInTheMiddleApplies ==
  /\ \E t, u \in Tasks : Cancel(t, u) /\ Blocked(u) /\ next[u] \in Tasks /\ prev[u] \in Tasks
  /\ next[Ready] # Ready
  /\ began' = TRUE

\* The running task sets an event with three waiters, and others are ready.
SetOfThreeApplies ==
  /\ \E t \in Tasks, e \in Events : Set(t, e) /\ Len(List(e)) = 3
  /\ next[Ready] # Ready
  /\ began' = TRUE

NextApplies ==
  \/ NextOfOne
  \/ WaitersHaveJoinedApplies
  \/ NothingIsLeftOfAWaitApplies
  \/ StampsAreOfThePastApplies
  \/ NothingIsLeftOfACallApplies
  \/ EveryFormIsAStartApplies
  \/ CancelInTheMiddleApplies
  \/ SetOfThreeApplies
==============================================================================
