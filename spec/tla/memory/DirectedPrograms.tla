-------------------------- MODULE DirectedPrograms ---------------------------
(****************************************************************************)
(* Programs that each show one thing about the orders of C11, with the      *)
(* outcomes that the axioms of C++20 allow.  It is not written by hand: a   *)
(* test compares it with what spec/src/test/python/programs.py writes.      *)
(* Left out: what Agreement leaves out.                                     *)
(****************************************************************************)
EXTENDS Agreement

\* What a release publishes, an acquiring read knows.
MessagePassing == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"00 1 2", "01 1 2", "21 1 2"})}
\* A release fence releases.
ReleaseFence == {
  Program(TRUE, <<<<W("x", rlx, 1), F(rel), W("y", rlx, 2)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"00 1 2", "01 1 2", "21 1 2"})}
\* An acquire fence acquires.
AcquireFence == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<R("y", rlx), F(acq), R("x", rlx)>>>>,
    {"00 1 2", "01 1 2", "21 1 2"})}
\* So does an acq_rel fence release,
AcqRelFenceReleases == {
  Program(TRUE, <<<<W("x", rlx, 1), F(acqrel), W("y", rlx, 2)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"00 1 2", "01 1 2", "21 1 2"})}
\* and acquire.
AcqRelFenceAcquires == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<R("y", rlx), F(acqrel), R("x", rlx)>>>>,
    {"00 1 2", "01 1 2", "21 1 2"})}
\* So does a seq_cst fence release,
SeqCstFenceReleases == {
  Program(TRUE, <<<<W("x", rlx, 1), F(sc), W("y", rlx, 2)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"00 1 2", "01 1 2", "21 1 2"})}
\* and acquire.
SeqCstFenceAcquires == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<R("y", rlx), F(sc), R("x", rlx)>>>>,
    {"00 1 2", "01 1 2", "21 1 2"})}
\* An acquire fence does not release,
AcquireFenceReleasesNothing == {
  Program(TRUE, <<<<W("x", rlx, 1), F(acq), W("y", rlx, 2)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"00 1 2", "01 1 2", "20 1 2", "21 1 2"})}
\* and a release fence does not acquire.
ReleaseFenceAcquiresNothing == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<R("y", rlx), F(rel), R("x", rlx)>>>>,
    {"00 1 2", "01 1 2", "20 1 2", "21 1 2"})}
\* A release fence does not publish what comes after it.
ReleaseFencePublishesWhatCameBefore == {
  Program(TRUE, <<<<W("y", rlx, 1), F(rel), W("x", rlx, 2), W("y", rlx, 3)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"00 2 13", "02 2 13", "10 2 13", "12 2 13", "30 2 13", "32 2 13"})}
\* An acquire fence does not take over what is read after it.
AcquireFenceTakesWhatCameBefore == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<R("y", rlx), F(acq), R("y", rlx), R("x", rlx)>>>>,
    {"000 1 2", "001 1 2", "020 1 2", "021 1 2", "221 1 2"})}
\* What was read and not acquired is not published,
ReadIsNotPublished == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<R("y", rlx), W("y", rel, 3)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"000 1 23", "000 1 32", "001 1 23", "001 1 32", "021 1 23", "021 1 32", "030 1 23", "030 1 32", "031 1 23", "031 1 32",
     "200 1 23", "201 1 23", "221 1 23", "230 1 23", "231 1 23"})}
\* but after an acq_rel fence it is.
ReadIsPublishedByAFence == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<R("y", rlx), F(acqrel), W("y", rlx, 3)>>, <<R("y", acq),
   R("x", rlx)>>>>,
    {"000 1 23", "000 1 32", "001 1 23", "001 1 32", "021 1 23", "021 1 32", "030 1 23", "030 1 32", "031 1 23", "031 1 32",
     "200 1 23", "201 1 23", "221 1 23", "231 1 23"})}
\* A thread that executes an acquire fence still knows its own writes.
AcquireFenceKeepsOwnWrites == {
  Program(TRUE, <<<<W("x", rlx, 1), F(acq), R("x", rlx)>>, <<W("x", rlx, 2)>>>>,
    {"1 12 ", "1 21 ", "2 12 "})}
