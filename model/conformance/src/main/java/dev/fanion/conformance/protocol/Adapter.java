package dev.fanion.conformance.protocol;

/**
 * One implementation under test.
 *
 * <h2>Threads</h2>
 * Confined to one thread, except that {@link #close()} may be called from any.
 */
public interface Adapter extends AutoCloseable {
  Hello hello();

  /**
   * Holds one scenario, from {@code main started} until the dialogue has no further request or the scenario is over.
   *
   * @throws Trouble where the implementation hung, crashed or broke the protocol; the adapter is fit for the next
   *     scenario all the same, unless the trouble is fatal
   */
  void run(Begin begin, Dialogue dialogue) throws Trouble;

  /** The clock by which this implementation's time limits are judged, in nanoseconds. */
  long nanoTime();

  /** Whether its time limits take real time. */
  boolean realTime();

  /** Until {@link #patient()}: expect replies about as fast as those so far, since a hang is nothing new. */
  default void impatient() {}

  /** Wait for each reply as long as the user allows. */
  default void patient() {}

  /**
   * Asks it to end, as after the last scenario.
   *
   * @throws Trouble where it does not, or not as the protocol says
   */
  default void quit() throws Trouble {}

  @Override
  void close();
}
