package dev.fanion.storms;

/**
 * The result of a trial.
 *
 * @param samples how many samples were tried
 * @param bad how many of them were wrong
 * @param complaint the first wrong one, in words; empty if all were right
 */
record Verdict(long samples, long bad, String complaint) {
  static Verdict clean(long samples) {
    return new Verdict(samples, 0, "");
  }

  static Verdict bad(long samples, String complaint) {
    return new Verdict(samples, 1, complaint);
  }

  /** The sum of this result and a later one. */
  Verdict and(Verdict next) {
    return new Verdict(samples + next.samples, bad + next.bad, bad > 0 ? complaint : next.complaint);
  }
}