\* It also knows still what a seq_cst fence told it.
AcquireFenceKeepsTheAgreement == {
  Program(TRUE, <<<<W("x", rlx, 1), F(sc), F(acq), R("y", rlx)>>, <<W("y", rlx, 2), F(sc), R("x", rlx)>>>>,
    {"01 1 2", "20 1 2", "21 1 2"})}
\* An exchange releases if its order says so,
ReleaseExchange == {
  Program(TRUE, <<<<W("x", rlx, 1), X("y", rel, 2)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"000 1 2", "001 1 2", "021 1 2"})}
\* also if that is acq_rel,
AcqRelExchangeReleases == {
  Program(TRUE, <<<<W("x", rlx, 1), X("y", acqrel, 2)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"000 1 2", "001 1 2", "021 1 2"})}
\* but not if it is acquire.
AcquireExchangeReleasesNothing == {
  Program(TRUE, <<<<W("x", rlx, 1), X("y", acq, 2)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"000 1 2", "001 1 2", "020 1 2", "021 1 2"})}
\* An exchange acquires if its order says so,
AcquireExchange == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<X("y", acq, 3), R("x", rlx)>>>>,
    {"00 1 32", "01 1 32", "21 1 23"})}
\* also if that is acq_rel,
AcqRelExchangeAcquires == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<X("y", acqrel, 3), R("x", rlx)>>>>,
    {"00 1 32", "01 1 32", "21 1 23"})}
\* but not if it is release;
ReleaseExchangeAcquiresNothing == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<X("y", rel, 3), R("x", rlx)>>>>,
    {"00 1 32", "01 1 32", "20 1 23", "21 1 23"})}
\* and an acquire fence after it acquires what it read.
ExchangeThenFence == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<X("y", rlx, 3), F(acq), R("x", rlx)>>>>,
    {"00 1 32", "01 1 32", "21 1 23"})}
\* Exchanges of other threads go on with a release sequence,
ExchangesHandOn == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<X("y", rlx, 3)>>, <<X("y", rlx, 4)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"0200 1 324", "0201 1 324", "0221 1 324", "0230 1 324", "0231 1 324", "0241 1 324", "0300 1 342", "0301 1 342",
     "0321 1 342", "0330 1 342", "0331 1 342", "0340 1 342", "0341 1 342", "2000 1 423", "2001 1 423", "2021 1 423",
     "2031 1 423", "2040 1 423", "2041 1 423", "2300 1 234", "2301 1 234", "2321 1 234", "2331 1 234", "2341 1 234",
     "4000 1 432", "4001 1 432", "4021 1 432", "4030 1 432", "4031 1 432", "4040 1 432", "4041 1 432", "4200 1 243",
     "4201 1 243", "4221 1 243", "4231 1 243", "4241 1 243"})}
\* also those that release,
ReleaseExchangeHandsOn == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<X("y", rel, 3)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"000 1 32", "001 1 32", "021 1 32", "030 1 32", "031 1 32", "200 1 23", "201 1 23", "221 1 23", "231 1 23"})}
\* and writes of the same thread do not.
WriteHandsNothingOn == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2), W("y", rlx, 3)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"00 1 23", "01 1 23", "21 1 23", "30 1 23", "31 1 23"})}
\* Of two threads that write, execute a seq_cst fence and read, one sees the other,
FencesSeeOneAnother == {
  Program(TRUE, <<<<W("x", rlx, 1), F(sc), R("y", rlx)>>, <<W("y", rlx, 2), F(sc), R("x", rlx)>>>>,
    {"01 1 2", "20 1 2", "21 1 2"})}
\* also if a third has executed a fence between.
FencesRememberWhatWasAgreed == {
  Program(TRUE, <<<<W("x", rlx, 1), F(sc), R("y", rlx)>>, <<W("y", rlx, 2), F(sc), R("x", rlx)>>, <<F(sc)>>>>,
    {"01 1 2", "20 1 2", "21 1 2"})}
\* With acq_rel fences both may see nothing.
AcqRelFencesMissOneAnother == {
  Program(TRUE, <<<<W("x", rlx, 1), F(acqrel), R("y", rlx)>>, <<W("y", rlx, 2), F(acqrel), R("x", rlx)>>>>,
    {"00 1 2", "01 1 2", "20 1 2", "21 1 2"})}
