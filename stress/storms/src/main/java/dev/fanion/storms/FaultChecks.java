package dev.fanion.storms;

import dev.fanion.LoopOptions;
import dev.fanion.storms.Check.Trial;
import dev.fanion.storms.Check.Variant;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The checks of the part {@code faults}. */
final class FaultChecks {
  private static final int SETTERS = 2;
  private static final int SETS_FOR_A_ROUND = 1_000;

  /** Where luck decides, a broken variant may be tried this much longer. Its trial ends as soon as the variant is caught. */
  private static final int BROKEN_MORE_OFTEN = 1_000;

  /**
   * How often a variant is tried that swallows interrupts. One trial can miss it: an interrupt is not swallowed if it comes after
   * the park has looked for one, and a single such interrupt leaves the loop's thread interrupted at the end.
   */
  private static final int TRIES = 20;

  private static final String LEAK = "a leak";

  private final int rounds;
  private final int waiters;
  private final long seed;

  /**
   * Checks of a given size.
   *
   * @param rounds how often each fault is tried, except those that are the same each time
   * @param waiters how many waiters are cancelled
   * @param seed for the storm among the checks
   */
  FaultChecks(int rounds, int waiters, long seed) {
    this.rounds = rounds;
    this.waiters = waiters;
    this.seed = seed;
  }

  List<Check> all() {
    return List.of(pestered(), throwing(), outOfStack(), ending(),
        cancelled("oldest", Cancellations::oldestFirst),
        cancelled("newest", Cancellations::newestFirst),
        dropped("an ended loop", "tasks, flags or threads that outlive their loop (LOP-5)", DroppedLoops::ended, null),
        dropped("a loop in the middle of its waits", "a root that holds what waits (LOP-5)", DroppedLoops::abandoned, null),
        dropped("a closed loop with a direct task", "a thread that waits for ever (LOP-5)", DroppedLoops::closed,
            new Variant("the owner does not close it", LEAK, () -> Leaks.after(DroppedLoops::notClosed))),
        dropped("flags of a loop that goes on", "a registration that outlives its wait (FLG-10)", DroppedLoops::flags, null),
        dropped("the classes", "a class loader that cannot be unloaded", DroppedLoops::classes,
            new Variant("somebody keeps a flag", LEAK,
                () -> Leaks.after(leaks -> leaks.keep(DroppedLoops.flagOfNewClasses(leaks))))));
  }

  private Check pestered() {
    return new Check("fault: interrupts and spurious unparks",
        "a park that returns early taken for a signal; a swallowed interrupt (LOP-4)",
        pestered(ShippedLoop::new), List.of(
            new Variant("a parker that swallows interrupts", "the interrupts were swallowed",
                untilBad(pestered(waits -> new ShippedLoop(waits, Pestered.swallowsInterrupts())))),
            new Variant("a park that returns is taken for a signal", "more returns than sets",
                pestered(Mistakes.CountsEveryWake::new))));
  }

  private Check throwing() {
    return new Check("fault: tasks that throw, are out of memory, out of stack",
        "an error that ends the loop, or reaches nobody (LOP-7)",
        ThrowingTasks::ofShipped, List.of(
            new Variant("nobody is told of an unretrieved error", "reported were []", ThrowingTasks::withoutReport),
            new Variant("a task keeps its error", "the awaiter was told nothing", ThrowingTasks::swallowed)));
  }

  private Check outOfStack() {
    return new Check("fault: half-way sets, out of stack", "a later set() that relies on one before it (FLG-2, FLG-4)",
        outOfStack(ShippedLoop::new), List.of(
            new Variant("a setter skips the wake-up if the flag is set", "a lost wake-up", outOfStack(Mistakes.SkipsWake::new))));
  }

  private Check ending() {
    return new Check("fault: a loop ends while setters run", "set() that throws or blocks; tasks that are left (FLG-2, LOP-5)",
        () -> EndingLoops.trial(rounds, LoopOptions::defaults), List.of(
            new Variant("a parker that throws", "set() threw",
                () -> EndingLoops.trial(rounds * BROKEN_MORE_OFTEN, EndingLoops::throwsWhenWoken))));
  }

  private static Trial untilBad(Trial trial) {
    return () -> {
      Verdict verdict = trial.run();
      for (int tries = 1; verdict.bad() == 0 && tries < TRIES; tries++) {
        verdict = verdict.and(trial.run());
      }
      return verdict;
    };
  }

  private Trial pestered(Function<Waits, Subject> subject) {
    return () -> {
      try (Watch watch = new Watch()) {
        long sets = (long) rounds * SETS_FOR_A_ROUND;
        return new Storm(1, SETTERS, sets, seed, waits -> new Pestered(subject.apply(waits))).run(watch);
      }
    };
  }

  private Trial outOfStack(Function<Waits, Subject> subject) {
    return () -> HalfWaySets.trial(Math.max(1, rounds / 10), subject);
  }

  private Check cancelled(String which, IntFunction<Verdict> trial) {
    return new Check("fault: waiters cancelled, the " + which + " first",
        "a neighbour hit; a cost that grows with the waiters (CAN-1, CAN-7)",
        () -> trial.apply(waiters), List.of(new Variant("a neighbour is cancelled", "of " + waiters + " waiters",
            () -> Cancellations.ofANeighbour(waiters))));
  }

  /** A check of what a scene drops. It must find one object that is kept, and a variant of its own if there is one. */
  private static Check dropped(String what, String catches, Leaks.Scene scene, @Nullable Variant own) {
    Variant kept = new Variant("somebody keeps one of them", LEAK, () -> Leaks.keepingOne(scene));
    return new Check("fault: dropped: " + what, catches, () -> Leaks.after(scene),
        own == null ? List.of(kept) : List.of(kept, own));
  }
}
