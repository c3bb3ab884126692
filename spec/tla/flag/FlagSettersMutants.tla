------------------------- MODULE FlagSettersMutants --------------------------
(****************************************************************************)
(* Mistakes of setters: actions of FlagSetters with one thing altered.  A   *)
(* mutant's run puts it in the place of its action.                         *)
(* Left out: mistakes of the loop and its tasks, see FlagAlgorithmMutants.  *)
(****************************************************************************)
EXTENDS FlagLiveness

----------------------------------------------------------------------------
\* A setter leaves out what seems to have been done.

\* A set() of a flag that is set returns: it leaves the rest to whoever set the flag first.
SetOnlyOnAChange(s, f) ==
  /\ at[s] = Idle
  /\ raised' = [raised EXCEPT ![f] = TRUE]
  /\ IF raised[f]
     THEN kept' = kept \cup {f} /\ UNCHANGED <<at, stands>>
     ELSE at' = [at EXCEPT ![s] = <<"leaf", <<f, None>>>>] /\ stands' = stands \cup {s} /\ UNCHANGED kept
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

RaisesUnless(s, enough) ==
  /\ At(s, "mark")
  /\ marked' = [marked EXCEPT ![Node(s)] = TRUE]
  /\ IF enough THEN Returns(s) ELSE Goes(s, "parent", Node(s))
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, private>>

\* A set() that finds its leaf marked returns: it leaves the rest to whoever marked the leaf.
RaiseLeafOnlyOnAChange(s) == RaisesUnless(s, marked[Node(s)] /\ Node(s) # Top)

\* A set() that finds the top marked returns: it leaves the wake-up to whoever marked the top.
RaiseTopOnlyOnAChange(s) == RaisesUnless(s, marked[Node(s)] /\ Node(s) = Top)

\* The first setter that finds the loop asleep claims the wake-up, by an exchange, so that the loop is unparked only once.
ReadAsleepAndClaim(s) ==
  /\ At(s, "asleep")
  /\ asleep' = FALSE
  /\ IF asleep THEN Goes(s, "unpark", None) ELSE Returns(s)
  /\ UNCHANGED <<raised, leaf, marked, parent, permit, private>>

----------------------------------------------------------------------------
\* A setter does things in another order.

\* The setter marks the top first, and then the leaf.
ReadLeafForLater(s) ==
  /\ At(s, "leaf")
  /\ IF leaf[Of(s)] = None THEN Returns(s) ELSE Goes(s, "mark", Top)
  /\ UNCHANGED <<shared, private>>
RaiseLeafLast(s) ==
  /\ At(s, "mark")
  /\ marked' = [marked EXCEPT ![Node(s)] = TRUE]
  /\ IF Node(s) = Top THEN Goes(s, "mark", Oldest) ELSE Goes(s, "asleep", None)
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, private>>

\* The setter wakes the loop first, and then raises the flag.
SetLater(s, f) ==
  /\ at[s] = Idle
  /\ at' = [at EXCEPT ![s] = <<"leaf", <<f, None>>>>]
  /\ UNCHANGED <<shared, stands, kept, private>>
SetterGoesOnToTheWord(s) ==
  \/ MarkHint(s) \/ ReadParent(s)
  \/ /\ At(s, "leaf") \/ At(s, "asleep") \/ At(s, "unpark")
     /\ CASE At(s, "leaf") /\ leaf[Of(s)] # None -> Goes(s, "mark", leaf[Of(s)])
          [] At(s, "asleep") /\ asleep -> Goes(s, "unpark", None)
          [] OTHER -> Goes(s, "raise", None)
     /\ permit' = (permit \/ At(s, "unpark"))
     /\ UNCHANGED <<raised, leaf, marked, parent, asleep, private>>
  \/ /\ At(s, "raise")
     /\ raised' = [raised EXCEPT ![Of(s)] = TRUE]
     /\ at' = [at EXCEPT ![s] = Idle] /\ kept' = kept \cup {Of(s)}
     /\ UNCHANGED <<stands, leaf, marked, parent, asleep, permit, private>>

\* The setter reads the flag's leaf, and then raises the flag.
SetReadsTheLeaf(s, f) ==
  /\ at[s] = Idle
  /\ at' = [at EXCEPT ![s] = <<"raise", <<f, leaf[f]>>>>]
  /\ UNCHANGED <<shared, stands, kept, private>>
SetterGoesOnFromTheWord(s) ==
  \/ MarkHint(s) \/ ReadParent(s) \/ ReadAsleep(s) \/ Unpark(s)
  \/ /\ At(s, "raise")
     /\ raised' = [raised EXCEPT ![Of(s)] = TRUE]
     /\ IF Node(s) = None
        THEN at' = [at EXCEPT ![s] = Idle] /\ kept' = kept \cup {Of(s)} /\ UNCHANGED stands
        ELSE at' = [at EXCEPT ![s] = <<"mark", at[s][2]>>] /\ stands' = stands \cup {s} /\ UNCHANGED kept
     /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

----------------------------------------------------------------------------
\* A setter does something not at all, or too often.

\* A set() is lost if nobody waits.
SetForAWaiter(s, f) ==
  /\ at[s] = Idle
  /\ raised' = [raised EXCEPT ![f] = @ \/ leaf[f] # None]
  /\ at' = [at EXCEPT ![s] = <<"leaf", <<f, None>>>>]
  /\ stands' = stands \cup {s}
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, kept, private>>

\* The setter does not mark the top.
ReadNoParent(s) ==
  /\ At(s, "parent")
  /\ Goes(s, "asleep", None)
  /\ UNCHANGED <<shared, private>>

\* An unpark that comes before the loop parks is lost.
UnparkOnlyTheParked(s) ==
  /\ At(s, "unpark")
  /\ permit' = (loop = "parked")
  /\ Returns(s)
  /\ UNCHANGED <<raised, leaf, marked, parent, asleep, private>>

\* A setter unparks until the loop is awake.
UnparkAgain(s) ==
  /\ At(s, "unpark")
  /\ permit' = TRUE
  /\ Goes(s, "asleep", None)
  /\ UNCHANGED <<raised, leaf, marked, parent, asleep, private>>

\* The loop and the setters share a lock.
RaiseUnderALock(s) == loop # "lower" /\ RaisesUnless(s, FALSE)
==============================================================================
