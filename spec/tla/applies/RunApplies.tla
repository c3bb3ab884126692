----------------------------- MODULE RunApplies ------------------------------
(****************************************************************************)
(* Claims about whole runs have conditions about whole runs, which no       *)
(* action can show.  So here stand claims that would hold if no run met     *)
(* such a condition.  Each must fail, and the run that TLC then prints is   *)
(* one that meets the condition.                                            *)
(* Left out: conditions on states and steps (see StateApplies and           *)
(* StepApplies).                                                            *)
(****************************************************************************)
EXTENDS MCFanion

\* TurnsEnd is met by runs in which tasks run for ever, not just by those that end.
TurnsEndOnlyForGood == TurnsEnd => <>[](running \notin Tasks)

\* The condition of RunEndsWhateverOthersDo is met by runs that end while another task never does.
MainNeverRests ==
  ~(TurnsEnd /\ <>[][running = Main => running' # None]_vars /\ <>(running = Over))

\* The condition is met also by runs in which the main task is blocked for ever while another task runs again and again.
MainIsNeverBlockedForGood ==
  ~(TurnsEnd /\ <>[][running = Main => running' # None]_vars /\ <>[]Blocked(Main) /\ []<>(running \in Tasks))
==============================================================================
