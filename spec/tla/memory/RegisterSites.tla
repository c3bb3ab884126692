---------------------------- MODULE RegisterSites ----------------------------
(****************************************************************************)
(* The sites of RegisterOrders and the ways in which each may be done,      *)
(* which assignments are said to suffice, and which to try.  Words as in    *)
(* OrderSites: a setter that raises the flag and then looks for a leaf is   *)
(* to a wait that registers what it is to a loop that announces its sleep.  *)
(*                                                                          *)
(* Two designs of the last try: "exchange", which consumes; and "read",     *)
(* behind which an acquiring exchange consumes.                             *)
(*                                                                          *)
(* Left out: ways that cannot differ from another for anybody, as there.    *)
(****************************************************************************)
EXTENDS OrderSites

RegisterWays(design) ==
  [raise    |-> Stores \cup Exchanges,
   setFence |-> {"none", "fence acquire", "fence seq_cst"},
   find     |-> Reads,
   register |-> Stores,
   ownFence |-> {"none", "fence release", "fence seq_cst"},
   lastTry  |-> IF design = "exchange" THEN Exchanges ELSE Reads]

\* The two sides of OrderSites: one sees the other, or one comes first in the flag's order of exchanges.
LOCAL AsSleep(a) ==
  [raise |-> a.raise, setFence |-> a.setFence, ask |-> a.find, announce |-> a.register, ownFence |-> a.ownFence,
   lastLook |-> a.lastTry]

\* All payloads come through: raising releases and ends no release sequence; and what consumes acquires.
TriedPayloadsPass(a) ==
  a.raise \in Exchanges /\ a.raise \in Releasing /\ (a.lastTry \in Reads \/ a.lastTry \in Acquiring)

RegisterSuffices(a) == TriedPayloadsPass(a) /\ (OneSeesTheOther(AsSleep(a)) \/ OneComesFirst(AsSleep(a)))

----------------------------------------------------------------------------
\* Which to try.

RegisterStrongest(design) ==
  [raise |-> "exchange seq_cst", setFence |-> "fence seq_cst", find |-> "read seq_cst", register |-> "store seq_cst",
   ownFence |-> "fence seq_cst", lastTry |-> design \o " seq_cst"]

LOCAL Least(design) ==
  [raise |-> "exchange release", setFence |-> "none", find |-> "read relaxed", register |-> "store relaxed",
   ownFence |-> "none", lastTry |-> IF design = "exchange" THEN "exchange acquire" ELSE "read relaxed"]

\* The weakest that suffice: no weaker assignment does.
RegisterWeakest(design) ==
  LET b == Least(design)
      own == IF design = "exchange"
             THEN {[b EXCEPT !.lastTry = "exchange acq_rel"], [b EXCEPT !.ownFence = "fence release"]}
             ELSE {[b EXCEPT !.ownFence = "fence seq_cst"],
                   [b EXCEPT !.register = "store seq_cst", !.lastTry = "read seq_cst"]}
      With(a) == IF design = "exchange"
                 THEN {[a EXCEPT !.raise = "exchange acq_rel"], [a EXCEPT !.setFence = "fence acquire"]}
                 ELSE {[a EXCEPT !.setFence = "fence seq_cst"],
                       [a EXCEPT !.raise = "exchange seq_cst", !.find = "read seq_cst"]}
  IN UNION {With(a) : a \in own}

\* The strongest that fail: no stronger assignment does.
RegisterTooWeak(design) ==
  LET s == RegisterStrongest(design)
      found == [s EXCEPT !.setFence = "fence acquire"]
      registered == [s EXCEPT !.ownFence = "fence release"]
  IN
  {[s EXCEPT !.raise = "exchange acquire"], [s EXCEPT !.raise = "store seq_cst"]}
    \cup IF design = "exchange"
         THEN {[s EXCEPT !.lastTry = "exchange release"],
               [s EXCEPT !.raise = "exchange release", !.setFence = "none"],
               [s EXCEPT !.ownFence = "none", !.lastTry = "exchange acquire"]}
         ELSE {[found EXCEPT !.raise = "exchange acq_rel"], [found EXCEPT !.find = "read acquire"],
               [registered EXCEPT !.register = "store release"], [registered EXCEPT !.lastTry = "read acquire"]}

RegisterDecisive(design) == RegisterWeakest(design) \cup RegisterTooWeak(design)

----------------------------------------------------------------------------
\* Lines for the table, as in OrderSites.

RegisterLine(word, design, a) ==
  "orders; " \o word \o "; registration by " \o design \o "; raise: " \o a.raise \o "; fence after raise: " \o a.setFence
    \o "; find: " \o a.find \o "; register: " \o a.register \o "; fence after register: " \o a.ownFence
    \o "; last try: " \o a.lastTry

PrintRegisterWays(design) ==
  \A site \in DOMAIN RegisterStrongest(design) : \A way \in RegisterWays(design)[site] :
    PrintT(RegisterLine("way", design, [RegisterStrongest(design) EXCEPT ![site] = way]))
==============================================================================
