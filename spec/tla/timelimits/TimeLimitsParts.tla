--------------------------- MODULE TimeLimitsParts ---------------------------
(****************************************************************************)
(* The parts of a wait with a limit: a flag, a caller, a timer, and in two  *)
(* of the three forms an inner task that waits in the caller's place.       *)
(* Left out: as in TimeLimits, which says what the parts do.                *)
(****************************************************************************)
CONSTANTS
  Form,  \* who does a wait with a limit, see below
  Limits \* with which limits the caller waits: of "none", "zero" and "some"

\* direct: the caller itself waits; the flag or the timer ends its wait, whichever comes first.
\* wrapped: an inner task waits, and then has the caller told; the timer wakes the caller, which cancels the inner task,
\*   whatever that task has done meanwhile.  As MicroPython's wait_for.
\* swallowing: as wrapped, but the caller first looks whether the inner task is done, and if so takes its result, even
\*   if the caller was cancelled.  As asyncio's wait_for up to CPython 3.11, but for a limit of zero, which is another
\*   program there (and times out on what is set).
ASSUME FormIsADesign == Form \in {"direct", "wrapped", "swallowing"}
ASSUME LimitsAreKnown == Limits \subseteq {"none", "zero", "some"}

VARIABLES
  raised,   \* whether the flag is set
  waiter,   \* who is registered with the flag: "none", "caller" or "inner"
  caller,   \* "away": not in a wait; "waiting": in a wait, and it will run once there is news
  news,     \* how the caller's wait will end, as far as is known: "none" while nothing has happened
  inner,    \* the inner task: "none", "new", "waiting", "woken", or "done": it has consumed
  timer,    \* "off", "running", or "passed": its time has come
  limit,    \* the limit of the latest wait
  outcome,  \* how the latest wait ended; "none" while it lasts
  consumed, \* whether a signal was consumed in the latest wait
  asked,    \* whether the caller was cancelled in the latest wait
  setAtCall \* whether the flag was set when the latest wait was called

vars == <<raised, waiter, caller, news, inner, timer, limit, outcome, consumed, asked, setAtCall>>
ghosts == <<limit, outcome, asked, setAtCall>> \* what is known of the latest wait

Endings == {"woken", "time-out", "cancelled"}

TypeOK ==
  /\ raised \in BOOLEAN
  /\ waiter \in {"none", "caller", "inner"}
  /\ caller \in {"away", "waiting"}
  /\ news \in Endings \cup {"none"}
  /\ inner \in {"none", "new", "waiting", "woken", "done"}
  /\ timer \in {"off", "running", "passed"}
  /\ limit \in Limits \cup {"none"}
  /\ outcome \in Endings \cup {"none"}
  /\ consumed \in BOOLEAN /\ asked \in BOOLEAN /\ setAtCall \in BOOLEAN

Init ==
  /\ raised = FALSE
  /\ waiter = "none" /\ caller = "away" /\ news = "none" /\ inner = "none" /\ timer = "off"
  /\ limit = "none" /\ outcome = "none"
  /\ consumed = FALSE /\ asked = FALSE /\ setAtCall = FALSE
==============================================================================
