package dev.fanion.traces;

import static java.util.Map.entry;

import dev.fanion.traces.Mistake.Edit;
import java.util.List;
import java.util.Map;

/** The mistakes of the broken forms of {@code stress/jcstress}, made in the shipped sources. */
final class Mistakes {
  private static final String FLAG = "ThreadSafeFlag";
  private static final String RAISE = "RAISED.setVolatile(this, true); // Set";
  private static final String READ_LEAF = "\n    Hint hint = (Hint) LEAF.getVolatile(this);";
  private static final String IF_THERE_IS_A_HINT = "    if (hint != null) {";
  private static final String MARK = "      hint.mark();\n";
  private static final String CLEAR = "RAISED.getAndSet(this, false); // Clear";
  private static final String CONSUME = "return (boolean) RAISED.getAndSet(this, false); // Consume";
  private static final String RETURN = "      if (ending == Waiter.WOKEN) {\n        consume();\n";
  private static final String ENDS = "if (ending == Waiter.WOKEN) {";
  private static final String READ_HINT = "if (!hint.isMarked()) { // ReadHint";
  private static final String MARK_HINT = "        MARKED.setVolatile(hint, true); // MarkHint\n      }\n    }";
  private static final String MARKS = "void mark() {";
  private static final String LOWER = "MARKED.setVolatile(this, false); // Lower";
  private static final String IS_ASLEEP = "return (boolean) ASLEEP.getVolatile(this);";
  private static final String ANNOUNCE = "ASLEEP.setVolatile(this, true);";

  private static final Edit CLEARS_BY_READ_AND_WRITE =
      flag(CLEAR, "if ((boolean) RAISED.getAcquire(this)) {\n      RAISED.setRelease(this, false);\n    }");
  private static final Edit CONSUMES_BY_READ_AND_WRITE = flag(CONSUME,
      "boolean was = (boolean) RAISED.getAcquire(this);\n    if (was) {\n      RAISED.setRelease(this, false);\n    }\n"
          + "    return was;");
  private static final Edit MARKS_BY_RELEASE =
      new Edit("Hint", "MARKED.setVolatile(hint, true)", "MARKED.setRelease(hint, true)");
  private static final Edit ASKS_BY_ACQUIRE = scheduler(IS_ASLEEP, "return (boolean) ASLEEP.getAcquire(this);");
  private static final Edit SLEEPS_BY_RELEASE = scheduler(ANNOUNCE, "ASLEEP.setRelease(this, true);");

