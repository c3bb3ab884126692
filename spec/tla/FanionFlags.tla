----------------------------- MODULE FanionFlags -----------------------------
(****************************************************************************)
(* A conversation's flags are flags: each step of Fanion is a step of       *)
(* AbstractFlag, or changes nothing there.  The algorithm is an             *)
(* AbstractFlag too, so the algorithm and the conversations have one        *)
(* meaning.                                                                 *)
(* Left out: the wait of an inner task (LimitedWait = "wrapped"), which     *)
(* consumes when it is woken; what happens in the end beyond                *)
(* SetFlagsWakeTheirWaiter.                                                 *)
(* 3,027 states in FanionFlags.cfg.                                         *)
(****************************************************************************)
EXTENDS MCFanion

Abstract == INSTANCE AbstractFlag WITH
  ending <- [f \in Flags |-> IF waiter[f] # None THEN ending[waiter[f]] ELSE {}]

\* FLG-1 to FLG-10, as far as single steps show them, until the run ends and everything is thrown away.
FlagsAreFlags ==
  /\ Abstract!Init
  /\ [][Abstract!Next \/ (running # Over /\ running' = Over /\ Abstract!Close)]_(Abstract!vars)

\* The same, and each operation takes effect in the step that is named for it, and in no other.
FlagOperationsTakeEffectOnce ==
  [][\/ \E t \in Tasks, f \in Flags : (FlagSet(t, f) \/ FlagInterrupt(t, f) \/ FlagFire(f)) /\ Abstract!Set(f)
     \/ \E t \in Tasks, f \in Flags, limited \in BOOLEAN :
          \/ FlagWaitReturns(t, f, limited) /\ Abstract!WaitReturns(t, f)
          \/ FlagWaitBlocks(t, f, limited) /\ Abstract!WaitBlocks(t, f)
     \/ \E t \in Tasks, f \in Flags : (FlagClear(t, f) \/ FlagStorm(t, f)) /\ Abstract!Clear(f)
     \/ \E t, u \in Tasks, f \in Flags : Cancel(t, u) /\ waiter[f] = u /\ Abstract!Cancel(f)
     \/ \E f \in Flags : FlagNotice(f) /\ Abstract!Notice({f})
     \/ \E t \in Tasks, fs \in SUBSET Flags : Yield(t) /\ Abstract!Notice(fs)
     \/ \E t \in Tasks, f \in Flags : Expire(t) /\ waiter[f] = t /\ Abstract!Expire(f)
     \/ \E t \in Tasks, f \in Flags, r \in Results : Resume(t, r) /\ waiter[f] = t /\ Abstract!Leave(f, r)
     \/ (Exit(Main) \/ Report) /\ Abstract!Close
  ]_(Abstract!vars)
==============================================================================
