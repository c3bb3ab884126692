------------------------ MODULE FlagAnySettersMutants ------------------------
(****************************************************************************)
(* Environments that do less than a setter: what holds among them would not *)
(* hold among setters.  And one that does more.                             *)
(* Left out: mistakes of the loop, of tasks and of setters; they are those  *)
(* of the modules below.                                                    *)
(****************************************************************************)
EXTENDS FlagAnySetters, FlagAlgorithmMutants, FlagSettersMutants

\* The others raise a flag only while somebody waits on it.
RaisesForAWaiter(f) ==
  /\ leaf[f] # None
  /\ raised' = [raised EXCEPT ![f] = TRUE] /\ UNCHANGED <<leaf, marked, parent, asleep, permit>>

\* The others mark a node only if it leads to a flag that is raised.
MarksAboveARaisedFlag(n) ==
  /\ \E f \in Flags : raised[f] /\ leaf[f] # None /\ n \in {leaf[f], parent[leaf[f]]}
  /\ marked' = [marked EXCEPT ![n] = TRUE] /\ UNCHANGED <<raised, leaf, parent, asleep, permit>>

\* The others unpark only a loop that says that it sleeps.
GivesAPermitToTheSleeper ==
  /\ asleep
  /\ permit' = TRUE /\ UNCHANGED <<raised, leaf, marked, parent, asleep>>

\* The others claim the wake-up, as a setter of ReadAsleepAndClaim does, and may stop before they unpark.
OthersUnparkOrClaim ==
  \/ GivesAPermit /\ UNCHANGED <<setters, private>>
  \/ asleep' = FALSE /\ UNCHANGED <<raised, leaf, marked, parent, permit, setters, private>>
==============================================================================
