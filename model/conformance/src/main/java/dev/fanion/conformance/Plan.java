package dev.fanion.conformance;

/**
 * What the user asks of a run.
 *
 * @param profile the profile to judge by
 * @param tasks the number of tasks beside main in the walk through every transition
 * @param steps the number of random requests in the large scenario
 * @param seed of everything that is random
 * @param failFast whether the first finding ends the run
 * @param choice the rules to tell of
 * @param expected what is expected to fail
 * @param requirements what decides the status
 */
public record Plan(Profile profile, int tasks, long steps, long seed, boolean failFast, RuleChoice choice, Expectations expected,
    Requirements requirements) {
  static final int TASKS = 2;
  static final long STEPS = 20_000;

  /** A plan that tells of all rules, expects nothing to fail, and demands all that the suite has. */
  public Plan(Profile profile, int tasks, long steps, long seed, boolean failFast) {
    this(profile, tasks, steps, seed, failFast, RuleChoice.ALL, Expectations.NONE, Requirements.ALL);
  }

  /** The same plan, with another choice of rules and other expectations. */
  public Plan telling(RuleChoice rules, Expectations fails) {
    return new Plan(profile, tasks, steps, seed, failFast, rules, fails, requirements);
  }

  /** The same plan, in which these requirements decide. */
  public Plan demanding(Requirements other) {
    return new Plan(profile, tasks, steps, seed, failFast, choice, expected, other);
  }

  /** The command that makes the same run, of all rules, of an adapter in a process. */
  String command() {
    return "./fanion conform --adapter CMD --profile " + profile.name() + " --seed " + seed + " --tasks " + tasks
        + " --steps " + steps + (requirements.isAll() ? "" : " --requirements " + requirements.number());
  }

  /** The usual plan, with seed 0. */
  public static Plan of(Profile profile) {
    return new Plan(profile, TASKS, STEPS, 0, false);
  }
}
