------------------------ MODULE QueueAlgorithmApplies ------------------------
(****************************************************************************)
(* Shows that the claims of QueueAlgorithm are about something: one action  *)
(* for each, which is taken where the claim's condition is met, and for     *)
(* OperationsMeanWhatTheySay one for the end of each operation.             *)
(* Left out: RefinesAbstractEvent, which has no condition; its steps are    *)
(* those of OperationsMeanWhatTheySay.                                      *)
(****************************************************************************)
EXTENDS QueueAlgorithm

NextAndPrevAgreeApplies == Between /\ (\E n \in Nodes : next[n] # Nil) /\ UNCHANGED vars
ListsAreRingsApplies == Between /\ (\E h \in Heads : Len(List(h)) > 1) /\ UNCHANGED vars
TasksAreInOneListAtMostApplies == Between /\ (\E t \in Tasks : Lists(t) # {}) /\ UNCHANGED vars
NoTaskVanishesApplies == Between /\ (\E t \in Tasks : Suspended(t)) /\ UNCHANGED vars
EpochTellsWhoIsBlockedApplies ==
  Between /\ (\E t, u \in Tasks : Blocked(t) /\ ~Blocked(u) /\ joined[u] # Nil) /\ UNCHANGED vars
NobodyWaitsForASetEventApplies == Between /\ (\E e \in Events : set[e]) /\ UNCHANGED vars
WokenTasksRunApplies == (\E t \in Tasks : Shown.ending[t] = "woken") /\ UNCHANGED vars
OperationsEndApplies == op # Nil /\ UNCHANGED vars
StatementsGoForwardApplies == op # Nil /\ Next /\ op' # Nil

Ends(name) == op = name /\ Next /\ op' = Nil
WaitMeansApplies == Ends("wait")
YieldMeansApplies == Ends("yield")
SpawnMeansApplies == Ends("spawn")
SetMeansApplies == Ends("set")
CancelMeansApplies == Ends("cancel")
ExpireMeansApplies == Ends("expire")
RoundMeansApplies == Ends("round")
RunMeansApplies == Ends("run")

NextApplies ==
  \/ Next
  \/ NextAndPrevAgreeApplies
  \/ ListsAreRingsApplies
  \/ TasksAreInOneListAtMostApplies
  \/ NoTaskVanishesApplies
  \/ EpochTellsWhoIsBlockedApplies
  \/ NobodyWaitsForASetEventApplies
  \/ WokenTasksRunApplies
  \/ OperationsEndApplies
  \/ StatementsGoForwardApplies
  \/ WaitMeansApplies
  \/ YieldMeansApplies
  \/ SpawnMeansApplies
  \/ SetMeansApplies
  \/ CancelMeansApplies
  \/ ExpireMeansApplies
  \/ RoundMeansApplies
  \/ RunMeansApplies
==============================================================================
