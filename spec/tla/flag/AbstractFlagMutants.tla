------------------------- MODULE AbstractFlagMutants -------------------------
(****************************************************************************)
(* Mistakes in the meaning of a flag: actions of AbstractFlag with one      *)
(* thing altered.                                                           *)
(* Left out: mistakes that the algorithm's mutants show.                    *)
(****************************************************************************)
EXTENDS AbstractFlag

Leaves(f, r, may, consumes, kept) ==
  /\ may
  /\ raised' = [raised EXCEPT ![f] = @ /\ ~consumes]
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ ending' = [ending EXCEPT ![f] = kept]

\* The next waiter finds the last one's ending.
LeaveKeepsTheEnding(f, r) == Leaves(f, r, r \in ending[f], r = "woken", ending[f])

\* A return leaves the signal.
LeaveKeepsTheSignal(f, r) == Leaves(f, r, r \in ending[f], FALSE, {})

\* A task inside one wait begins another, on another flag.
WaitBlocksTwice(t, f) ==
  /\ waiter[f] = None /\ ~raised[f]
  /\ waiter' = [waiter EXCEPT ![f] = t]
  /\ UNCHANGED <<raised, ending>>

\* The loop wakes whoever waits.
NoticeUnseeing(fs) ==
  /\ fs # {}
  /\ \A f \in fs : Blocked(f)
  /\ ending' = [f \in Flags |-> IF f \in fs THEN {"woken"} ELSE ending[f]]
  /\ UNCHANGED <<raised, waiter>>

\* clear() removes the waiter with the signal.
ClearUnregisters(f) ==
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ waiter' = [waiter EXCEPT ![f] = None]
  /\ ending' = [ending EXCEPT ![f] = {}]

\* A woken waiter leaves as one whose limit has passed, which it has not.
AbstractFlagLeaveTimesOut(f, r) ==
  Leaves(f, r, r \in ending[f] \/ (r = "timeout" /\ Ended(f)), r = "woken", {})

\* A cancelled waiter consumes.
AbstractFlagLeaveConsumesWhenCancelled(f, r) ==
  Leaves(f, r, r \in ending[f], r \in {"woken", "cancelled"}, {})

\* A set is lost where nobody waits; a clear leaves a signal where somebody does.
AbstractFlagSetIsLost(f) == raised' = [raised EXCEPT ![f] = @ \/ waiter[f] # None] /\ UNCHANGED <<waiter, ending>>
AbstractFlagClearIsIgnored(f) == raised' = [raised EXCEPT ![f] = @ /\ waiter[f] # None] /\ UNCHANGED <<waiter, ending>>

\* A new flag is set.
AbstractFlagInitIsSet ==
  /\ raised = [f \in Flags |-> TRUE]
  /\ waiter = [f \in Flags |-> None]
  /\ ending = [f \in Flags |-> {}]

\* A wait returns without a signal; or leaves the signal; or blocks though a signal is there; or blocks and does not register.
Returns(t, f, guard, kept) ==
  /\ ~Waits(t) /\ waiter[f] = None
  /\ guard
  /\ raised' = [raised EXCEPT ![f] = kept]
  /\ UNCHANGED <<waiter, ending>>
AbstractFlagWaitReturnsUnseeing(t, f) == Returns(t, f, TRUE, FALSE)
AbstractFlagWaitReturnsAndKeeps(t, f) == Returns(t, f, raised[f], TRUE)

Blocks(t, f, guard, registered) ==
  /\ ~Waits(t) /\ waiter[f] = None
  /\ guard
  /\ waiter' = [waiter EXCEPT ![f] = registered]
  /\ UNCHANGED <<raised, ending>>
AbstractFlagWaitBlocksUnseeing(t, f) == Blocks(t, f, TRUE, t)
AbstractFlagWaitBlocksUnregistered(t, f) == Blocks(t, f, ~raised[f], None)

\* A cancellation, or a limit that passes, is not known.
AbstractFlagCancelIsIgnored(f) == waiter[f] # None /\ UNCHANGED vars
AbstractFlagExpireIsIgnored(f) == waiter[f] # None /\ "cancelled" \notin ending[f] /\ UNCHANGED vars

Notices(fs, endings, kept) ==
  /\ fs # {}
  /\ \A f \in fs : raised[f] /\ waiter[f] # None /\ ending[f] \in endings
  /\ ending' = [f \in Flags |-> IF f \in fs THEN ending[f] \cup {"woken"} ELSE ending[f]]
  /\ raised' = [f \in Flags |-> raised[f] /\ (f \in fs => kept)]
  /\ UNCHANGED waiter

\* The loop wakes a waiter that was cancelled.
AbstractFlagNoticeWakesTheCancelled(fs) == Notices(fs, {{}, {"timeout"}, {"cancelled"}}, TRUE)

\* The loop takes the signal when it wakes the waiter.
AbstractFlagNoticeConsumes(fs) == Notices(fs, {{}, {"timeout"}}, FALSE)

\* A limit that passes takes back a wake-up, or a cancellation.
Expires(f, may, endings) ==
  /\ waiter[f] # None /\ may
  /\ ending' = [ending EXCEPT ![f] = endings]
  /\ UNCHANGED <<raised, waiter>>
AbstractFlagExpireTakesTheWake(f) == Expires(f, "cancelled" \notin ending[f], {"timeout"})
AbstractFlagExpireTakesTheCancel(f) == Expires(f, TRUE, ending[f] \cup {"timeout"})

\* A clear takes back a wake-up.
AbstractFlagClearTakesTheWake(f) ==
  /\ raised' = [raised EXCEPT ![f] = FALSE]
  /\ ending' = [ending EXCEPT ![f] = @ \ {"woken"}]
  /\ UNCHANGED waiter
==============================================================================
