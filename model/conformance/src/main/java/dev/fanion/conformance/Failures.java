package dev.fanion.conformance;

/**
 * How often scenarios of a run went wrong, and by which rules.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Failures {
  /** A run ends after this number of hangs. */
  static final int MOST_HANGS = 20;

  /** A part of a run ends after this number of scenarios that went wrong. */
  private static final int MOST_FAILURES = 1_000;

  /** A rule for which it hung, or its process ended, this often gets no new scenario: each costs a deadline. */
  private static final int ENOUGH = 3;

  private final int[] byRule = new int[Rule.ALL.size()];

  /** By rule: how often it hung, or its process ended. */
  private final int[] costly = new int[Rule.ALL.size()];

  private long settled;
  private int scenarios;
  private int before;
  private int hangs;

  /** Counts a scenario that went wrong. */
  void count(Finding finding) {
    scenarios++;
    hangs += finding.kind() == Finding.Kind.HANG ? 1 : 0;
    for (long left = finding.rules(); left != 0; left &= left - 1) {
      int rule = Long.numberOfTrailingZeros(left);
      byRule[rule]++;
      costly[rule] += finding.kind() == Finding.Kind.BROKEN ? 0 : 1;
      settled |= costly[rule] >= ENOUGH ? 1L << rule : 0;
    }
  }

  /** A part of the run begins. */
  void beginPhase() {
    before = scenarios;
  }

  /** Whether more failures in this part of the run would say nothing new. */
  boolean enoughForThisPhase() {
    return scenarios - before >= MOST_FAILURES;
  }

  boolean hungTooOften() {
    return hangs >= MOST_HANGS;
  }

  /** The rules for which it hung, or its process ended, often enough. */
  long settled() {
    return settled;
  }

  /** How many scenarios broke this rule. */
  int of(Rule rule) {
    return byRule[rule.index()];
  }

  /** How many scenarios went wrong. */
  int scenarios() {
    return scenarios;
  }
}
