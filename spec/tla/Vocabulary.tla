----------------------------- MODULE Vocabulary ------------------------------
(****************************************************************************)
(* The words of the specification: what a loop, its tasks, its events and   *)
(* its interrupt-safe flags are made of, as seen by the tasks themselves.   *)
(*                                                                          *)
(* Level: the conformance protocol.  One state is what a conversation can   *)
(* reach: which task runs, how each suspended task's operation will end.    *)
(* Left out: memory orders and the loop's own sleep (one step here), time   *)
(* itself (a limit passes when the environment says so), payloads, values   *)
(* and errors of tasks, and cost.                                           *)
(* Implemented by dev.fanion (impl), and by every runtime that conforms.    *)
(****************************************************************************)
EXTENDS Naturals, Sequences, FiniteSets

CONSTANTS
  Tasks,    \* names of tasks; the main task is among them
  Events,   \* names of events
  Flags,    \* names of interrupt-safe flags
  Features  \* what the implementation can be asked to do, as in its hello

CONSTANTS         \* the variation points: where good runtimes differ
  WakeOrder,        \* the order in which ready tasks run: "fifo", "group", "batch" or "any"
  WaitOnSet,        \* how a wait on a set event returns: "immediate"; "yields"; or "behind" those whom the event has woken and
                    \* who have yet to run, and at once if there are none
  CancelOnSet,      \* how such a wait ends that yields and is cancelled meanwhile: "woken" or "cancelled"
  LimitOnSet,       \* what its limit is: "ignored" or "kept"
  AfterWake,        \* what a woken waiter does: "returns"; "passes", that is, gives the loop one more turn first; or "limited",
                    \* passes only if its wait has a limit
  Yields,           \* when a task runs that has yielded: in "turns", in its place among the ready ones; or "idle", perhaps not
                    \* before only such tasks are ready
  Timers,           \* when a task runs whose time has come: in "rounds", among the ready ones; "idle", when none is ready
  CancelDelivery,   \* when a cancellation reaches its task: "immediate"; or "queued", in a turn behind those who are ready,
                    \* wherever the task is suspended by then
  CancelAfterSet,   \* how a wait ends that is cancelled between wake-up and turn: "cancelled" or "woken"
  CancelOnYield,    \* how a yield ends that is cancelled: "cancelled", or "ok": it is dropped (and others may be)
  LimitedWait,      \* who does a wait with a limit: "direct", the task itself; "wrapped", an inner task
  SignalConsumed,   \* when a flag's signal is consumed: when the wait has "returned", or when it is "handed" to its waiter
  WaitOnSetFlag,    \* how a wait on a set flag returns: "immediate" or "yields"
  SecondFlagWaiter, \* what a second wait on a flag is: "refused" or "undefined"
  OnDeadlock,       \* what the loop does when nothing can ever wake the main task: "reported" or "idles"
  UnsafeSet         \* what an event's set from interrupt context is: "refused" or "undefined"

Main == "main"
None == "none"  \* no task, no object; in patience: nobody
Over == "over"  \* the run has ended
Cancelling == "cancelling" \* among the ready tasks: the turn in which the first of the cancellations that are queued comes

AllFeatures == {"event", "flag", "cancel", "timeout", "interrupt", "arm", "guard", "deadlock", "storm"}

ASSUME MainIsATask == Main \in Tasks
ASSUME NamesAreDistinct ==
  /\ Tasks \cap Events = {} /\ Tasks \cap Flags = {} /\ Events \cap Flags = {}
  /\ {None, Over, Cancelling} \cap (Tasks \cup Events \cup Flags) = {}
ASSUME FeaturesAreKnown ==
  /\ Features \subseteq AllFeatures
  /\ "event" \notin Features => Events = {}
  /\ "flag" \notin Features => Flags = {}
ASSUME SidesAreKnown ==
  /\ WakeOrder \in {"fifo", "group", "batch", "any"} /\ WaitOnSet \in {"immediate", "yields", "behind"}
  /\ AfterWake \in {"returns", "passes", "limited"} /\ Timers \in {"rounds", "idle"}
  /\ Yields \in {"turns", "idle"}
  /\ CancelOnSet \in {"woken", "cancelled"} /\ LimitOnSet \in {"ignored", "kept"}
  /\ CancelDelivery \in {"immediate", "queued"}
  /\ CancelAfterSet \in {"cancelled", "woken"} /\ LimitedWait \in {"direct", "wrapped"}
  /\ CancelOnYield \in {"cancelled", "ok"} /\ SignalConsumed \in {"returned", "handed"}
  /\ WaitOnSetFlag \in {"immediate", "yields"}
  /\ SecondFlagWaiter \in {"refused", "undefined"}
  /\ OnDeadlock \in {"reported", "idles"} /\ UnsafeSet \in {"refused", "undefined"}

VARIABLES
  running,  \* the task that runs; None between two turns; Over when the run has ended
  live,     \* tasks that were spawned and have not exited
  ready,    \* tasks that will run, in the order in which they became ready
  due,      \* tasks whose time has come: they will run, and nothing fixes their place among the others
  lateness, \* for each due task who yields meanwhile, and how often: <<task, yields>>, or <<None, 0>>
  ending,   \* for each suspended task the ways in which its operation may end; {} while it is blocked
  timed,    \* tasks whose sleep or limit is still to pass
  starting, \* for each task the object on which its inner task has yet to begin to wait (wrapped), or None
  yielding, \* tasks that have yielded, perhaps been cancelled, and not run since (Yields "idle")
  passing,  \* tasks that have a turn, or have had it, which nobody is told of: see Passes
  round,    \* the tasks that were ready when this round began and have not run since; {} where the order is fixed
  extra,    \* how many turns others have had in this round (WakeOrder "any")
  cancels,  \* the tasks to be cancelled (CancelDelivery "queued"), in the order of the turns in which that comes
  called,   \* for each event the waiters that a set has woken, until they have run and suspended (WaitOnSet "behind")
  joined,   \* for each event those who came to wait on it meanwhile, and run behind them
  later,    \* for each event the tasks that are ready as soon as all of these have run and suspended
  set,      \* for each event, whether it is set
  queue,    \* for each event its waiters, in the order in which they began to wait
  raised,   \* for each flag, whether it is set
  waiter,   \* for each flag the task inside its wait, from the call until it has left, or None
  touched,  \* for each flag, whether since its waiter came the flag was set or armed, or the waiter cancelled or timed out
  armed,    \* for each flag, whether an interrupt is yet to come
  handed,   \* the flags whose signal was handed to a waiter that has yet to leave its wait (SignalConsumed "handed")
  patience  \* for each flag who set it, and how often that task has yielded since: <<task, yields>>, or <<None, 0>>

callVars == <<called, joined, later>>
turnVars == <<yielding, passing, round, extra, lateness, cancels, callVars>>
taskVars == <<live, ready, due, ending, timed, starting, turnVars>>
loopVars == <<running, taskVars>>
eventVars == <<set, queue>>
flagVars == <<raised, waiter, touched, armed, patience, handed>>
vars == <<loopVars, eventVars, flagVars>>

Results == {"started", "ok", "woken", "cancelled", "timeout"}
MaxPatience == \* a task that has yielded as often since its set finds the flag noticed when it yields once more (LOP-3)
  IF WakeOrder = "any" \/ Yields = "idle" THEN 3 ELSE 2
NoPatience == <<None, 0>>
MaxCancels == 2 \* as many cancellations are queued at most; another is not asked for
MaxExtra == 4 \* where any order is allowed: turns of others in a round
MaxLate == \* as many yields of one task a due task may have to wait for; the next one does not end before it has spoken
  CASE WakeOrder = "any" -> 3 * MaxExtra
    [] LimitedWait = "wrapped" /\ WakeOrder # "any" -> 6
    [] OTHER -> 3

TypeOK ==
  /\ running \in Tasks \cup {None, Over}
  /\ live \subseteq Tasks
  /\ ready \in Seq(Tasks \cup {Cancelling})
  /\ due \subseteq Tasks
  /\ ending \in [Tasks -> SUBSET Results]
  /\ timed \subseteq Tasks
  /\ starting \in [Tasks -> Events \cup Flags \cup {None}]
  /\ {yielding, passing} \subseteq SUBSET Tasks /\ round \subseteq Tasks \cup {Cancelling} /\ extra \in 0 .. MaxExtra
  /\ cancels \in Seq(Tasks)
  /\ {called, joined, later} \subseteq [Events -> SUBSET Tasks]
  /\ lateness \in [Tasks -> (Tasks \cup {None}) \X (0 .. MaxLate)]
  /\ set \in [Events -> BOOLEAN]
  /\ queue \in [Events -> Seq(Tasks)]
  /\ raised \in [Flags -> BOOLEAN]
  /\ waiter \in [Flags -> Tasks \cup {None}]
  /\ touched \in [Flags -> BOOLEAN]
  /\ armed \in [Flags -> BOOLEAN]
  /\ handed \subseteq Flags
  /\ patience \in [Flags -> (Tasks \cup {None}) \X (0 .. MaxPatience)]

Range(s) == {s[i] : i \in DOMAIN s}
Without(s, t) == SelectSeq(s, LAMBDA u : u # t)
Where(s, t) == {i \in DOMAIN s : s[i] = t}
Keeping(s, I) == LET Go[i \in 0 .. Len(s)] == IF i = 0 THEN <<>> ELSE IF i \in I THEN Append(Go[i - 1], s[i]) ELSE Go[i - 1]
                 IN Go[Len(s)]
WithoutFirst(s, t) == Keeping(s, {i \in DOMAIN s : s[i] # t \/ \E j \in Where(s, t) : j < i})

\* The ready tasks without the turns of cancellations of task t.  The n-th of these turns is that of the n-th cancellation.
WithoutCancelsOf(t) == IF cancels = <<>> THEN ready ELSE
  Keeping(ready, {i \in DOMAIN ready : ready[i] = Cancelling =>
    cancels[Cardinality({j \in Where(ready, Cancelling) : j <= i})] # t})

\* All orders of a set's elements.
Orders(S) == {s \in [1 .. Cardinality(S) -> S] : Range(s) = S}

\* Blocked: waiting for something that has not come.
Blocked(t) == t \in live /\ t # running /\ ending[t] = {}

\* An inner task does the task's wait with a limit, so the task learns of the end some turns later.
Wrapped(t) == LimitedWait = "wrapped" /\ t \in timed

\* The flag is set, and the loop has yet to wake its waiter.
Unnoticed(f) == raised[f] /\ waiter[f] # None /\ Blocked(waiter[f])

\* Something will let a task run without a further request.
Owed ==
  \/ running # None
  \/ ready # <<>>
  \/ due # {} \/ \E e \in Events : later[e] # {}
  \/ timed # {}
  \/ \E f \in Flags : waiter[f] # None /\ Blocked(waiter[f]) /\ (raised[f] \/ armed[f])

\* Nothing can ever let a task run, not even an interrupt.
Stuck == ~Owed /\ \A f \in Flags : waiter[f] = None /\ ~armed[f]

\* A request that suspends its task is made only where an answer will come.
Answerable == Owed \/ (Stuck /\ OnDeadlock = "reported" /\ "deadlock" \in Features)
==============================================================================
