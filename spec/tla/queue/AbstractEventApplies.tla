------------------------ MODULE AbstractEventApplies -------------------------
(****************************************************************************)
(* Shows that the claims of AbstractEvent are about something: one action   *)
(* for each, which is taken where the claim's condition is met.             *)
(* Left out: claims without a condition.                                    *)
(****************************************************************************)
EXTENDS AbstractEvent

NobodyWaitsForASetEventApplies == (\E e \in Events : set[e]) /\ UNCHANGED vars
ReadyTasksHaveAnEndingApplies == ready # <<>> /\ UNCHANGED vars
OperationsDoWhatTheySayApplies == running \in Tasks /\ (\E e \in Events : set[e]) /\ UNCHANGED vars
NothingOutlivesTheRunApplies == running = Over /\ UNCHANGED vars
EndingsHaveCausesApplies == Next /\ \E u \in Tasks : Becomes(u, "woken")
EndingsHaveCausesAppliesToTimeouts == Next /\ \E u \in Tasks : Becomes(u, "timeout")
ReadyIsAQueueApplies == Next /\ \E e \in Events : ~set[e] /\ set'[e] /\ waiting[e] # <<>>
SetsAndClearsDoWhatTheySayApplies == running \in Tasks /\ UNCHANGED vars
TurnsDoNotOverlapApplies == Next /\ running \in Tasks /\ running' # running
WokenTasksRunApplies == (\E t \in Tasks : ending[t] = "woken") /\ UNCHANGED vars

NextApplies ==
  \/ Next
  \/ NobodyWaitsForASetEventApplies
  \/ ReadyTasksHaveAnEndingApplies
  \/ OperationsDoWhatTheySayApplies
  \/ NothingOutlivesTheRunApplies
  \/ EndingsHaveCausesApplies
  \/ EndingsHaveCausesAppliesToTimeouts
  \/ ReadyIsAQueueApplies
  \/ SetsAndClearsDoWhatTheySayApplies
  \/ TurnsDoNotOverlapApplies
  \/ WokenTasksRunApplies
==============================================================================
