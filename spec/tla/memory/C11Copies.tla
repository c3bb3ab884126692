------------------------------ MODULE C11Copies ------------------------------
(****************************************************************************)
(* Copies of operators of C11, each with a place for an edit, which         *)
(* C11Mutants makes.  Where they stand as they are for the operators, all   *)
(* programs still agree with the axioms.                                    *)
(* Left out: operators of which LitmusMutants has the edits.                *)
(****************************************************************************)
EXTENDS DirectedPrograms

\* AfterFence: what t knows then, whether its relaxed writes publish that, and what it has heard and all agree on.
Fenced(m, t, o, known, releases) ==
  LET all == IF o = "seq_cst" THEN Join(known, m.agreed) ELSE known IN
  [m EXCEPT !.seen[t] = all,
            !.heard[t] = Join(@, all),
            !.fenced[t] = IF releases THEN all ELSE @,
            !.agreed = IF o = "seq_cst" THEN all ELSE @]

Known(m, t, acquires) == IF acquires THEN m.heard[t] ELSE m.seen[t]

FenceAsItIs(m, t, o) == Fenced(m, t, o, Known(m, t, Acquires(o)), Releases(o))

----------------------------------------------------------------------------
\* Put: what is published beside the view that is handed on.
PutWith(m, t, l, o, i, value, handed, isRmw, Published(_, _)) ==
  LET n == TLCEval(Parted(m, l, i))
      own == TLCEval([n.seen[t] EXCEPT ![l] = i])
  IN
  [n EXCEPT !.messages[l][i] = Message(value, Join(Published(n, own), handed), isRmw),
            !.seen[t] = own,
            !.heard[t] = Join(@, own),
            !.agreed[l] = IF o = "seq_cst" THEN i ELSE @]

PutAsItIs(m, t, l, o, i, value, handed, isRmw) ==
  LET Published(n, own) == IF Releases(o) THEN own ELSE [n.fenced[t] EXCEPT ![l] = i] IN
  PutWith(m, t, l, o, i, value, handed, isRmw, Published)

----------------------------------------------------------------------------
\* AfterSwap: the order of its read and that of its write.
SwapWith(m, t, l, o, i, value, reading, writing) ==
  LET got == TLCEval(Got(Before(m, t, o), t, l, Itself(m, reading), i)) IN
  After(Put(got, t, l, Itself(m, writing), i + 1, value, m.messages[l][i].view, TRUE), t, o)

SwapAsItIs(m, t, l, o, i, value) == SwapWith(m, t, l, o, i, value, o, o)

----------------------------------------------------------------------------
\* Parted: what moves when a message comes between.
PartedWith(m, l, i, moved) ==
  LET Moved(v, what) == IF what \in moved /\ v[l] >= i THEN [v EXCEPT ![l] = @ + 1] ELSE v
      Kept(s) == [k \in DOMAIN s |-> [s[k] EXCEPT !.view = Moved(@, "messages")]]
      all == [k \in Locations |-> Kept(m.messages[k])]
  IN
  IF i > Last(m, l) THEN [m EXCEPT !.messages[l] = Append(@, <<>>)]
  ELSE [fences |-> m.fences,
        messages |-> [all EXCEPT ![l] = SubSeq(@, 1, i - 1) \o <<<<>>>> \o SubSeq(@, i, Len(@))],
        seen |-> [t \in Threads |-> Moved(m.seen[t], "seen")],
        heard |-> [t \in Threads |-> Moved(m.heard[t], "heard")],
        fenced |-> [t \in Threads |-> Moved(m.fenced[t], "fenced")],
        agreed |-> Moved(m.agreed, "agreed")]

Views == {"messages", "seen", "heard", "fenced", "agreed"}
PartedAsItIs(m, l, i) == PartedWith(m, l, i, Views)
==============================================================================
