------------------------------ MODULE RunApplies ------------------------------
(***************************************************************************)
(* Claims about whole runs have conditions about whole runs, which no       *)
(* action can show.  Here is what would be true if no run met them; each    *)
(* must fail, and the run that TLC gives is one that meets the condition.   *)
(***************************************************************************)
EXTENDS MCFanion

\* TurnsEnd is met by runs in which tasks run for ever, not just by those that end.
TurnsEndOnlyForGood == TurnsEnd => <>[](running \notin Tasks)

\* The condition of RunEndsWhateverOthersDo is met by runs that end while another task never does.
MainNeverRests ==
  ~(TurnsEnd /\ <>[][running = Main => running' # None]_vars /\ <>(running = Over))

\* And by runs in which the main task is blocked for ever while another task runs again and again.
MainIsNeverBlockedForGood ==
  ~(TurnsEnd /\ <>[][running = Main => running' # None]_vars /\ <>[]Blocked(Main) /\ []<>(running \in Tasks))
=============================================================================
