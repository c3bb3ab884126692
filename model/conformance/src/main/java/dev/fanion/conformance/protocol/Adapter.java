package dev.fanion.conformance.protocol;

/**
 * One implementation under test.
 *
 * <h2>Threads</h2>
 * Confined to one thread, except that {@link #close()} may be called from any.
 */
public interface Adapter extends AutoCloseable {
  /** What the adapter says of its implementation. */
  Hello hello();

  /**
   * Runs one scenario, from {@code main started} until the driver has no further request or the scenario is over.
   *
   * @throws AdapterFailure if the implementation hung, crashed or broke the protocol; the adapter can run the next scenario
   *     unless it broke the protocol
   */
  void run(Cast cast, Driver driver) throws AdapterFailure;

  /** The clock by which the time limits of this implementation are judged, in nanoseconds. */
  long nanoTime();

  /** Whether time limits of this implementation take real time. */
  boolean realTime();

  /** Whether replies take real time, so that a silence is known only after a while. */
  default boolean takesTime() {
    return realTime();
  }

  /** How long a reply usually takes, in nanoseconds, of late; 0 if that is no time, or not known. */
  default long roundTrip() {
    return 0;
  }

  /**
   * Until {@link #patient()}: give up on a reply that takes much longer than the replies so far.
   *
   * @param times how many times as long as what is the least to tell a slow reply from a missing one
   */
  default void impatient(int times) {}

  /** Wait for each reply as long as the user allows. */
  default void patient() {}

  /**
   * Asks the adapter to end, as after the last scenario.
   *
   * @throws AdapterFailure if it does not end, or not as the protocol says
   */
  default void quit() throws AdapterFailure {}

  /** Ends what runs the scenarios, without asking: nothing of them is left. The next scenario begins in a new process. */
  default void discard() {}

  @Override
  void close();
}
