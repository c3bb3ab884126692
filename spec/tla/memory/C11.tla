--------------------------------- MODULE C11 ---------------------------------
(****************************************************************************)
(* A machine for the atomic accesses of C11: relaxed, acquire, release,     *)
(* acq_rel and seq_cst reads, writes, read-modify-writes and fences.        *)
(*                                                                          *)
(* Each location has a list of messages, in modification order.  Each       *)
(* thread has a view: for each location the position of the latest message  *)
(* that it knows of.  It may read that message or any later one; so reads   *)
(* can be stale.  A message carries a view too, which an acquiring read     *)
(* takes over; a read-modify-write hands on the view of what it read, which *)
(* is the release sequence.  A write is put anywhere after what its thread  *)
(* knows, but never between a read-modify-write and the write that it read. *)
(* One more view, of seq_cst accesses and fences, orders these.             *)
(*                                                                          *)
(* seq_cst accesses are done in one of three ways, for a whole run: so that *)
(* S, the order of the seq_cst operations, is the order of the steps; or as *)
(* acq_rel with a seq_cst fence before; or with one after.  Compilers for   *)
(* Power and ARMv7 choose between the last two.  All three are correct, and *)
(* none allows all that the standard does.                                  *)
(*                                                                          *)
(* Without seq_cst accesses it has just those executions of C++20 (P0668,   *)
(* P0982; C23 is to be read the same way) in which the order of steps       *)
(* agrees with reads-from and with the order S of the fences.  So it is     *)
(* stronger than the standard, never weaker: what fails here fails; what    *)
(* holds here may owe that to what is left out.                             *)
(* Agreement compares it with the standard's axioms, program by program.    *)
(* Left out: load buffering and values out of thin air; consume, data races *)
(* on plain variables, accesses of mixed size, compare-and-exchange that    *)
(* fails; and the rule before C++20 by which a thread's own plain writes    *)
(* went on with the release sequence that it had begun.                     *)
(****************************************************************************)
EXTENDS Naturals, Sequences, TLC

CONSTANTS
  Threads,   \* names of threads
  Locations  \* names of atomic variables

Orders == {"relaxed", "acquire", "release", "acq_rel", "seq_cst"}
Acquires(o) == o \in {"acquire", "acq_rel", "seq_cst"}
Releases(o) == o \in {"release", "acq_rel", "seq_cst"}

Greater(a, b) == IF a >= b THEN a ELSE b
Join(v, w) == TLCEval([l \in Locations |-> Greater(v[l], w[l])])
Oldest == [l \in Locations |-> 1]

\* A memory is a record:
\*   messages  for each location its messages <<value, view, is it a read-modify-write's>>, in modification order
\*   seen      for each thread its view
\*   heard     for each thread what it would know if all its reads had acquired: an acquire fence makes that known
\*   fenced    for each thread what it knew at its last release fence, which its relaxed writes publish
\*   agreed    the view of the seq_cst accesses and fences so far
\*   fences    where seq_cst accesses have a fence: "none", "before" or "after"
Message(value, view, isRmw) == [value |-> value, view |-> view, rmw |-> isRmw]

Fresh(initial, fences) ==
  [fences |-> fences,
   messages |-> [l \in Locations |-> <<Message(initial[l], Oldest, FALSE)>>],
   seen |-> [t \in Threads |-> Oldest],
   heard |-> [t \in Threads |-> Oldest],
   fenced |-> [t \in Threads |-> Oldest],
   agreed |-> Oldest]

Last(m, l) == Len(m.messages[l])
Value(m, l, i) == m.messages[l][i].value

\* t has executed a fence.
AfterFence(m, t, o) ==
  LET known == IF Acquires(o) THEN m.heard[t] ELSE m.seen[t]
      all == IF o = "seq_cst" THEN Join(known, m.agreed) ELSE known
  IN
  [m EXCEPT !.seen[t] = all,
            !.heard[t] = Join(@, all),
            !.fenced[t] = IF Releases(o) THEN all ELSE @,
            !.agreed = IF o = "seq_cst" THEN all ELSE @]

\* The fence before an access of order o, the fence after it, and the order of the access itself.
Before(m, t, o) == IF o = "seq_cst" /\ m.fences = "before" THEN AfterFence(m, t, o) ELSE m
After(m, t, o) == IF o = "seq_cst" /\ m.fences = "after" THEN AfterFence(m, t, o) ELSE m
Itself(m, o) == IF o = "seq_cst" /\ m.fences # "none" THEN "acq_rel" ELSE o

\* The earliest message of l that t may read with order o; t's writes to l come after it.
Earliest(m, t, l, o) ==
  IF o = "seq_cst" /\ m.fences = "none" THEN Greater(m.seen[t][l], m.agreed[l]) ELSE Before(m, t, o).seen[t][l]

\* Which messages t may read; where it may put a write; which it may read in a read-modify-write.
Readable(m, t, l, o) == Earliest(m, t, l, o) .. Last(m, l)
Room(m, l, i) == i = Last(m, l) \/ ~m.messages[l][i + 1].rmw
Swappable(m, t, l, o) == {i \in Readable(m, t, l, o) : Room(m, l, i)}
Places(m, t, l, o) == {i + 1 : i \in Swappable(m, t, l, o)}

\* t reads message i of l, without the fences.
Got(m, t, l, o, i) ==
  LET read == TLCEval([m.seen[t] EXCEPT ![l] = i])
      all == Join(read, m.messages[l][i].view)
  IN
  [m EXCEPT !.seen[t] = IF Acquires(o) THEN all ELSE read,
            !.heard[t] = Join(@, all),
            !.agreed[l] = IF o = "seq_cst" THEN Greater(@, i) ELSE @]

\* Makes room for a message at position i of l.
Parted(m, l, i) ==
  LET Moved(v) == IF v[l] >= i THEN [v EXCEPT ![l] = @ + 1] ELSE v
      Kept(s) == [k \in DOMAIN s |-> [s[k] EXCEPT !.view = Moved(@)]]
      all == [k \in Locations |-> Kept(m.messages[k])]
  IN
  IF i > Last(m, l) THEN [m EXCEPT !.messages[l] = Append(@, <<>>)]
  ELSE [fences |-> m.fences,
        messages |-> [all EXCEPT ![l] = SubSeq(@, 1, i - 1) \o <<<<>>>> \o SubSeq(@, i, Len(@))],
        seen |-> [t \in Threads |-> Moved(m.seen[t])],
        heard |-> [t \in Threads |-> Moved(m.heard[t])],
        fenced |-> [t \in Threads |-> Moved(m.fenced[t])],
        agreed |-> Moved(m.agreed)]

\* t puts a message at position i of l, without the fences, and hands on a view that it has read.
Put(m, t, l, o, i, value, handed, isRmw) ==
  LET n == TLCEval(Parted(m, l, i))
      own == TLCEval([n.seen[t] EXCEPT ![l] = i])
      published == Join(IF Releases(o) THEN own ELSE [n.fenced[t] EXCEPT ![l] = i], handed)
  IN
  [n EXCEPT !.messages[l][i] = Message(value, published, isRmw),
            !.seen[t] = own,
            !.heard[t] = Join(@, own),
            !.agreed[l] = IF o = "seq_cst" THEN i ELSE @]

\* t has read message i of l.
AfterRead(m, t, l, o, i) == After(Got(Before(m, t, o), t, l, Itself(m, o), i), t, o)

\* t has written the value to position i of l.
AfterWrite(m, t, l, o, i, value) == After(Put(Before(m, t, o), t, l, Itself(m, o), i, value, Oldest, FALSE), t, o)

\* t has read message i of l and written the value right after it.
AfterSwap(m, t, l, o, i, value) ==
  LET got == TLCEval(Got(Before(m, t, o), t, l, Itself(m, o), i)) IN
  After(Put(got, t, l, Itself(m, o), i + 1, value, m.messages[l][i].view, TRUE), t, o)

----------------------------------------------------------------------------
\* What keeps models small; nothing that can still be read is lost.

\* A thread that has ended knows nothing.
Ended(m, t) == [m EXCEPT !.seen[t] = Oldest, !.heard[t] = Oldest, !.fenced[t] = Oldest]

\* Drops the messages that none of a location's users can read any more.
Forget(m, users) ==
  LET gone == TLCEval([l \in Locations |->
        IF users[l] = {} THEN Last(m, l) - 1
        ELSE CHOOSE k \in 0 .. Last(m, l) - 1 :
               /\ \A t \in users[l] : m.seen[t][l] > k
               /\ \E t \in users[l] : m.seen[t][l] = k + 1])
      Moved(v) == TLCEval([l \in Locations |-> IF v[l] > gone[l] THEN v[l] - gone[l] ELSE 1])
      Kept(l) == TLCEval([i \in 1 .. Last(m, l) - gone[l] |-> [m.messages[l][i + gone[l]] EXCEPT !.view = Moved(@)]])
  IN
  IF \A l \in Locations : gone[l] = 0 THEN m ELSE
  [fences |-> m.fences,
   messages |-> TLCEval([l \in Locations |-> Kept(l)]),
   seen |-> [t \in Threads |-> Moved(m.seen[t])],
   heard |-> [t \in Threads |-> Moved(m.heard[t])],
   fenced |-> [t \in Threads |-> Moved(m.fenced[t])],
   agreed |-> Moved(m.agreed)]
==============================================================================
