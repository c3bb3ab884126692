------------------------- MODULE FlagSettersMutants -------------------------
(***************************************************************************)
(* Mistakes of setters: actions of FlagSetters with one thing altered, put *)
(* in their place by a config.                                             *)
(* Left out: mistakes of the loop and its tasks, see FlagAlgorithmMutants. *)
(***************************************************************************)
EXTENDS FlagLiveness

----------------------------------------------------------------------------
\* Something is not done because it seems to have been done.

\* A set() of a flag that is set returns: whoever set it first sees to the rest.
SetOnlyOnAChange(s, f) ==
  /\ at[s] = Idle
  /\ word' = [word EXCEPT ![f] = TRUE]
  /\ IF word[f]
     THEN kept' = kept \cup {f} /\ UNCHANGED <<at, stands>>
     ELSE at' = [at EXCEPT ![s] = <<"leaf", <<f, None>>>>] /\ stands' = stands \cup {s} /\ UNCHANGED kept
  /\ UNCHANGED <<leaf, hint, parent, asleep, permit, private>>

RaisesUnless(s, enough) ==
  /\ At(s, "hint")
  /\ hint' = [hint EXCEPT ![Node(s)] = TRUE]
  /\ IF enough THEN Returns(s) ELSE Goes(s, "parent", Node(s))
  /\ UNCHANGED <<word, leaf, parent, asleep, permit, private>>

\* A set() that finds its leaf raised returns: whoever raised it sees to the rest.
RaiseLeafOnlyOnAChange(s) == RaisesUnless(s, hint[Node(s)] /\ Node(s) # Top)

\* A set() that finds the top raised returns: whoever raised it wakes the loop.
RaiseTopOnlyOnAChange(s) == RaisesUnless(s, hint[Node(s)] /\ Node(s) = Top)

\* The first that finds the loop asleep claims to wake it, by an exchange, so that it is unparked only once.
ReadAsleepAndClaim(s) ==
  /\ At(s, "asleep")
  /\ asleep' = FALSE
  /\ IF asleep THEN Goes(s, "unpark", None) ELSE Returns(s)
  /\ UNCHANGED <<word, leaf, hint, parent, permit, private>>

----------------------------------------------------------------------------
\* Something is done in another order.

\* The top is raised first, and then the leaf.
ReadLeafForLater(s) ==
  /\ At(s, "leaf")
  /\ IF leaf[Of(s)] = None THEN Returns(s) ELSE Goes(s, "hint", Top)
  /\ UNCHANGED <<shared, private>>
RaiseLeafLast(s) ==
  /\ At(s, "hint")
  /\ hint' = [hint EXCEPT ![Node(s)] = TRUE]
  /\ IF Node(s) = Top THEN Goes(s, "hint", Oldest) ELSE Goes(s, "asleep", None)
  /\ UNCHANGED <<word, leaf, parent, asleep, permit, private>>

\* The loop is woken first, and then the flag's word is written.
SetLater(s, f) ==
  /\ at[s] = Idle
  /\ at' = [at EXCEPT ![s] = <<"leaf", <<f, None>>>>]
  /\ UNCHANGED <<shared, stands, kept, private>>
SetterGoesOnToTheWord(s) ==
  \/ RaiseHint(s) \/ ReadParent(s)
  \/ /\ At(s, "leaf") \/ At(s, "asleep") \/ At(s, "unpark")
     /\ CASE At(s, "leaf") /\ leaf[Of(s)] # None -> Goes(s, "hint", leaf[Of(s)])
          [] At(s, "asleep") /\ asleep -> Goes(s, "unpark", None)
          [] OTHER -> Goes(s, "word", None)
     /\ permit' = (permit \/ At(s, "unpark"))
     /\ UNCHANGED <<word, leaf, hint, parent, asleep, private>>
  \/ /\ At(s, "word")
     /\ word' = [word EXCEPT ![Of(s)] = TRUE]
     /\ at' = [at EXCEPT ![s] = Idle] /\ kept' = kept \cup {Of(s)}
     /\ UNCHANGED <<stands, leaf, hint, parent, asleep, permit, private>>

\* The setter reads the flag's leaf, and then writes the word.
SetReadsTheLeaf(s, f) ==
  /\ at[s] = Idle
  /\ at' = [at EXCEPT ![s] = <<"word", <<f, leaf[f]>>>>]
  /\ UNCHANGED <<shared, stands, kept, private>>
SetterGoesOnFromTheWord(s) ==
  \/ RaiseHint(s) \/ ReadParent(s) \/ ReadAsleep(s) \/ Unpark(s)
  \/ /\ At(s, "word")
     /\ word' = [word EXCEPT ![Of(s)] = TRUE]
     /\ IF Node(s) = None
        THEN at' = [at EXCEPT ![s] = Idle] /\ kept' = kept \cup {Of(s)} /\ UNCHANGED stands
        ELSE at' = [at EXCEPT ![s] = <<"hint", at[s][2]>>] /\ stands' = stands \cup {s} /\ UNCHANGED kept
     /\ UNCHANGED <<leaf, hint, parent, asleep, permit, private>>

----------------------------------------------------------------------------
\* Something is not done, or too often.

\* A set() is lost if nobody waits.
SetForAWaiter(s, f) ==
  /\ at[s] = Idle
  /\ word' = [word EXCEPT ![f] = @ \/ leaf[f] # None]
  /\ at' = [at EXCEPT ![s] = <<"leaf", <<f, None>>>>]
  /\ stands' = stands \cup {s}
  /\ UNCHANGED <<leaf, hint, parent, asleep, permit, kept, private>>

\* The top is not raised.
ReadNoParent(s) ==
  /\ At(s, "parent")
  /\ Goes(s, "asleep", None)
  /\ UNCHANGED <<shared, private>>

\* An unpark that comes before the loop parks is lost.
UnparkOnlyTheParked(s) ==
  /\ At(s, "unpark")
  /\ permit' = (loop = "parked")
  /\ Returns(s)
  /\ UNCHANGED <<word, leaf, hint, parent, asleep, private>>

\* A setter unparks until the loop is awake.
UnparkAgain(s) ==
  /\ At(s, "unpark")
  /\ permit' = TRUE
  /\ Goes(s, "asleep", None)
  /\ UNCHANGED <<word, leaf, hint, parent, asleep, private>>

\* The loop and the setters share a lock.
RaiseUnderALock(s) == loop # "lower" /\ RaisesUnless(s, FALSE)
=============================================================================
