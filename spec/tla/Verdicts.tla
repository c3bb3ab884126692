------------------------------ MODULE Verdicts -------------------------------
(****************************************************************************)
(* What must hold of Rules: when a reply is owed, and by when; and that the *)
(* suite has a rule to name for every reply that a state does not allow,    *)
(* and for every silence.                                                   *)
(* Left out: which rules a step exercises, and which one to name first if   *)
(* several would do: tests of the suite, with planted mistakes, show it.    *)
(****************************************************************************)
EXTENDS Rules, MCFanion

Between == running = None
Replied == Results \cup {"refused"}

\* A reply is owed wherever one may come; and where one is owed and none may come yet, the loop goes on by itself.
\* Reached by verdicts-inner.
RepliesAreOwed ==
  /\ (Between /\ ENABLED Replies) => OwedNow
  /\ OwedNow => Between /\ ENABLED (Replies \/ Internal)

\* What nobody is told of neither makes a reply owed nor ends that.
\* Reached by verdicts-inner.
OwedRepliesStayOwed == [][(Between /\ Internal) => (OwedNow <=> OwedNow')]_vars

\* By the time of a task, and by the interrupt of a flag, those replies are owed that its coming makes owed ...
\* Reached by verdicts-inner.
ComingsMakeRepliesOwed == [][
  Between =>
    /\ \A t \in Tasks : Expire(t) => OwedWhenDue(t) /\ OwedNow'
    /\ \A f \in Flags : FlagFire(f) => (OwedWhenDue(f) <=> OwedNow')
  ]_vars

\* ... and where nothing is to come, those that are owed anyway.
\* Reached by verdicts-inner.
NothingElseMakesRepliesOwed ==
  \A x \in Tasks \cup Flags :
    (~Between \/ (x \notin timed /\ (x \in Tasks \/ ~armed[x]))) => (OwedWhenDue(x) <=> OwedNow)

\* There is a rule for every reply between two turns, for every end of the run and for a silence.
\* Reached by verdicts-inner.
EveryVerdictNamesARule ==
  Between =>
    /\ \A t \in Tasks, r \in Replied : Foremost(t, r) # "" /\ Unexpected(t, r) # {}
    /\ \A r \in {"ended", "deadlock", ""} : Foremost(None, r) # ""

\* The rule for a silence is about something that is there.
\* Reached by verdicts-inner, verdicts-behind.
SilencesBreakARuleInQuestion ==
  Between =>
    CASE OfSilence = "CAN-1" -> cancels # <<>> \/ \E t \in Tasks : "cancelled" \in ending[t]
      [] OfSilence = "EVT-2" -> \E t \in Tasks : IsWoken(t) /\ ~OnFlag(t)
      [] OfSilence = "EVT-6" -> WaitOnSet = "behind" \/ \E t \in Tasks : starting[t] \in Events
      [] OfSilence = "FLG-3" -> \E t \in Tasks : starting[t] \in Flags
      [] OfSilence = "CAN-5" -> \E t \in Tasks : Limited(t) \/ starting[t] # None
      [] OfSilence = "LOP-2" -> timed # {} \/ \E t \in Tasks : "ok" \in ending[t]
      [] OfSilence = "LOP-4" -> timed = {} /\ \E f \in Flags : Unnoticed(f)
      [] OfSilence = "LOP-6" -> Stuck
      [] OTHER -> TRUE
==============================================================================
