package dev.fanion.conformance;

/** How long to wait for the reply of a process, after all the time that a request itself asks for. All times in nanoseconds. */
final class Patience {
  /** An impatient suite waits this many times longer than for the slowest reply of late. */
  private static final int IMPATIENCE = 10;
  private static final long LEAST = 100_000_000;

  /** After this number of replies a slow one, as at the start, counts for a third. */
  private static final int FORGETS = 256;

  /** A reply changes what is usual by this part of what it differs by. */
  private static final int INERTIA = 32;

  private final long deadline;
  private long slowest = 1_000_000;
  private long usual;

  /** How many times the least patience; 0 for the whole deadline. */
  private int times;

  Patience(long deadline) {
    this.deadline = deadline;
  }

  /** How long to wait. */
  long nanos() {
    return times == 0 ? deadline : Math.min(deadline, times * Math.max(LEAST, IMPATIENCE * slowest));
  }

  /** Whether each reply is waited for as long as the user allows. */
  boolean isWhole() {
    return times == 0;
  }

  /**
   * Waits for less than the deadline.
   *
   * @param least how many times the least patience; 0 for the whole deadline
   * @return what it was before
   */
  int reduce(int least) {
    int before = times;
    times = least;
    return before;
  }

  /** Takes note of how long a reply took; less than nothing if it came before the end of a time that was asked for. */
  void took(long nanos) {
    usual += nanos < 0 ? 0 : (nanos - usual) / INERTIA;
    if (times == 0) {
      slowest = Math.max(slowest - slowest / FORGETS, nanos);
    }
  }

  /** How long a reply usually takes. */
  long usual() {
    return usual;
  }
}
