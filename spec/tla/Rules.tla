-------------------------------- MODULE Rules --------------------------------
(****************************************************************************)
(* Which rules a step exercises, for the verdicts of the conformance suite. *)
(* Each action A of Requests and Replies has an operator ARules with A's    *)
(* parameters and one more, last: how the running task's operation before   *)
(* this one ended.  The suite evaluates ARules in the state before the      *)
(* step.                                                                    *)
(* Unexpected names the rules that are broken by a reply that no action     *)
(* explains.                                                                *)
(* Left out: rules that no conversation can show.                           *)
(****************************************************************************)
EXTENDS Fanion

If(condition, rules) == IF condition THEN rules ELSE {}

IsWoken(t) == "woken" \in ending[t]

SpawnRules(t, u, last) == {"LOP-1"}
YieldRules(t, last) ==
  {"LOP-2"} \cup If(\E f \in Flags : Unnoticed(f), {"LOP-3"})
SleepRules(t, last) == {"LOP-2"}
HogRules(t, last) == If(timed # {}, {"CAN-5"})
CancelRules(t, u, last) ==
  CASE Blocked(u) -> {"CAN-1"}
    [] IsWoken(u) -> {"CAN-2"}
    [] OTHER -> {"CAN-3"}
ExitRules(t, last) == IF t = Main THEN {"LOP-5"} ELSE {"LOP-1"}

EventSetRules(t, e, last) ==
  If(queue[e] # <<>>, {"EVT-2", "EVT-14"})
    \cup If(Len(queue[e]) > 1, {"EVT-12"})
    \cup If(queue[e] = <<>> \/ set[e], {"EVT-4"})
    \cup If(\E u \in Tasks : "started" \in ending[u], {"EVT-9"})
EventClearRules(t, e, last) == {"EVT-5"}
EventIsSetRules(t, e, v, last) ==
  {"EVT-11"} \cup IF set[e] THEN {"EVT-3", "EVT-4"} ELSE {"EVT-1", "EVT-5"}
EventWaitReturnsRules(t, e, limited, last) ==
  {"EVT-6", "EVT-3", "EVT-4"} \cup If(limited, {"CAN-6"})
EventWaitYieldsRules(t, e, limited, last) ==
  {"EVT-3", "EVT-4"} \cup If(limited, {"CAN-6"}) \cup If(WaitOnSet = "behind", {"EVT-6"})
EventWaitBlocksRules(t, e, limited, last) ==
  {"EVT-7", "EVT-1", "EVT-5"}
    \cup If(last = "woken", {"EVT-10"})
    \cup If(last = "cancelled", {"CAN-4"})
    \cup If(last = "started", {"EVT-9"})
    \cup If(limited, {"CAN-5"})
EventWaitStartsRules(t, e, last) == {"EVT-7", "CAN-5"}
EventUnsafeSetRules(t, e, last) == {"CTX-1"}

FlagSetRules(t, f, last) ==
  CASE raised[f] \/ f \in handed -> {"FLG-5"}
    [] ~raised[f] /\ f \notin handed /\ waiter[f] = None -> {"FLG-7"}
    [] OTHER -> {"FLG-4"}
FlagInterruptRules(t, f, last) == FlagSetRules(t, f, last) \cup {"FLG-2"}
FlagArmRules(t, f, last) == {"FLG-2", "LOP-4"}
FlagClearRules(t, f, last) == {"FLG-8"}
FlagWaitReturnsRules(t, f, limited, last) == {"FLG-3", "FLG-7"} \cup If(limited, {"CAN-6"})
FlagWaitYieldsRules(t, f, limited, last) == {"FLG-7"} \cup If(limited, {"CAN-6"})
FlagWaitBlocksRules(t, f, limited, last) ==
  {"FLG-4", "FLG-1", "FLG-6", "FLG-8"}
    \cup If(last = "woken", {"FLG-5", "FLG-10"})
    \cup If(last = "cancelled", {"CAN-4", "FLG-10"})
    \cup If(last = "timeout", {"FLG-10"})
    \cup If(limited, {"CAN-5"})
FlagWaitRefusedRules(t, f, limited, last) == {"FLG-9"}
FlagWaitStartsRules(t, f, last) == {"FLG-4", "CAN-5"}
FlagStormRules(t, f, last) == {"FLG-2", "FLG-4", "FLG-6", "FLG-11", "LOP-4"}

ResumeRules(t, r, last) ==
  CASE r = "started" -> {"LOP-1"}
    [] r = "ok" -> {"LOP-2"}
    [] r = "timeout" -> {"CAN-5"}
    [] r = "cancelled" -> IF OnFlag(t) THEN {"CAN-1", "CAN-2", "FLG-10"} ELSE {"CAN-1", "CAN-2"}
    [] r = "woken" /\ OnFlag(t) ->
         {"FLG-4", "FLG-5"}
           \cup If(\E f \in Flags : waiter[f] = t /\ ~raised[f] /\ f \notin handed, {"FLG-8"})
           \cup (IF ready = <<t>> THEN {"LOP-4"} ELSE {"LOP-3"})
    [] OTHER -> {"EVT-2"} \cup If(\E e \in Events : ~set[e], {"EVT-8"})
ReportRules(last) == {"LOP-6"}

\* Task t, or its inner task, waits on a flag.
ForFlag(t) == OnFlag(t) \/ starting[t] \in Flags

\* A reply of task t with result r in a state that has no such step: t was not to run, or not with this result.
Unexpected(t, r) ==
  CASE t \notin live -> {"LOP-1", "LOP-5"}
    [] running = t -> {"LOP-1"}
    [] r = "refused" -> IF ForFlag(t) THEN {"FLG-9"} ELSE {"EVT-7"}
    [] r = "timeout" -> {"CAN-5"}
    [] r = "cancelled" -> IF IsWoken(t) THEN {"CAN-2", "CAN-3"} ELSE {"CAN-1", "CAN-3"}
    [] r = "woken" /\ "cancelled" \in ending[t] -> {"CAN-2", "CAN-4"}
    [] r = "woken" /\ ForFlag(t) /\ Blocked(t) -> {"FLG-4", "FLG-6"}
    [] r = "woken" /\ Blocked(t) -> {"EVT-7"}
    [] r = "woken" /\ IsWoken(t) -> {"LOP-1", "EVT-2"}
    [] OTHER -> {"LOP-1"}

\* A reply says that the run has ended, and no step of this state ends it.
UnexpectedEnd == {"LOP-5"}
UnexpectedDeadlock == {"LOP-6"}

\* The inner task of t has yet to begin its wait, and will find what it waits for.
WillFind(t) == starting[t] # None /\ IF starting[t] \in Events THEN set[starting[t]] ELSE raised[starting[t]]

\* Some task is to run now, whatever else comes; or the end of all is to be told.
OwedNow ==
  /\ running = None
  /\ \/ ready # <<>> \/ due # {} \/ \E e \in Events : later[e] # {}
     \/ \E f \in Flags : Unnoticed(f)
     \/ "deadlock" \in Features /\ OnDeadlock = "reported" /\ Stuck
     \/ \E t \in Tasks : WillFind(t)

\* Some task is to run now, or when the time of task x has come, or the armed interrupt of flag x.
OwedWhenDue(x) ==
  \/ OwedNow
  \/ running = None /\ x \in timed
  \/ /\ running = None /\ x \in Flags /\ armed[x]
     /\ (waiter[x] # None /\ Blocked(waiter[x])) \/ \E t \in Tasks : starting[t] = x

\* The first of the ready, but for those who have yielded where others may pass them over.
FirstReady == IF Range(ready) \subseteq yielding THEN Head(ready) ELSE Head(SelectSeq(ready, LAMBDA t : t \notin yielding))

\* The rule that is broken if this task, which is to run, does not.
OfTurn(t) ==
  CASE t = Cancelling -> IF Blocked(Head(cancels)) THEN "CAN-1" ELSE "CAN-4"
    [] "cancelled" \in ending[t] -> "CAN-1"
    [] "cancelled" \notin ending[t] /\ IsWoken(t) ->
         IF OnFlag(t) THEN "FLG-4" ELSE IF \E e \in Events : t \in joined[e] THEN "EVT-6" ELSE "EVT-2"
    [] starting[t] \in Events /\ set[starting[t]] -> "EVT-6"
    [] starting[t] \in Flags /\ raised[starting[t]] -> "FLG-3"
    [] ending[t] = {"timeout"} \/ (starting[t] # None /\ t \in timed) -> "CAN-5"
    [] ending[t] = {"ok"} -> "LOP-2"
    [] OTHER -> "LOP-1"

\* Task t waits with a limit, or has just been timed out.
Limited(t) ==
  \/ "timeout" \in ending[t]
  \/ t \in timed /\ (OnFlag(t) \/ starting[t] # None \/ \E e \in Events : t \in Range(queue[e]))

\* The rule that is broken if whoever is to run next does not.
OfSilence ==
  CASE running # None -> ""
    [] running = None /\ ready # <<>> -> OfTurn(FirstReady)
    [] running = None /\ ready = <<>> /\ due # {} -> OfTurn(CHOOSE t \in due : TRUE)
    [] running = None /\ ready = <<>> /\ due = {} /\ (\E t \in Tasks : WillFind(t)) -> OfTurn(CHOOSE t \in Tasks : WillFind(t))
    [] running = None /\ ready = <<>> /\ due = {} /\ (\E f \in Flags : Unnoticed(f)) -> IF timed = {} THEN "LOP-4" ELSE "FLG-4"
    [] running = None /\ ready = <<>> /\ due = {} /\ (\E e \in Events : later[e] # {}) -> "EVT-6"
    [] running = None /\ Stuck -> "LOP-6"
    [] OTHER -> IF timed = {} THEN "FLG-4" ELSE IF \E t \in timed : Limited(t) THEN "CAN-5" ELSE "LOP-2"

\* The rule that is broken if task t runs although others are owed a turn first.
OfOvertaking(t) ==
  CASE ready # <<>> /\ FirstReady = t /\ due # {t} /\ due # {} -> OfTurn(CHOOSE u \in due \ {t} : TRUE)
    [] ready # <<>> /\ FirstReady # t /\ IsWoken(t) /\ ~OnFlag(t) /\ OfSilence \in {"LOP-1", "LOP-2"} -> "EVT-2"
    [] OTHER -> OfSilence

\* A woken waiter is to run next.
SomeWakeIsLost == running = None /\ (ready # <<>> \/ due # {}) /\ OfSilence \in {"EVT-2", "FLG-4"}

\* The rule that a maintainer would name first: task t replies r, which this state does not allow.  t is None for the end
\* of the run, for a report of a deadlock, and for no reply at all (r = "").
Foremost(t, r) ==
  CASE t \notin Tasks ->
         IF r = "ended" THEN "LOP-5" ELSE IF r = "deadlock" /\ ~SomeWakeIsLost THEN "LOP-6" ELSE OfSilence
    [] t \in Tasks /\ (t \notin live \/ (ending[t] = {"started"} /\ r # "started")) -> "LOP-5"
    [] t \in live /\ ending[t] = {"cancelled"} /\ r # "cancelled" -> "CAN-4"
    [] t \in live /\ ending[t] \notin {{"cancelled"}, {"started"}} /\ r \notin ending[t] /\ running # t ->
         CASE r = "refused" -> IF ForFlag(t) THEN "FLG-10" ELSE "EVT-7"
           [] r = "timeout" -> "CAN-5"
           [] r = "cancelled" /\ Limited(t) -> "CAN-5"
           [] r = "cancelled" /\ ~Limited(t) -> IF Blocked(t) THEN "CAN-1" ELSE IF IsWoken(t) THEN "CAN-2" ELSE "CAN-3"
           [] r = "woken" -> IF ForFlag(t) THEN "FLG-6" ELSE "EVT-7"
           [] OTHER -> "LOP-1"
    [] t \in live /\ r \in ending[t] -> OfOvertaking(t)
    [] OTHER -> OfSilence

\* Where one of these rules is broken, others may be broken too: what they forbid has the same effect.  The suite drops
\* those for which nothing in the conversation gave cause (see its rules.toml).
Suspects(rules) ==
  rules
    \cup If("LOP-1" \in rules, {"EVT-2", "CAN-1", "CAN-3", "FLG-6"})
    \cup If("EVT-2" \in rules, {"CAN-1", "CAN-5", "EVT-5"})
    \cup If("EVT-7" \in rules, {"EVT-5", "EVT-10", "EVT-12", "CAN-1", "CAN-5", "FLG-6"})
    \cup If("FLG-3" \in rules, {"FLG-5", "CAN-2", "CAN-5", "FLG-10"})
    \cup If("FLG-4" \in rules, {"FLG-5", "FLG-8", "FLG-10", "CAN-5"})
    \cup If("FLG-9" \in rules, {"FLG-10", "CAN-5"})
==============================================================================
