----------------------------- MODULE HintOrders ------------------------------
(****************************************************************************)
(* As FlagOrders in two words, with a hint between the flag and the loop:   *)
(* the loop looks at a flag only if its hint is marked, and lowers the hint *)
(* first.  The hint stands for the reference's tree (one leaf), and for any *)
(* queue of flags that were set.  A setter may read the hint first, and     *)
(* leave it if it is marked.  Few assignments are tried, not all.  Only the *)
(* wake-up is watched.                                                      *)
(* Left out: payloads, clear(), waits (the loop consumes what it finds), a  *)
(* tree of more than one node, and load buffering, which would matter here: *)
(* a relaxed write of the hint may come before the flag's, and the machine  *)
(* does not know that.  So no assignment is tried in which it is relaxed.   *)
(****************************************************************************)
EXTENDS C11, FiniteSets

CONSTANTS
  Setters,  \* names of setters
  Tried     \* the assignments that are tried

Loop == "loop"
Flag == "flag"
Hint == "hint"
Sleep == "sleep"

ASSUME ThreadsAndLocations == Threads = Setters \cup {Loop} /\ Locations = {Flag, Hint, Sleep}

\* Sites: raise (the flag, by an exchange), read and mark (the hint; "none": it is marked unread), fences (after marking and
\* announcing), ask, announce, lastLook and lower (at the hint), look (at the flag).  marksBy and lowersBy: store or exchange.
Volatile == [raise |-> "seq_cst", read |-> "seq_cst", mark |-> "seq_cst", marksBy |-> "store", fences |-> FALSE,
             ask |-> "seq_cst", announce |-> "seq_cst", lastLook |-> "seq_cst", lower |-> "seq_cst", lowersBy |-> "store",
             look |-> "seq_cst"]
ByExchange == [raise |-> "relaxed", read |-> "none", mark |-> "release", marksBy |-> "exchange", fences |-> TRUE,
               ask |-> "relaxed", announce |-> "relaxed", lastLook |-> "relaxed", lower |-> "acquire", lowersBy |-> "exchange",
               look |-> "relaxed"]

VARIABLES
  orders,   \* the order of each site
  memory,   \* as in C11
  setter,   \* for each setter where it is: "idle", "raised", "unmarked", "marked", "fenced", "waking", "returned"
  loop,     \* where the loop is: "up", "lowering", "looking", "quiet", "announced", "fenced", "parked"
  permit    \* the loop was woken, or its next attempt to sleep ends at once

vars == <<orders, memory, setter, loop, permit>>

TypeOK ==
  /\ orders \in Tried
  /\ \A t \in Threads, l \in Locations : memory.seen[t][l] \in 1 .. Last(memory, l)
  /\ setter \in [Setters -> {"idle", "raised", "unmarked", "marked", "fenced", "waking", "returned"}]
  /\ loop \in {"up", "lowering", "looking", "quiet", "announced", "fenced", "parked"}
  /\ permit \in BOOLEAN

Init ==
  /\ orders \in Tried
  /\ \E f \in IF orders.mark = "seq_cst" THEN {"none", "before", "after"} ELSE {"none"} :
       memory = Fresh([l \in Locations |-> IF l = Flag THEN {} ELSE FALSE], f)
  /\ setter = [s \in Setters |-> "idle"]
  /\ loop = "up" /\ permit = FALSE

\* The memory becomes m, without what nobody will read again.
Remember(m) ==
  LET users == TLCEval([l \in Locations |->
        IF l = Sleep THEN {s \in Setters : setter'[s] \notin {"waking", "returned"}}
        ELSE {Loop} \cup {s \in Setters : l = Hint /\ setter'[s] \in {"idle", "raised", "unmarked"}}])
      n == TLCEval(Forget(TLCEval(m), users))
  IN
  memory' = IF orders.fences \/ n.fences # "none" THEN n ELSE [n EXCEPT !.heard = n.seen]

Swapped(m, t, l, o, value) == AfterSwap(m, t, l, o, Last(m, l), value)
Signals == Value(memory, Flag, Last(memory, Flag))

----------------------------------------------------------------------------
\* What setters do.

SetterGoes(s, m, to) ==
  /\ setter' = [setter EXCEPT ![s] = to]
  /\ Remember(IF to \in {"waking", "returned"} THEN Ended(m, s) ELSE m)
  /\ UNCHANGED <<orders, loop>>

\* A setter raises the flag.
Raise(s) ==
  /\ setter[s] = "idle"
  /\ SetterGoes(s, Swapped(memory, s, Flag, orders.raise, Signals \cup {s}), "raised")
  /\ UNCHANGED permit

\* The setter reads whether the hint is marked; if it is, the setter leaves it.
ReadHint(s) ==
  /\ setter[s] = "raised"
  /\ orders.read # "none"
  /\ \E i \in Readable(memory, s, Hint, orders.read) :
       SetterGoes(s, AfterRead(memory, s, Hint, orders.read, i), IF Value(memory, Hint, i) THEN "marked" ELSE "unmarked")
  /\ UNCHANGED permit

\* The setter marks the hint, whatever it is by now.
Mark(s) ==
  /\ setter[s] = IF orders.read = "none" THEN "raised" ELSE "unmarked"
  /\ IF orders.marksBy = "exchange"
     THEN SetterGoes(s, Swapped(memory, s, Hint, orders.mark, TRUE), "marked")
     ELSE \E i \in Places(memory, s, Hint, orders.mark) :
            SetterGoes(s, AfterWrite(memory, s, Hint, orders.mark, i, TRUE), "marked")
  /\ UNCHANGED permit

\* The setter's fence.
FenceAfterMark(s) ==
  /\ setter[s] = "marked"
  /\ orders.fences
  /\ SetterGoes(s, AfterFence(memory, s, "seq_cst"), "fenced")
  /\ UNCHANGED permit

\* The setter asks whether the loop sleeps.
Ask(s) ==
  /\ setter[s] = IF orders.fences THEN "fenced" ELSE "marked"
  /\ \E i \in Readable(memory, s, Sleep, orders.ask) :
       SetterGoes(s, AfterRead(memory, s, Sleep, orders.ask, i),
                  IF Value(memory, Sleep, i) THEN "waking" ELSE "returned")
  /\ UNCHANGED permit

\* The setter wakes the loop.
Wake(s) ==
  /\ setter[s] = "waking"
  /\ SetterGoes(s, memory, "returned")
  /\ permit' = TRUE

----------------------------------------------------------------------------
\* What the loop does.

LoopGoes(m, to) ==
  /\ loop' = to
  /\ UNCHANGED <<orders, setter>>
  /\ Remember(m)

Up(m) == AfterWrite(m, Loop, Sleep, "relaxed", Last(m, Sleep) + 1, FALSE)

\* The loop is up and looks whether the hint is marked.
LookAtHint ==
  /\ loop = "up"
  /\ \E i \in Readable(memory, Loop, Hint, "relaxed") :
       LoopGoes(AfterRead(memory, Loop, Hint, "relaxed", i),
                IF Value(memory, Hint, i) THEN "lowering" ELSE "quiet")
  /\ UNCHANGED permit

\* The loop lowers the hint, before it looks at the flag.
Lower ==
  /\ loop = "lowering"
  /\ IF orders.lowersBy = "exchange"
     THEN LoopGoes(Swapped(memory, Loop, Hint, orders.lower, FALSE), "looking")
     ELSE \E i \in Places(memory, Loop, Hint, orders.lower) :
            LoopGoes(AfterWrite(memory, Loop, Hint, orders.lower, i, FALSE), "looking")
  /\ UNCHANGED permit

\* The loop looks at the flag, and consumes the signal that it finds.
LookAtFlag ==
  /\ loop = "looking"
  /\ \E i \in Readable(memory, Loop, Flag, orders.look) :
       LET m == AfterRead(memory, Loop, Flag, orders.look, i) IN
       LoopGoes(IF Value(memory, Flag, i) = {} THEN m ELSE Swapped(m, Loop, Flag, "acquire", {}), "up")
  /\ UNCHANGED permit

\* The loop announces that it sleeps.
Announce ==
  /\ loop = "quiet"
  /\ LoopGoes(AfterWrite(memory, Loop, Sleep, orders.announce, Last(memory, Sleep) + 1, TRUE), "announced")
  /\ UNCHANGED permit

\* The loop's fence.
FenceAfterAnnounce ==
  /\ loop = "announced"
  /\ orders.fences
  /\ LoopGoes(AfterFence(memory, Loop, "seq_cst"), "fenced")
  /\ UNCHANGED permit

\* The loop looks at the hint once more, and sleeps if the hint is not marked.
LastLook ==
  /\ loop = IF orders.fences THEN "fenced" ELSE "announced"
  /\ \E i \in Readable(memory, Loop, Hint, orders.lastLook) :
       LET m == AfterRead(memory, Loop, Hint, orders.lastLook, i) IN
       IF Value(memory, Hint, i) THEN LoopGoes(Up(m), "up") ELSE LoopGoes(m, "parked")
  /\ UNCHANGED permit

\* The loop wakes up.
WakeUp ==
  /\ loop = "parked"
  /\ permit
  /\ permit' = FALSE
  /\ LoopGoes(Up(memory), "up")

Next ==
  \/ \E s \in Setters : Raise(s) \/ ReadHint(s) \/ Mark(s) \/ FenceAfterMark(s) \/ Ask(s) \/ Wake(s)
  \/ LookAtHint \/ Lower \/ LookAtFlag \/ Announce \/ FenceAfterAnnounce \/ LastLook \/ WakeUp

Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
\* FLG-4, LOP-4: the loop does not sleep on, unwoken, with the signal of a setter that has returned.
NoSignalSleeps == ~(loop = "parked" /\ ~permit /\ \E s \in Signals : setter[s] = "returned")

\* What is tried: the manner of Java's volatile, as in the reference and with the hint unread; release sequences with fences.
VolatileOnly == {Volatile}
VolatileUnread == {[Volatile EXCEPT !.read = "none"]}
ByExchangeOnly == {ByExchange}
==============================================================================
