------------------------------ MODULE FlagViews ------------------------------
(****************************************************************************)
(* The step of docs/any-number-of-setters.md that reads the modules,        *)
(* checked for a few setters: what one setter sees of a run with several is *)
(* a run of FlagAnySetters with this setter alone.                          *)
(* Left out: more than one view at a time; setters are all alike.           *)
(****************************************************************************)
EXTENDS FlagAnySetters

VARIABLE own \* the flags with a set() of the first setter that has returned, and whose signal nobody has taken yet

viewVars == <<vars, own>>

InitView == Init /\ own = {}
ReturnsKeeping == First \in stands /\ at[First] # Idle /\ at'[First] = Idle
NextView == Next /\ own' = IF ReturnsKeeping THEN own \cup {Of(First)} ELSE own \cap kept'
SafetyOfView == InitView /\ [][NextView]_viewVars

View == INSTANCE FlagAnySetters WITH
  Setters <- {First}, at <- [s \in {First} |-> at[s]], stands <- stands \cap {First}, kept <- own

\* What the first setter sees is a run among others.
ViewsAreRuns == View!SafetyAmongOthers
==============================================================================
