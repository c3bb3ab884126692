------------------------------ MODULE C11Mutants -----------------------------
(****************************************************************************)
(* The machine with one edit, for edits that Litmus does not notice.  Each  *)
(* is tried on the program of DirectedPrograms that shows it.               *)
(* Left out: edits that Litmus notices (LitmusMutants).                     *)
(****************************************************************************)
EXTENDS C11Copies

AcqRelFenceAcquiresNothing(m, t, o) == Fenced(m, t, o, Known(m, t, Acquires(o) /\ o # "acq_rel"), Releases(o))
AcqRelFenceReleasesNothing(m, t, o) == Fenced(m, t, o, Known(m, t, Acquires(o)), Releases(o) /\ o # "acq_rel")
SeqCstFenceAcquiresNothing(m, t, o) == Fenced(m, t, o, Known(m, t, Acquires(o) /\ o # "seq_cst"), Releases(o))
SeqCstFenceReleasesNothing(m, t, o) == Fenced(m, t, o, Known(m, t, Acquires(o)), Releases(o) /\ o # "seq_cst")
ReleaseFenceAcquires(m, t, o) == Fenced(m, t, o, Known(m, t, TRUE), Releases(o))
AcquireFenceReleases(m, t, o) == Fenced(m, t, o, Known(m, t, Acquires(o)), TRUE)

\* What a fence tells is not remembered for the next acquire fence.
FenceIsNotHeard(m, t, o) == [FenceAsItIs(m, t, o) EXCEPT !.heard[t] = m.heard[t]]

----------------------------------------------------------------------------
PutPublishesTheUnacquired(m, t, l, o, i, value, handed, isRmw) ==
  LET Published(n, own) == IF Releases(o) THEN Join(own, n.heard[t]) ELSE [n.fenced[t] EXCEPT ![l] = i] IN
  PutWith(m, t, l, o, i, value, handed, isRmw, Published)

\* After a release fence every write of the thread releases.
PutReleasesAfterAFence(m, t, l, o, i, value, handed, isRmw) ==
  LET Published(n, own) == IF Releases(o) \/ n.fenced[t] # Oldest THEN own ELSE [n.fenced[t] EXCEPT ![l] = i] IN
  PutWith(m, t, l, o, i, value, handed, isRmw, Published)

PutHandsNothingOnIfItReleases(m, t, l, o, i, value, handed, isRmw) ==
  PutAsItIs(m, t, l, o, i, value, IF Releases(o) THEN Oldest ELSE handed, isRmw)

----------------------------------------------------------------------------
Or(o, edited, order) == IF o = edited THEN order ELSE o

AcqRelSwapAcquiresNothing(m, t, l, o, i, value) == SwapWith(m, t, l, o, i, value, Or(o, "acq_rel", "relaxed"), o)
AcqRelSwapReleasesNothing(m, t, l, o, i, value) == SwapWith(m, t, l, o, i, value, o, Or(o, "acq_rel", "relaxed"))
ReleaseSwapAcquires(m, t, l, o, i, value) == SwapWith(m, t, l, o, i, value, Or(o, "release", "acquire"), o)
AcquireSwapReleases(m, t, l, o, i, value) == SwapWith(m, t, l, o, i, value, o, Or(o, "acquire", "release"))

----------------------------------------------------------------------------
PartedMovesNoMessage(m, l, i) == PartedWith(m, l, i, Views \ {"messages"})
PartedMovesNothingHeard(m, l, i) == PartedWith(m, l, i, Views \ {"heard"})
PartedMovesNothingFenced(m, l, i) == PartedWith(m, l, i, Views \ {"fenced"})
PartedMovesNothingAgreed(m, l, i) == PartedWith(m, l, i, Views \ {"agreed"})
==============================================================================
