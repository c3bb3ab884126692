---------------------------- MODULE WorkerUnfair -----------------------------
(****************************************************************************)
(* The programs without one part of the fairness each.                      *)
(* Left out: as in Worker.                                                  *)
(****************************************************************************)
EXTENDS WorkerProperties

\* The loop may stop running workers.
WorkerSpecThatRunsNobody == Steps /\ NoticesTheFlag /\ WorkersGoOn /\ UnitsEnd

\* The loop may never look at the flag.
WorkerSpecThatNoticesNothing == Steps /\ RunsWorkers /\ WorkersGoOn /\ UnitsEnd

\* A worker may stop between two statements.
WorkerSpecThatStops == Steps /\ RunsWorkers /\ NoticesTheFlag /\ UnitsEnd

\* A unit of work may last for ever.
WorkerSpecThatWorksForEver == Steps /\ RunsWorkers /\ NoticesTheFlag /\ WorkersGoOn
==============================================================================
