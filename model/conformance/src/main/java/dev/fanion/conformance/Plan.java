package dev.fanion.conformance;

/**
 * What the user asks of a run.
 *
 * @param profile the profile to judge by
 * @param tasks the number of tasks beside main in the walk through every transition
 * @param steps the number of random requests in the large scenario
 * @param seed of everything that is random
 * @param failFast whether the first finding ends the run
 */
public record Plan(Profile profile, int tasks, long steps, long seed, boolean failFast) {
  static final int TASKS = 2;
  static final long STEPS = 20_000;

  /** The usual plan, with seed 0. */
  public static Plan of(Profile profile) {
    return new Plan(profile, TASKS, STEPS, 0, false);
  }
}
