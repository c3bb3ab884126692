----------------------------- MODULE FlagOrders ------------------------------
(****************************************************************************)
(* The accesses of which a set() and a sleeping loop consist, on C11, under *)
(* all assignments of orders to them: the assignment is part of the initial *)
(* state.                                                                   *)
(*                                                                          *)
(* A setter writes its payload and raises the flag; then it asks whether    *)
(* the loop sleeps, and if so wakes it.  The loop announces that it sleeps, *)
(* looks once more, and sleeps.  Awake, the loop looks; if the flag is      *)
(* raised, a clear() may come, and then the wait returns, consuming.        *)
(* Two designs: "two" words, one for the flag and one that says whether the *)
(* loop sleeps; or "one" word with a bit for each, changed by               *)
(* read-modify-write.                                                       *)
(* Setters may stop for ever anywhere.  Being woken orders no accesses.     *)
(*                                                                          *)
(* Left out: the hints (HintOrders); how a wait registers (RegisterOrders); *)
(* several flags, waits that begin anew with another task, what C11 leaves  *)
(* out.  Load buffering changes nothing here: a setter writes nothing after *)
(* a read.  Writes to the flag go to the end of its messages:               *)
(* read-modify-writes cannot go elsewhere, and with two setters every       *)
(* assignment with a plain store fails anyhow.                              *)
(****************************************************************************)
EXTENDS FlagMemory

\* What the module's own config tries.
WithFences == {a \in Weakest("two") : a.setFence = "fence seq_cst" /\ a.ownFence = "fence seq_cst"}

VARIABLES
  setter,   \* for each setter where it is: "idle", "raised", "fenced", "waking", "returned"
  loop,     \* where the loop is: "up", "quiet", "announced", "fenced", "parked", "woken", "cleared", "over"
  permit,   \* the loop was woken, or its next attempt to sleep ends at once
  taken,    \* setters whose signals clear() took from the wait that is about to return
  missed    \* setters whose payload a wait did not see though it returned with their signal

vars == <<memoryVars, setter, loop, permit, taken, missed>>

TypeOK ==
  /\ MemoryTypeOK
  /\ setter \in [Setters -> {"idle", "raised", "fenced", "waking", "returned"}]
  /\ loop \in {"up", "quiet", "announced", "fenced", "parked", "woken", "cleared", "over"}
  /\ permit \in BOOLEAN
  /\ taken \subseteq Setters
  /\ missed \subseteq Setters

Init ==
  /\ MemoryInit
  /\ setter = [s \in Setters |-> "idle"]
  /\ loop = "up"
  /\ permit = FALSE
  /\ taken = {}
  /\ missed = {}

