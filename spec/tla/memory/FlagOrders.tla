----------------------------- MODULE FlagOrders -----------------------------
(***************************************************************************)
(* The accesses of which a set() and a sleeping loop consist, on C11, under *)
(* all assignments of orders to them: the assignment is part of the initial *)
(* state.                                                                   *)
(*                                                                         *)
(* A setter writes its payload and raises the flag; then it asks whether    *)
(* the loop sleeps, and if so wakes it.  The loop announces that it sleeps, *)
(* looks once more, and sleeps; awake, it looks, and if the flag is raised, *)
(* the wait may be interrupted by a clear() and then returns, consuming.    *)
(* Two designs: "two" words, one raised and one that says whether the loop  *)
(* sleeps; or "one" word with a bit for each, changed by read-modify-write. *)
(* Setters may stop for ever anywhere.  Being woken orders no accesses.     *)
(*                                                                         *)
(* Left out: the hints (HintOrders), several flags, waits that begin anew   *)
(* with another task, what C11 leaves out.  Load buffering changes nothing  *)
(* here: a setter writes nothing after a read.  Writes to the flag go to    *)
(* the end of its messages: read-modify-writes can not go elsewhere, and    *)
(* with two setters every assignment with a plain store fails anyhow.       *)
(***************************************************************************)
EXTENDS C11, OrderSites

CONSTANTS
  Setters,  \* names of setters
  Design,   \* "one" or "two": words
  Tried     \* the assignments that are tried

Loop == "loop"
Flag == "flag"
Sleep == "sleep"

ASSUME ThreadsAndLocations == Threads = Setters \cup {Loop} /\ Locations = Setters \cup {Flag, Sleep}

----------------------------------------------------------------------------

\* What the module's own config tries.
WithFences == {a \in Weakest("two") : a.setFence = "fence seq_cst" /\ a.ownFence = "fence seq_cst"}

VARIABLES
  orders,   \* the way of each site
  messages, \* the memory, as in C11
  seen,     \* as in C11
  heard,    \* as in C11
  fenced,   \* as in C11
  agreed,   \* as in C11
  fences,   \* as in C11: how seq_cst accesses are done
  setter,   \* for each setter where it is: "idle", "raised", "fenced", "waking", "returned"
  loop,     \* where the loop is: "up", "quiet", "announced", "fenced", "parked", "woken", "cleared", "over"
  permit,   \* the loop was woken, or will not sleep when it next wants to
  taken,    \* setters whose signals clear() took back from the wait that is about to return
  missed    \* setters whose payload was not to be seen when a wait returned that took their signal

memoryVars == <<messages, seen, heard, fenced, agreed>>
vars == <<orders, fences, memoryVars, setter, loop, permit, taken, missed>>

memory == [messages |-> messages, seen |-> seen, heard |-> heard, fenced |-> fenced, agreed |-> agreed,
           fences |-> fences]

\* What the flag's word holds: the setters whose signal is in it, and in design "one" whether the loop sleeps.
Word(by, asleep) == [by |-> by, asleep |-> asleep]
Raised(word) == word.by # {}

