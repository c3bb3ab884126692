package dev.fanion.conformance;

/**
 * What the user asks of a run.
 *
 * @param tasks how many tasks beside main walk through every transition
 * @param steps how many requests are made at random
 */
public record Plan(Profile profile, int tasks, long steps, long seed, boolean failFast) {
  static final int TASKS = 2;
  static final long STEPS = 20_000;
}
