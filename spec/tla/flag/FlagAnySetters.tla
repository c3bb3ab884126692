--------------------------- MODULE FlagAnySetters ----------------------------
(****************************************************************************)
(* The algorithm with any number of setters: one that goes step by step,    *)
(* and instead of all others an environment that remembers nothing. At any  *)
(* moment it may raise any flag, mark any node, or unpark the loop. That a  *)
(* setter does no more than this is a claim of its own here.                *)
(* docs/any-number-of-setters.md says why what holds here holds of every    *)
(* number of setters, and what it does not cover.                           *)
(* Left out: as in FlagAlgorithm.                                           *)
(* 9,224 states in FlagAnySetters.cfg.                                      *)
(****************************************************************************)
EXTENDS FlagLiveness

\* What one access of a setter may do to what is shared.
Raises(f) == raised' = [raised EXCEPT ![f] = TRUE] /\ UNCHANGED <<leaf, marked, parent, asleep, permit>>
Marks(n) == marked' = [marked EXCEPT ![n] = TRUE] /\ UNCHANGED <<raised, leaf, parent, asleep, permit>>
GivesAPermit == permit' = TRUE /\ UNCHANGED <<raised, leaf, marked, parent, asleep>>

\* The other setters.  How many there are, and where in their set() they are, is not remembered.
OthersRaise(f) == Raises(f) /\ UNCHANGED <<setters, private>>
OthersMark(n) == Marks(n) /\ UNCHANGED <<setters, private>>
OthersUnpark == GivesAPermit /\ UNCHANGED <<setters, private>>

NextAmongOthers ==
  \/ Next
  \/ \E f \in Flags : OthersRaise(f)
  \/ \E n \in Nodes : OthersMark(n)
  \/ OthersUnpark

SafetyAmongOthers == Init /\ [][NextAmongOthers]_vars

\* Nobody may count on the others: no fairness is asked of them.
SpecAmongOthers == SafetyAmongOthers /\ LoopRuns /\ TurnsEnd
SpecOfOneAmongOthers == SpecAmongOthers /\ SetsEnd(First)

----------------------------------------------------------------------------
\* FLG-2: the others stand for every setter: a setter's step does to what is shared nothing, or what the others may do at any
\* moment, and it does nothing to what belongs to the loop and its tasks.
OthersStandForSetters ==
  [][at' # at =>
       /\ UNCHANGED shared \/ (\E f \in Flags : Raises(f)) \/ (\E n \in Nodes : Marks(n)) \/ GivesAPermit
       /\ UNCHANGED private]_vars

\* FLG-6: OnlySetsGive, where the others' sets give too.
OnlySetsOfAnyGive == [][\A f \in Flags : ~Credit(f) /\ Credit(f)' => OthersRaise(f) \/ \E s \in Setters : Set(s, f)]_vars

\* OperationsTakeEffectOnce, where the others' sets take effect too.
OperationsAmongOthersTakeEffectOnce ==
  [][TakesEffect \/ \E f \in Flags : OthersRaise(f) /\ Abstract!Set(f)]_(Abstract!vars)
==============================================================================