\* The memory becomes m, without what nobody will ask for again.
Remember(m) ==
  LET users == TLCEval([l \in Locations |-> IF l = Sleep THEN {s \in Setters : setter'[s] \in {"idle", "raised", "fenced"}} ELSE {Loop}])
      n == TLCEval(Forget(TLCEval(m), users))
  IN
  /\ messages' = n.messages
  /\ seen' = n.seen
  /\ heard' = [t \in Threads |-> IF orders.setFence = "none" /\ orders.ownFence = "none" /\ fences = "none" THEN n.seen[t] ELSE n.heard[t]]
  /\ fenced' = n.fenced
  /\ agreed' = n.agreed

TypeOK ==
  /\ orders \in Tried
  /\ \A l \in Locations : \A i \in DOMAIN messages[l] : messages[l][i].rmw \in BOOLEAN
  /\ \A t \in Threads, l \in Locations : seen[t][l] \in 1 .. Last(memory, l)
  /\ setter \in [Setters -> {"idle", "raised", "fenced", "waking", "returned"}]
  /\ loop \in {"up", "quiet", "announced", "fenced", "parked", "woken", "cleared", "over"}
  /\ permit \in BOOLEAN
  /\ taken \subseteq Setters
  /\ missed \subseteq Setters

Init ==
  /\ orders \in Tried
  /\ fences \in IF HasSeqCstAccess(orders) THEN {"none", "before", "after"} ELSE {"none"}
  /\ LET m == Fresh([l \in Locations |-> IF l = Flag THEN Word({}, FALSE) ELSE FALSE], fences) IN
     messages = m.messages /\ seen = m.seen /\ heard = m.heard /\ fenced = m.fenced /\ agreed = m.agreed
  /\ setter = [s \in Setters |-> "idle"]
  /\ loop = "up"
  /\ permit = FALSE
  /\ taken = {}
  /\ missed = {}

Latest(m, l) == Value(m, l, Last(m, l))

\* t writes value to l, in this way.
Written(m, t, l, way, value) ==
  IF IsStore[way] THEN AfterWrite(m, t, l, OrderOf[way], Last(m, l) + 1, value)
  ELSE AfterSwap(m, t, l, OrderOf[way], Last(m, l), value)

----------------------------------------------------------------------------
\* What setters do.

SetterGoes(s, m, to) ==
  /\ loop # "over"
  /\ setter' = [setter EXCEPT ![s] = to]
  /\ Remember(IF to \in {"waking", "returned"} THEN Ended(m, s) ELSE m)
  /\ UNCHANGED <<orders, fences, loop, taken, missed>>

\* A setter writes its payload and raises the flag.  In one word it learns by that whether the loop sleeps.
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

\* Its fence.
FenceAfterRaise(s) ==
  /\ setter[s] = "raised"
  /\ orders.setFence # "none"
  /\ SetterGoes(s, AfterFence(memory, s, OrderOf[orders.setFence]), "fenced")
  /\ UNCHANGED permit

\* It asks whether the loop sleeps.
Ask(s) ==
  /\ Design = "two"
  /\ setter[s] = IF orders.setFence = "none" THEN "raised" ELSE "fenced"
  /\ \E i \in Readable(memory, s, Sleep, OrderOf[orders.ask]) :
       SetterGoes(s, AfterRead(memory, s, Sleep, OrderOf[orders.ask], i), IF Value(memory, Sleep, i) THEN "waking" ELSE "returned")
  /\ UNCHANGED permit

\* It wakes the loop.
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
  /\ UNCHANGED <<orders, fences>>

\* The loop is up again: it says so, without haste.
Up(m) == IF Design = "two" THEN AfterWrite(m, Loop, Sleep, "relaxed", Last(m, Sleep) + 1, FALSE) ELSE m

\* Up, the loop looks at the flag; if it is raised the wait's task is woken.
Look ==
  /\ loop = "up"
  /\ \E i \in Readable(memory, Loop, Flag, OrderOf[orders.look]) :
       LoopGoes(AfterRead(memory, Loop, Flag, OrderOf[orders.look], i), IF Raised(Value(memory, Flag, i)) THEN "woken" ELSE "quiet")
  /\ UNCHANGED <<permit, taken, missed>>

\* It announces that it sleeps.  In one word it looks once more by that.
Announce ==
  LET old == Latest(memory, Flag) IN
  /\ loop = "quiet"
  /\ IF Design = "two"
     THEN LoopGoes(Written(memory, Loop, Sleep, orders.announce, TRUE), "announced")
     ELSE LoopGoes(Written(memory, Loop, Flag, orders.announce, Word(old.by, TRUE)), IF Raised(old) THEN "up" ELSE "parked")
  /\ UNCHANGED <<permit, taken, missed>>

\* Its fence.
FenceAfterAnnounce ==
  /\ loop = "announced"
  /\ orders.ownFence # "none"
  /\ LoopGoes(AfterFence(memory, Loop, OrderOf[orders.ownFence]), "fenced")
  /\ UNCHANGED <<permit, taken, missed>>

\* It looks once more, and sleeps if the flag is not raised.
LastLook ==
  /\ loop = IF orders.ownFence = "none" THEN "announced" ELSE "fenced"
  /\ \E i \in IF IsExchange[orders.lastLook] THEN {Last(memory, Flag)}
               ELSE Readable(memory, Loop, Flag, OrderOf[orders.lastLook]) :
       LET m == IF IsExchange[orders.lastLook]
                THEN Written(memory, Loop, Flag, orders.lastLook, Latest(memory, Flag))
                ELSE AfterRead(memory, Loop, Flag, OrderOf[orders.lastLook], i)
       IN
       IF Raised(Value(memory, Flag, i)) THEN LoopGoes(Up(m), "up") ELSE LoopGoes(m, "parked")
  /\ UNCHANGED <<permit, taken, missed>>

\* It wakes up.
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

\* FLG-4, LOP-4: the loop does not sleep, unwoken, on the signal of a setter that has returned.
NoLostWakeup == ~(loop = "parked" /\ ~permit /\ \E s \in Latest(memory, Flag).by : setter[s] = "returned")

\* FLG-11: a wait that returns sees the payload of every setter whose signal it takes.
EveryPayloadIsSeen == missed = {}
=============================================================================
