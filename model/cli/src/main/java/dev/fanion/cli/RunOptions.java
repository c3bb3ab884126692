package dev.fanion.cli;

import dev.fanion.conformance.Profile;
import dev.fanion.conformance.Plan;
import java.security.SecureRandom;
import picocli.CommandLine.Option;

/** The options of every run of the suite. */
final class RunOptions {
  private static final int MOST_TASKS = 7;

  @Option(names = "--tasks", paramLabel = "N", defaultValue = "2",
      description = "Walk through every transition with main and N other tasks, 1 to 7; default ${DEFAULT-VALUE}. "
          + "3 takes about a minute; 4 takes much longer, and much memory.")
  int tasks;

  @Option(names = "--steps", paramLabel = "N", defaultValue = "20000",
      description = "Make N random requests in a large scenario, N more in the small one, and up to N/5 with time limits; "
          + "default ${DEFAULT-VALUE}.")
  long steps;

  @Option(names = "--seed", paramLabel = "N",
      description = "The seed of the random requests; the default is a new one, which is printed.")
  Long seed;

  @Option(names = "--fail-fast", description = "Stop after the first failure.")
  boolean failFast;

  Plan plan(Profile profile) {
    if (tasks < 1 || tasks > MOST_TASKS) {
      throw new IllegalArgumentException("--tasks " + tasks + ": give 1 to " + MOST_TASKS + " tasks beside main");
    } else if (steps < 1) {
      throw new IllegalArgumentException("--steps " + steps + ": give 1 or more");
    }
    return new Plan(profile, tasks, steps, seed == null ? new SecureRandom().nextInt(1_000_000) : seed, failFast);
  }
}
