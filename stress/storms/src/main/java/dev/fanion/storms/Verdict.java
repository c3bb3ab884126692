package dev.fanion.storms;

/**
 * What a trial came to.
 *
 * @param samples how many times it was tried
 * @param bad how many of them must not be
 * @param complaint the first of these, in words; empty if there is none
 */
record Verdict(long samples, long bad, String complaint) {
  static Verdict clean(long samples) {
    return new Verdict(samples, 0, "");
  }

  static Verdict bad(long samples, String complaint) {
    return new Verdict(samples, 1, complaint);
  }

  /** What the two came to together, this one first. */
  Verdict and(Verdict next) {
    return new Verdict(samples + next.samples, bad + next.bad, bad > 0 ? complaint : next.complaint);
  }
}