Remember(m) == Becomes(m, {s \in Setters : setter'[s] \in {"idle", "raised", "fenced"}})

----------------------------------------------------------------------------
\* What setters do.

SetterGoes(s, m, to) ==
  /\ loop # "over"
  /\ setter' = [setter EXCEPT ![s] = to]
  /\ Remember(IF to \in {"waking", "returned"} THEN Ended(m, s) ELSE m)
  /\ UNCHANGED <<loop, taken, missed>>

\* A setter writes its payload and raises the flag.  In one word this also tells it whether the loop sleeps.
Raise(s) ==
  LET paid == AfterWrite(memory, s, s, "relaxed", 2, TRUE)
      old == Latest(memory, Flag)
      word == Word(old.by \cup {s}, old.asleep /\ ~IsStore[orders.raise])
      to == CASE Design = "two" -> "raised"
              [] Design = "one" /\ word.asleep -> "waking"
              [] OTHER -> "returned"
  IN
  /\ setter[s] = "idle"
  /\ SetterGoes(s, Written(paid, s, Flag, orders.raise, word), to)
  /\ UNCHANGED permit

\* The setter's fence.
FenceAfterRaise(s) ==
  /\ setter[s] = "raised"
  /\ orders.setFence # "none"
  /\ SetterGoes(s, AfterFence(memory, s, OrderOf[orders.setFence]), "fenced")
  /\ UNCHANGED permit

\* The setter asks whether the loop sleeps.
Ask(s) ==
  /\ Design = "two"
  /\ setter[s] = IF orders.setFence = "none" THEN "raised" ELSE "fenced"
  /\ \E r \in ReadIn(memory, s, Sleep, orders.ask) : SetterGoes(s, r[2], IF r[1] THEN "waking" ELSE "returned")
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
  /\ UNCHANGED setter
  /\ Remember(m)

\* The loop is up again and says so; the order does not matter.
Up(m) == IF Design = "two" THEN AfterWrite(m, Loop, Sleep, "relaxed", Last(m, Sleep) + 1, FALSE) ELSE m

\* The loop is up and looks at the flag; if the flag is raised, it wakes the waiter.
Look ==
  /\ loop = "up"
  /\ \E r \in ReadIn(memory, Loop, Flag, orders.look) : LoopGoes(r[2], IF Raised(r[1]) THEN "woken" ELSE "quiet")
  /\ UNCHANGED <<permit, taken, missed>>

\* The loop announces that it sleeps.  In one word this is also its last look.
Announce ==
  LET old == Latest(memory, Flag) IN
  /\ loop = "quiet"
  /\ IF Design = "two"
     THEN LoopGoes(Written(memory, Loop, Sleep, orders.announce, TRUE), "announced")
     ELSE LoopGoes(Written(memory, Loop, Flag, orders.announce, Word(old.by, TRUE)),
                   IF Raised(old) THEN "up" ELSE "parked")
  /\ UNCHANGED <<permit, taken, missed>>

\* The loop's fence.
FenceAfterAnnounce ==
  /\ loop = "announced"
  /\ orders.ownFence # "none"
  /\ LoopGoes(AfterFence(memory, Loop, OrderOf[orders.ownFence]), "fenced")
  /\ UNCHANGED <<permit, taken, missed>>

\* The loop looks once more, and sleeps if the flag is not raised.
LastLook ==
  /\ loop = IF orders.ownFence = "none" THEN "announced" ELSE "fenced"
  /\ \E r \in ReadIn(memory, Loop, Flag, orders.lastLook) :
       IF Raised(r[1]) THEN LoopGoes(Up(r[2]), "up") ELSE LoopGoes(r[2], "parked")
  /\ UNCHANGED <<permit, taken, missed>>

\* The loop wakes up.
WakeUp ==
  /\ loop = "parked"
  /\ permit
  /\ permit' = FALSE
  /\ LoopGoes(Up(memory), "up")
  /\ UNCHANGED <<taken, missed>>

\* Another task clears the flag, after the waiter was woken and before it runs.
Clear ==
  /\ loop = "woken"
  /\ LoopGoes(Written(memory, Loop, Flag, orders.clear, Word({}, FALSE)), "cleared")
  /\ taken' = Latest(memory, Flag).by
  /\ UNCHANGED <<permit, missed>>

\* The wait returns and consumes the signal.
Consume ==
  LET m == Written(memory, Loop, Flag, orders.consume, Word({}, FALSE))
      gone == taken \cup Latest(memory, Flag).by
  IN
  /\ loop \in {"woken", "cleared"}
  /\ LoopGoes(m, IF "idle" \in {setter[s] : s \in Setters} THEN "up" ELSE "over")
  /\ missed' = {s \in gone : m.seen[Loop][s] < Last(m, s)}
  /\ taken' = {}
  /\ UNCHANGED permit

Next ==
  \/ \E s \in Setters : Raise(s) \/ FenceAfterRaise(s) \/ Ask(s) \/ Wake(s)
  \/ Look \/ Announce \/ FenceAfterAnnounce \/ LastLook \/ WakeUp \/ Clear \/ Consume

Spec == Init /\ [][Next]_vars

----------------------------------------------------------------------------
\* Claims.

\* FLG-4, LOP-4: the loop does not sleep on, unwoken, with the signal of a setter that has returned.
NoLostWakeup == ~(loop = "parked" /\ ~permit /\ \E s \in Latest(memory, Flag).by : setter[s] = "returned")

\* FLG-11: a wait that returns has seen the payload of every setter whose signal it takes.
EveryPayloadIsSeen == missed = {}
==============================================================================