\* With seq_cst fences all see the writes of two threads in one order.
ReadersAgree == {
  Program(TRUE, <<<<W("x", rlx, 1)>>, <<W("y", rlx, 2)>>, <<R("x", rlx), F(sc), R("y", rlx)>>, <<R("y", rlx), F(sc),
   R("x", rlx)>>>>,
    {"0000 1 2", "0001 1 2", "0020 1 2", "0021 1 2", "0200 1 2", "0201 1 2", "0220 1 2", "0221 1 2", "1000 1 2", "1001 1 2",
     "1021 1 2", "1200 1 2", "1201 1 2", "1220 1 2", "1221 1 2"})}
\* A write that is put before another one changes nothing of what is published with that,
PublishedWhileOvertaken == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<W("x", rlx, 3)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"00 13 2", "00 31 2", "01 13 2", "01 31 2", "03 13 2", "03 31 2", "21 13 2", "21 31 2", "23 13 2"})}
\* nor with a fence after it,
FencedWhileOvertaken == {
  Program(TRUE, <<<<W("x", rlx, 1), F(rel), W("y", rlx, 2)>>, <<W("x", rlx, 3)>>, <<R("y", acq), R("x", rlx)>>>>,
    {"00 13 2", "00 31 2", "01 13 2", "01 31 2", "03 13 2", "03 31 2", "21 13 2", "21 31 2", "23 13 2"})}
\* nor of what an acquire fence takes over,
HeardWhileOvertaken == {
  Program(TRUE, <<<<W("x", rlx, 1), W("y", rel, 2)>>, <<R("y", rlx), F(acq), R("x", rlx)>>, <<W("x", rlx, 3)>>>>,
    {"00 13 2", "00 31 2", "01 13 2", "01 31 2", "03 13 2", "03 31 2", "21 13 2", "21 31 2", "23 13 2"})}
\* nor of what seq_cst fences agree on.
AgreedWhileOvertaken == {
  Program(TRUE, <<<<W("x", rlx, 1), F(sc), R("y", rlx)>>, <<W("y", rlx, 2), F(sc), R("x", rlx)>>, <<W("x", rlx, 3)>>>>,
    {"01 13 2", "01 31 2", "03 13 2", "20 13 2", "20 31 2", "21 13 2", "21 31 2", "23 13 2", "23 31 2"})}
\* Of two threads that write and read, all seq_cst, one sees the other.
SeqCstAccesses == {
  Program(TRUE, <<<<W("x", sc, 1), R("y", sc)>>, <<W("y", sc, 2), R("x", sc)>>>>,
    {"01 1 2", "20 1 2", "21 1 2"})}
\* So with exchanges, and a fence on one side.
SeqCstExchanges == {
  Program(TRUE, <<<<X("x", sc, 1), R("y", sc)>>, <<W("y", rlx, 2), F(sc), X("x", rlx, 3)>>>>,
    {"001 13 2", "021 13 2", "320 31 2"})}

Directed ==
  MessagePassing \cup ReleaseFence \cup AcquireFence \cup AcqRelFenceReleases \cup AcqRelFenceAcquires
   \cup SeqCstFenceReleases \cup SeqCstFenceAcquires \cup AcquireFenceReleasesNothing \cup ReleaseFenceAcquiresNothing
   \cup ReleaseFencePublishesWhatCameBefore \cup AcquireFenceTakesWhatCameBefore \cup ReadIsNotPublished
   \cup ReadIsPublishedByAFence \cup AcquireFenceKeepsOwnWrites \cup AcquireFenceKeepsTheAgreement \cup ReleaseExchange
   \cup AcqRelExchangeReleases \cup AcquireExchangeReleasesNothing \cup AcquireExchange \cup AcqRelExchangeAcquires
   \cup ReleaseExchangeAcquiresNothing \cup ExchangeThenFence \cup ExchangesHandOn \cup ReleaseExchangeHandsOn
   \cup WriteHandsNothingOn \cup FencesSeeOneAnother \cup FencesRememberWhatWasAgreed \cup AcqRelFencesMissOneAnother
   \cup ReadersAgree \cup PublishedWhileOvertaken \cup FencedWhileOvertaken \cup HeardWhileOvertaken \cup AgreedWhileOvertaken
   \cup SeqCstAccesses \cup SeqCstExchanges
==============================================================================
