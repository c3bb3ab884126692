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

ReadsHint(s, enough) ==
  /\ At(s, "hint")
  /\ CASE ~marked[Node(s)] -> Goes(s, "mark", Node(s))
       [] marked[Node(s)] /\ enough -> Returns(s)
       [] OTHER -> Goes(s, "parent", Node(s))
  /\ UNCHANGED <<shared, private>>

\* A set() that finds its leaf marked returns: it leaves the rest to whoever marked the leaf.
ReadHintStopsAtTheLeaf(s) == ReadsHint(s, Node(s) # Top)

\* A set() that finds the top marked returns: it leaves the wake-up to whoever marked the top.
ReadHintStopsAtTheTop(s) == ReadsHint(s, Node(s) = Top)

\* A set() that finds its leaf marked does not look at the top, but asks whether the loop sleeps.
ReadHintSkipsTheTop(s) ==
  /\ At(s, "hint")
  /\ IF marked[Node(s)] THEN Goes(s, "asleep", None) ELSE Goes(s, "mark", Node(s))
  /\ UNCHANGED <<shared, private>>

\* The first setter that finds the loop asleep claims the wake-up, by an exchange, so that the loop is unparked only once.
ReadAsleepAndClaim(s) ==
  /\ At(s, "asleep")
  /\ asleep' = FALSE
  /\ IF asleep THEN Goes(s, "unpark", None) ELSE Returns(s)
  /\ UNCHANGED <<raised, leaf, marked, parent, permit, private>>

----------------------------------------------------------------------------
\* A setter does things in another order.

\* The setter goes to the top first, and then to the leaf.
ReadLeafForLater(s) ==
  /\ At(s, "leaf")
  /\ IF leaf[Of(s)] = None THEN Returns(s) ELSE Goes(s, "hint", Top)
  /\ UNCHANGED <<shared, private>>
ReadParentDownwards(s) ==
  /\ At(s, "parent")
  /\ IF Node(s) = Top THEN Goes(s, "hint", Oldest) ELSE Goes(s, "asleep", None)
  /\ UNCHANGED <<shared, private>>

\* The setter wakes the loop first, and then raises the flag.
SetLater(s, f) ==
  /\ at[s] = Idle
  /\ at' = [at EXCEPT ![s] = <<"leaf", <<f, None>>>>]
  /\ UNCHANGED <<shared, stands, kept, private>>
SetterGoesOnToTheWord(s) ==
  \/ ReadHint(s) \/ MarkHint(s) \/ ReadParent(s)
  \/ /\ At(s, "leaf") \/ At(s, "asleep") \/ At(s, "unpark")
     /\ CASE At(s, "leaf") /\ leaf[Of(s)] # None -> Goes(s, "hint", leaf[Of(s)])
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
  \/ ReadHint(s) \/ MarkHint(s) \/ ReadParent(s) \/ ReadAsleep(s) \/ Unpark(s)
  \/ /\ At(s, "raise")
     /\ raised' = [raised EXCEPT ![Of(s)] = TRUE]
     /\ IF Node(s) = None
        THEN at' = [at EXCEPT ![s] = Idle] /\ kept' = kept \cup {Of(s)} /\ UNCHANGED stands
        ELSE at' = [at EXCEPT ![s] = <<"hint", at[s][2]>>] /\ stands' = stands \cup {s} /\ UNCHANGED kept
     /\ UNCHANGED <<leaf, marked, parent, asleep, permit, private>>

\* The setter reads that the leaf is marked, and then raises the flag; so does a processor that may read before it writes.
SetReadsTheHint(s, f) ==
  /\ at[s] = Idle
  /\ IF leaf[f] # None /\ marked[leaf[f]]
     THEN at' = [at EXCEPT ![s] = <<"raise", <<f, leaf[f]>>>>] /\ UNCHANGED <<raised, stands>>
     ELSE /\ raised' = [raised EXCEPT ![f] = TRUE]
          /\ at' = [at EXCEPT ![s] = <<"leaf", <<f, None>>>>]
          /\ stands' = stands \cup {s}
  /\ UNCHANGED <<leaf, marked, parent, asleep, permit, kept, private>>
SetterGoesOnFromTheHint(s) ==
  \/ ReadLeaf(s) \/ ReadHint(s) \/ MarkHint(s) \/ ReadParent(s) \/ ReadAsleep(s) \/ Unpark(s)
  \/ /\ At(s, "raise")
     /\ raised' = [raised EXCEPT ![Of(s)] = TRUE]
     /\ at' = [at EXCEPT ![s] = <<"parent", at[s][2]>>] /\ stands' = stands \cup {s}
     /\ UNCHANGED <<kept, leaf, marked, parent, asleep, permit, private>>

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
RaiseUnderALock(s) ==
  /\ At(s, "mark") /\ loop # "lower"
  /\ marked' = [marked EXCEPT ![Node(s)] = TRUE]
  /\ Goes(s, "parent", Node(s))
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, private>>

\* The setter waits until the node is not marked, so that the mark is its own.
ReadHintWaits(s) ==
  /\ At(s, "hint") /\ ~marked[Node(s)]
  /\ Goes(s, "mark", Node(s))
  /\ UNCHANGED <<shared, private>>

\* The setter reads once more whether its mark is there.
MarkHintReadsAgain(s) ==
  /\ At(s, "mark")
  /\ marked' = [marked EXCEPT ![Node(s)] = TRUE]
  /\ Goes(s, "hint", Node(s))
  /\ UNCHANGED <<raised, leaf, parent, asleep, permit, private>>
==============================================================================
