------------------------------ MODULE Counter ------------------------------
(* A spec for the runner's tests: small, and with one action of every kind  *)
(* that TLC reports in its own way.                                         *)
EXTENDS Naturals

CONSTANTS
  Tasks,      \* who counts
  Interrupts, \* may be empty: TLC then leaves the action out of its coverage
  Limit       \* where counting ends

ASSUME LimitIsSmall == Limit < 10
ASSUME Tasks # {}

VARIABLES
  count,      \* a number up to Limit
  last        \* the task that counted last

vars == <<count, last>>

Init == count = 0 /\ last \in Tasks

Up(t) == count < Limit /\ count' = count + 1 /\ last' = t
Reset == count > 0 /\ count' = 0 /\ UNCHANGED last
Overflow == count > Limit /\ count' = 0 /\ UNCHANGED last
Interrupt(i) == count = 0 /\ count' = 1 /\ UNCHANGED last
Rest(n) == n > 0 /\ UNCHANGED vars

Next ==
  \/ \E t \in Tasks : Up(t)
  \/ \E i \in Interrupts : Interrupt(i)
  \/ Reset
  \/ Overflow
  \/ \E n \in {count} : \* not a constant set: TLC does not split it
       Rest(n)
  \/ count = Limit /\ UNCHANGED vars

Spec == Init /\ [][Next]_vars
FairSpec == Spec /\ WF_vars(\E t \in Tasks : Up(t))

WithinLimit == count <= Limit
BelowLimit == count < Limit
EndsAtLimit == <>(count = Limit)
NeverLess == [][count' >= count]_vars
NotANumber == <>(count.field = 1)
============================================================================
