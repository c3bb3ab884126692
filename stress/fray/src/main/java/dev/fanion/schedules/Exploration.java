package dev.fanion.schedules;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Random;
import kotlin.Unit;
import org.jspecify.annotations.Nullable;
import org.pastalab.fray.core.TestRunner;
import org.pastalab.fray.core.command.Configuration;
import org.pastalab.fray.core.command.ExecutionInfo;
import org.pastalab.fray.core.command.LambdaExecutor;
import org.pastalab.fray.core.command.NetworkDelegateType;
import org.pastalab.fray.core.command.SystemTimeDelegateType;
import org.pastalab.fray.core.randomness.ControlledRandom;
import org.pastalab.fray.core.randomness.Randomness;

/**
 * The result of a bounded search of one scenario. Each schedule is drawn with a seed of its own: the first seed, and one more for
 * each schedule. So the seed of the last one repeats it alone.
 *
 * @param schedules how many were run: fewer than the bound if one failed
 * @param lastSeed the seed of the last schedule
 * @param failure what went wrong in the last schedule, or null
 */
record Exploration(long schedules, long lastSeed, @Nullable String failure) {
  /** What Fray throws for a schedule in which no thread can continue. */
  static final String HANG = "DeadlockException";

  private static final int SECONDS_AT_MOST = 3_600;
  private static final long NANOS_FOR_A_LOOK_AT_THE_CLOCK = 100_000;

  /**
   * Runs schedules until one fails.
   *
   * @param scenario starts its threads and waits for them; apart from the schedule it must do the same each time
   * @param bound how many to run at most
   * @param reports a folder for Fray's own reports, which it empties first
   */
  static Exploration of(Runnable scenario, Search search, int bound, long firstSeed, Path reports) {
    Seeds seeds = new Seeds(firstSeed);
    long[] runs = new long[1];
    LambdaExecutor executor = new LambdaExecutor(() -> {
      runs[0]++;
      scenario.run();
      return Unit.INSTANCE;
    });
    boolean keepsSchedule = true;
    boolean exploresOn = false;
    boolean staysAfterABug = true;
    boolean replays = false;
    boolean withoutFray = false;
    boolean runsOnceBefore = false;
    boolean ignoresTimeLimits = false;
    boolean sleepsAreYields = true;
    boolean resetsClasses = true;
    boolean takesStandardOutput = false;
    boolean abortsThreadsAtTheEnd = false;
    boolean needsStackHashes = false;
    Configuration configuration = new Configuration(new ExecutionInfo(executor, false, false, -1), reports, bound,
        SECONDS_AT_MOST, search.scheduler(seeds.next()), seeds::next, keepsSchedule, exploresOn, staysAfterABug, replays,
        withoutFray, runsOnceBefore, NetworkDelegateType.NONE, SystemTimeDelegateType.MOCK, NANOS_FOR_A_LOOK_AT_THE_CLOCK,
        ignoresTimeLimits, sleepsAreYields, resetsClasses, takesStandardOutput, abortsThreadsAtTheEnd, needsStackHashes, null);
    Throwable bug = new TestRunner(configuration).run();
    return new Exploration(runs[0], firstSeed + runs[0] - 1, bug == null ? null : bug.toString());
  }

  private static final class Seeds {
    private long seed;

    Seeds(long first) {
      seed = first;
    }

    Randomness next() {
      return new ControlledRandom(new ArrayList<>(), new ArrayList<>(), new Random(seed++));
    }
  }
}
