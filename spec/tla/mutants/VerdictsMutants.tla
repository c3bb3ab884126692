--------------------------- MODULE VerdictsMutants ----------------------------
(****************************************************************************)
(* Operators of Rules with one part left out or altered.  They are made and *)
(* used as those of EventMutants.                                           *)
(* Left out: as in Verdicts.                                                *)
(****************************************************************************)
EXTENDS Verdicts

----------------------------------------------------------------------------
\* The operator: OwedIf(running = None, ready # <<>>, timed = {}, WillFind).

OwedIf(between, somebodyIsReady, mayBeStuck, finds) ==
  /\ between
  /\ \/ somebodyIsReady \/ due # {} \/ \E e \in Events : later[e] # {}
     \/ \E f \in Flags : Unnoticed(f)
     \/ mayBeStuck /\ "deadlock" \in Features /\ OnDeadlock = "reported" /\ Stuck
     \/ finds

Finds == \E t \in Tasks : WillFind(t)

OwedWhileATaskRuns == OwedIf(TRUE, ready # <<>>, TRUE, Finds)
OwedIfNobodyIsStuck == OwedIf(running = None, ready # <<>>, FALSE, Finds)
OwedToTheBlocked == OwedIf(running = None, live # {}, TRUE, Finds)
OwedToNoInnerTask == OwedIf(running = None, ready # <<>>, TRUE, FALSE)

\* The operator, with what it says of a flag.
OwedBy(x, flags) == OwedNow \/ (running = None /\ x \in timed) \/ (running = None /\ x \in flags)

OwedByEveryInterrupt(x) == OwedBy(x, {f \in Flags : armed[f]})
OwedByFlags(x) == OwedBy(x, {f \in Flags : waiter[f] # None})

----------------------------------------------------------------------------
\* Nobody is blamed where nothing can come; or a time-out that nobody asked for.
OfSilenceOfTheReady == IF running = None /\ ready # <<>> THEN OfTurn(FirstReady) ELSE ""
OfSilenceIsTime == IF running = None THEN "CAN-5" ELSE ""
==============================================================================
