------------------------------- MODULE Silent -------------------------------
(* TLC 2.18 cannot evaluate this property, and exits with 0 all the same.    *)
VARIABLE count
Init == count = 0
Stay == count' = count
Spec == Init /\ [][Stay]_count /\ WF_count(Stay)
NotANumber == <>(count.field = 1)
=============================================================================