  /** Those that the flag and the loop of dev.fanion can have. */
  static final List<Mistake> ALL = List.of(
      // Of setters.
      new Mistake(List.of("SetVersusWait.PlainStore"), List.of(flag(RAISE, "raised = true;")),
          "s? writes raised[f?] := true (set)*"),
      new Mistake(List.of("SetVersusLook.RaisesByRelease"), List.of(flag(RAISE, "RAISED.setRelease(this, true);")),
          "s? writes raised[f?] := true (setRelease)*"),
      new Mistake(List.of("SetAfterStoppedRaise.SkippedWake", "SetVersusConsume.SkippedWrite", "SetVersusOwnSet.SkippedWrite",
          "SetVersusReturn.SkippedWrite"),
          List.of(flag(RAISE, "if ((boolean) RAISED.getVolatile(this)) {\n      return;\n    }\n    " + RAISE)),
          "s? reads raised[f?]*"),
      new Mistake(List.of("TwoSetters.SkippedWake"),
          List.of(flag(RAISE, "if ((boolean) RAISED.getAndSet(this, true)) {\n      return;\n    }")),
          "s? exchanges raised[f?]*"),
      new Mistake(List.of("SetVersusClose.ReadsLeafTwice"),
          List.of(flag(READ_LEAF + "\n" + IF_THERE_IS_A_HINT, "\n    if (LEAF.getVolatile(this) != null) {" + READ_LEAF)),
          "s? reads leaf[f?]*"),
      new Mistake(List.of("SetVersusLook.HintBeforeRaise"),
          List.of(flag(RAISE + READ_LEAF + "\n" + IF_THERE_IS_A_HINT + "\n" + MARK,
              READ_LEAF + "\n" + IF_THERE_IS_A_HINT + "\n" + MARK + "    }\n    " + RAISE + "\n" + IF_THERE_IS_A_HINT + "\n")),
          "s? reads leaf[f?]*"),
      new Mistake(List.of("SetVersusLook.ReadsThenRaises"),
          List.of(flag(RAISE + READ_LEAF, READ_LEAF + "\n    boolean low = hint == null || !hint.isMarked();\n    " + RAISE),
              flag(MARK, "      if (low) {\n  " + MARK + "      }\n")),
          "s? reads leaf[f?]*"),
      new Mistake(List.of("SetAfterStoppedLeaf.StopsAtMarkedLeaf", "TwoFlags.StopsAtMarkedLeaf"),
          List.of(flag(IF_THERE_IS_A_HINT, "    if (hint != null && !hint.isMarked()) {"),
              new Edit("Hint", READ_HINT, "if (hint == this || !hint.isMarked()) {")),
          "s? has set f?"),
      new Mistake(List.of("SetAfterStoppedWake.StopsAtMarkedTop", "TwoSetters.StopsAtMarkedHint"),
          List.of(new Edit("Hint", MARKS, "boolean mark() {\n    boolean low = false;"),
              new Edit("Hint", READ_HINT, "low = !hint.isMarked();\n      if (low) {"),
              new Edit("Hint", MARK_HINT, MARK_HINT + "\n    return low;"),
              new Edit("HintTree", "taller.mark();", "boolean low = taller.mark();"),
              flag(MARK, "      if (!hint.mark()) {\n        return;\n      }\n")),
          "s? has set f?"),
      new Mistake(List.of("SetAfterStoppedWake.ClaimedWake", "TwoSetters.ClaimedWake"),
          List.of(scheduler(IS_ASLEEP, "return (boolean) ASLEEP.getAndSet(this, false);")),
          "s? exchanges asleep*"),
      new Mistake(List.of("SetVersusTree.TopFirst"),
          List.of(new Edit("Hint", "for (Hint hint = this; hint != null; hint = (Hint) PARENT.getVolatile(hint)) {",
              "Hint hint = this;\n    Hint above = (Hint) PARENT.getVolatile(this);\n    if (above != null) {\n"
                  + "      above.mark();\n    }\n    {")),
          "s? reads parent[n1]*"),
      new Mistake(List.of("SetVersusSleep.Released"), List.of(MARKS_BY_RELEASE, ASKS_BY_ACQUIRE, SLEEPS_BY_RELEASE),
          "s? writes marked[n1] := true (setRelease)*"),
      new Mistake(List.of("SetVersusSleep.SetterReleased"), List.of(MARKS_BY_RELEASE, ASKS_BY_ACQUIRE),
          "s? writes marked[n1] := true (setRelease)*"),

      // Of the loop.
      new Mistake(List.of("SetVersusSleep.LoopReleased"), List.of(SLEEPS_BY_RELEASE), "loop writes asleep := true (setRelease)"),
      new Mistake(List.of("SetVersusRealSleep.LooksThenSleeps"),
          List.of(scheduler("return hints.isMarked() ? 0 : timers.untilFirst();", "return timers.untilFirst();")),
          "loop exchanges permit*"),
      new Mistake(List.of("SetVersusLook.LooksThenLowers"),
          List.of(new Edit("Hint", "      " + LOWER + "\n", ""),
              new Edit("Hint", "          ((Hint) child).look();\n        }\n      }\n",
                  "          ((Hint) child).look();\n        }\n      }\n      " + LOWER + "\n")),
          "loop reads raised[f?]*"),
      new Mistake(List.of("SetVersusLook.LowersByRelease"), List.of(new Edit("Hint", LOWER, "MARKED.setRelease(this, false);")),
          "loop writes marked[n1] := false (setRelease)"),
      new Mistake(List.of("SetVersusTree.LowersLeafByRelease"),
          List.of(new Edit("Hint", LOWER, "if (height == 0) {\n        MARKED.setRelease(this, false);\n      } else {\n"
              + "        MARKED.setVolatile(this, false);\n      }")),
          "loop writes marked[n?] := false (setRelease)"),
      new Mistake(List.of("TwoSetsVersusLook.StopsAtTheFirst"),
          List.of(flag("  void look() {\n    if ((boolean) RAISED.getVolatile(this)) {",
                  "  boolean look() {\n    boolean set = (boolean) RAISED.getVolatile(this);\n    if (set) {"),
              flag("wakeAll(waiters); // Notice\n    }", "wakeAll(waiters); // Notice\n    }\n    return set;"),
              new Edit("Hint", "((ThreadSafeFlag) child).look();",
                  "if (((ThreadSafeFlag) child).look()) {\n            break;\n          }")),
          "loop reads *"),
      new Mistake(List.of("SetVersusGrowth.NewTopIsLow"),
          List.of(new Edit("HintTree", "taller.mark();\n      taller.add(top);", "taller.add(top);\n      taller.mark();")),
          "loop writes parent[n1] := top*"),

      // Of tasks.
      new Mistake(List.of("SetVersusWait.WithoutSecondLook"),
          List.of(flag("if (consume()) { // a set() that read the leaf before it was written", "if (false) {")),
          "loop reads marked[n1]*"),
      new Mistake(List.of("SetVersusConsume.ReadThenWrite"),
          List.of(flag(CONSUME, "boolean was = (boolean) RAISED.getVolatile(this);\n    if (was) {\n"
              + "      RAISED.setVolatile(this, false);\n    }\n    return was;")),
          "loop reads raised[f?] = * (getVolatile), t? waits on f?"),
      new Mistake(List.of("SetVersusConsume.ReadThenWriteReleased"),
          List.of(CONSUMES_BY_READ_AND_WRITE),
          "loop reads raised[f?] = * (getAcquire), t? waits on f?"),
      new Mistake(List.of("SetVersusReturn.ReadThenWriteReleased"),
          List.of(flag(RETURN, "      if (ending == Waiter.WOKEN && (boolean) RAISED.getAcquire(ThreadSafeFlag.this)) {\n"
              + "        RAISED.setRelease(ThreadSafeFlag.this, false);\n")),
          "loop reads raised[f?] = * (getAcquire)"),
      new Mistake(List.of("SetVersusClear.ReadThenWriteReleased"), List.of(CLEARS_BY_READ_AND_WRITE),
          "loop reads raised[f?] = * (getAcquire), t? clears f?"),
      new Mistake(List.of("SetVersusClearAfterWake.ReadThenWriteReleased"),
          List.of(CLEARS_BY_READ_AND_WRITE,
              CONSUMES_BY_READ_AND_WRITE),
          "loop reads raised[f?] = * (getAcquire), t? * f?"),
      new Mistake(List.of("SetVersusClearedWait.LowersTheHint"),
          List.of(flag(CLEAR, CLEAR + "\n    loop.hints.leaf().unmark();"),
              new Edit("Hint", "  boolean isFull() {",
                  "  void unmark() {\n    MARKED.setVolatile(this, false);\n  }\n\n  boolean isFull() {")),
          "loop writes marked[n1] := false (setVolatile), t? clears f?"),
      new Mistake(List.of("SetVersusCancel.CancelConsumes"), List.of(flag(ENDS, "if (ending != Waiter.TIMED_OUT) {")),
          "loop exchanges raised[f?] = * := false (getAndSet)"),
      new Mistake(List.of("SetVersusLimit.TimeOutConsumes"), List.of(flag(ENDS, "if (ending != Waiter.CANCELLED) {")),
          "loop exchanges raised[f?] = * := false (getAndSet)"));

  /** Those that they cannot have, or that no trace shows, and why. */
  static final Map<String, String> NOT_IN_A_TRACE = Map.ofEntries(
      entry("EndVersusIsDone.DoneBeforeOutcome", "the end of a task is not in the flag's algorithm"),
      entry("EventOffLoop.GuardedByActivity", "the check that keeps other threads away from an event is not in the algorithm"),
      entry("EventOffLoop.Unguarded", "the same"));

  private Mistakes() {}

  private static Edit flag(String text, String instead) {
    return new Edit(FLAG, text, instead);
  }

  private static Edit scheduler(String text, String instead) {
    return new Edit("Scheduler", text, instead);
  }
}
