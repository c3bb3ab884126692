-------------------------------- MODULE Stuck --------------------------------
(* In a folder of its own, and yet extends a module of the main folder.       *)
EXTENDS Counter, TLC, FiniteSets

StuckSpec == Init /\ [][\E t \in Tasks : Up(t)]_vars
AssertSpec == Init /\ [][Assert(count < 2, "two") /\ \E t \in Tasks : Up(t)]_vars
FairStuckSpec == StuckSpec /\ WF_vars(\E t \in Tasks : Up(t))
Endless == count >= 0 /\ count' = count + 1 /\ UNCHANGED last
EndlessSpec == Init /\ [][Endless]_vars
Permuted == Permutations(Tasks)
==============================================================================
