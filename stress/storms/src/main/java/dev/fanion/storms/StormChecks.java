package dev.fanion.storms;

import dev.fanion.LoopOptions;
import dev.fanion.Parker;
import dev.fanion.storms.Check.Trial;
import dev.fanion.storms.Check.Variant;
import java.util.List;
import java.util.function.Function;

/** The checks of the part {@code storms}. */
final class StormChecks {
  private static final int SETTERS = 4;

  /** More flags than a tree of two levels holds, with 64 children to a node. */
  private static final int MANY = 5_000;

  /** A storm of direct tasks has this share of the sets: a switch of threads costs a hundred times what a step does. */
  private static final int DIRECT_SHARE = 100;

  private static final int DROPPED_OF = 100;

  private static final String LOST_WAKE_UP = "a hang: a lost wake-up";
  private static final String LOST_SIGNAL = "a hang: a lost signal";
  private static final String TOO_MANY = "more returns than sets";

  private final long sets;
  private final long seed;

  /**
   * Checks of a given size.
   *
   * @param sets how many sets each storm has; a broken variant gets at most that number
   * @param seed for everything random except the threads' schedule
   */
  StormChecks(long sets, long seed) {
    this.sets = sets;
    this.seed = seed;
  }

  List<Check> all() {
    return List.of(oneFlag(), manyFlags(), restless(), direct());
  }

  private Check oneFlag() {
    return new Check("storm: one flag",
        "a lost last set, a hang, a stale payload, more returns than sets (FLG-2, -4 to -6, -11)",
        storm(1, sets, ShippedLoop::new), List.of(
            dropping(1, waits -> new ShippedLoop(waits, dropsUnparks())),
            cutDown("the loop looks, then sleeps", LOST_WAKE_UP, Mistakes.LooksThenSleeps::new),
            cutDown("a wait joins without a second look", LOST_SIGNAL, Mistakes.WaitsWithoutSecondLook::new),
            cutDown("a setter wakes, then stores", LOST_SIGNAL, Mistakes.WakesBeforeStore::new),
            cutDown("a park that returns is taken for a signal", TOO_MANY, Mistakes.CountsEveryWake::new)));
  }

  private Check manyFlags() {
    return new Check("storm: " + MANY + " flags", "a hint lost in a tree of three levels (FLG-4, LOP-3)",
        storm(MANY, sets, ShippedLoop::new), List.of(
            dropping(MANY, waits -> new ShippedLoop(waits, dropsUnparks()))));
  }

  private Check restless() {
    return new Check("storm: 64 flags, cancelled and limited at random",
        "a signal lost by a wait that ends otherwise (CAN-2, -5, FLG-10)",
        storm(64, sets, waits -> new RestlessLoop(waits, seed)), List.of(
            new Variant("a cancelled wait consumes", LOST_SIGNAL,
                broken(64, waits -> new RestlessLoop.ConsumesWhenCancelled(waits, seed))),
            new Variant("a wait returns without a signal", TOO_MANY,
                broken(64, waits -> new RestlessLoop.ReturnsWithoutSignal(waits, seed)))));
  }

  private Check direct() {
    return new Check("storm: direct tasks", "a wake-up lost between a task's thread and the loop's (LOP-4)",
        storm(3, sets / DIRECT_SHARE, waits -> new DirectLoop(waits, LoopOptions.defaults())), List.of(
            dropping(3, waits -> new DirectLoop(waits, dropsUnparks()))));
  }

  private Variant cutDown(String mistake, String symptom, Function<Waits, Subject> subject) {
    return new Variant(mistake, symptom, broken(1, subject));
  }

  private Variant dropping(int flags, Function<Waits, Subject> subject) {
    return new Variant("a parker that drops one wake-up in " + DROPPED_OF, LOST_WAKE_UP, broken(flags, subject));
  }

  private static LoopOptions dropsUnparks() {
    Parker parker = new PermitParker.Dropping(DROPPED_OF);
    return LoopOptions.defaults().withTime(System::nanoTime, parker);
  }

  private Trial storm(int flags, long howMany, Function<Waits, Subject> subject) {
    return () -> run(flags, howMany, subject, Watch.PATIENCE);
  }

  /** Each broken variant hangs once, so its watch may be less patient. */
  private Trial broken(int flags, Function<Waits, Subject> subject) {
    return () -> run(flags, sets, subject, Watch.PATIENCE / 3);
  }

  private Verdict run(int flags, long howMany, Function<Waits, Subject> subject, int patience) throws InterruptedException {
    try (Watch watch = new Watch(patience)) {
      return new Storm(flags, SETTERS, howMany, seed, subject).run(watch);
    }
  }
}
