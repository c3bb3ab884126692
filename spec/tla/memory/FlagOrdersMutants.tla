-------------------------- MODULE FlagOrdersMutants --------------------------
(****************************************************************************)
(* Wrong designs of the flag, each one edit of FlagOrders, and assignments  *)
(* one step weaker than the weakest.  A wrong design is tried with the      *)
(* strongest orders, unless it fails by weak orders only.                   *)
(* Left out: mistakes in hints (HintOrdersMutants).                         *)
(****************************************************************************)
EXTENDS FlagOrders

Strong == {Strongest(Design)}

\* Accesses in the manner of Java's volatile and getAndSet where that matters, and the weakest of their kind elsewhere.
Volatile == [raise |-> "exchange seq_cst", setFence |-> "none", ask |-> "read seq_cst", announce |-> "store seq_cst",
             ownFence |-> "none", lastLook |-> "read seq_cst", look |-> "read relaxed", clear |-> "exchange relaxed",
             consume |-> "exchange acquire"]
Fences == [Volatile EXCEPT !.raise = "exchange release", !.setFence = "fence seq_cst", !.ask = "read relaxed",
             !.announce = "store relaxed", !.ownFence = "fence seq_cst", !.lastLook = "read relaxed"]
Swaps == [Volatile EXCEPT !.raise = "exchange acq_rel", !.ask = "read relaxed", !.announce = "store relaxed",
             !.lastLook = "exchange release"]
Bits == CHOOSE a \in Weakest("one") : TRUE

WeakRaise == {[Volatile EXCEPT !.raise = "exchange acq_rel"]}
WeakAsk == {[Volatile EXCEPT !.ask = "read acquire"]}
WeakAnnounce == {[Volatile EXCEPT !.announce = "store release"]}
WeakLastLook == {[Volatile EXCEPT !.lastLook = "read acquire"]}
PlainClear == {[Volatile EXCEPT !.clear = "store seq_cst"]}
WeakConsume == {[Volatile EXCEPT !.consume = "exchange release"]}
NoFenceAfterRaise == {[Fences EXCEPT !.setFence = "none"]}
NoFenceAfterAnnounce == {[Fences EXCEPT !.ownFence = "none"]}
RaiseByStore == {[Volatile EXCEPT !.raise = "store seq_cst"]}
RaiseByReleaseStore == {[Fences EXCEPT !.raise = "store release"]}
RelaxedRaise == {[Fences EXCEPT !.raise = "exchange relaxed"]}
SwapsRaiseUnacquiring == {[Swaps EXCEPT !.raise = "exchange release"]}
SwapsLastLookUnreleasing == {[Swaps EXCEPT !.lastLook = "exchange relaxed"]}
BitsRelaxedRaise == {[Bits EXCEPT !.raise = "exchange relaxed"]}
BitsRaiseByStore == {[Bits EXCEPT !.raise = "store release"]}
BitsPlainClear == {[Bits EXCEPT !.clear = "store relaxed"]}
BitsRelaxedConsume == {[Bits EXCEPT !.consume = "exchange relaxed"]}

\* One setter, and a clear() that is a plain write: then the look has to acquire.
RelaxedLookPlainClear == {[Fences EXCEPT !.clear = "store seq_cst"]}
AcquiringLookPlainClear == {[Fences EXCEPT !.clear = "store seq_cst", !.look = "read acquire"]}
RelaxedLook == {Volatile}

----------------------------------------------------------------------------
\* Wrong designs.

\* The wait returns: it reads the flag, and then lowers the flag by a plain write.
ConsumeByReadThenWrite ==
  \/ /\ loop \in {"woken", "cleared"}
     /\ LoopGoes(AfterRead(memory, Loop, Flag, OrderOf[orders.consume], Last(memory, Flag)), "consuming")
     /\ UNCHANGED <<permit, taken, missed>>
  \/ /\ loop = "consuming"
     /\ LET m == AfterWrite(memory, Loop, Flag, OrderOf[orders.consume], Last(memory, Flag) + 1, Word({}, FALSE)) IN
        /\ LoopGoes(m, "up")
        /\ missed' = {s \in taken \cup Latest(memory, Flag).by : m.seen[Loop][s] < Last(m, s)}
     /\ taken' = {}
     /\ UNCHANGED permit

\* A setter writes its payload, and raises the flag only if the flag is clear; otherwise its signal joins the other setter's.
RaiseOnlyWhenClear(s) ==
  LET paid == AfterWrite(memory, s, s, "relaxed", 2, TRUE)
      n == Last(memory, Flag)
      m == TLCEval(AfterRead(paid, s, Flag, "seq_cst", n))
      joined == [m EXCEPT !.messages[Flag] = [@ EXCEPT ![n].value = Word(@.by \cup {s}, FALSE)]]
  IN
  /\ setter[s] = "idle"
  /\ SetterGoes(s, IF Raised(Latest(memory, Flag)) THEN joined
                   ELSE Written(paid, s, Flag, orders.raise, Word({s}, FALSE)), "raised")
  /\ UNCHANGED permit

\* A setter that finds the flag set leaves the wake-up to the other setter.
RaiseSkipsTheWake(s) ==
  LET paid == AfterWrite(memory, s, s, "relaxed", 2, TRUE)
      old == Latest(memory, Flag)
  IN
  /\ setter[s] = "idle"
  /\ SetterGoes(s, Written(paid, s, Flag, orders.raise, Word(old.by \cup {s}, FALSE)),
                IF Raised(old) THEN "returned" ELSE "raised")
  /\ UNCHANGED permit

\* A setter takes the announcement away, so no other setter wakes the loop.
AskClaimsTheWake(s) ==
  LET n == Last(memory, Sleep) IN
  /\ setter[s] = IF orders.setFence = "none" THEN "raised" ELSE "fenced"
  /\ SetterGoes(s, AfterSwap(memory, s, Sleep, "seq_cst", n, FALSE),
                IF Value(memory, Sleep, n) THEN "waking" ELSE "returned")
  /\ UNCHANGED permit

\* The loop announces that it sleeps after its last look, and sleeps.
AnnounceAfterTheLook ==
  /\ loop = "quiet"
  /\ LoopGoes(Written(memory, Loop, Sleep, orders.announce, TRUE), "parked")
  /\ UNCHANGED <<permit, taken, missed>>

\* The wait returns, consuming by a compare-and-exchange, which is a relaxed read if it finds the flag clear.
ConsumeByCompareExchange ==
  LET found == Latest(memory, Flag)
      m == IF Raised(found) THEN Written(memory, Loop, Flag, orders.consume, Word({}, FALSE))
           ELSE AfterRead(memory, Loop, Flag, "relaxed", Last(memory, Flag))
  IN
  /\ loop \in {"woken", "cleared"}
  /\ LoopGoes(m, IF "idle" \in {setter[s] : s \in Setters} THEN "up" ELSE "over")
  /\ missed' = {s \in taken \cup found.by : m.seen[Loop][s] < Last(m, s)}
  /\ taken' = {}
  /\ UNCHANGED permit
==============================================================================
