package dev.fanion.bench;

/**
 * One way to block tasks on an event and to wake them: the reference, or a peer. One thread uses it, which runs the loop where
 * there is one. A subject is asked for one of its operations only, again and again.
 */
abstract class Subject implements AutoCloseable {
  /** How many waits have ended, each followed by the waiter's next. The benchmarks compare the count with what they asked for. */
  long turns;

  /** Makes waiters, each with a state of its own, which wait for one event. Called before setAndResumeAll. */
  abstract void blockToSet(int waiters);

  /** Makes waiters without a state of their own, so that their weight can be measured. */
  abstract void blockSharing(int waiters);

  /** As blockToSet. Called before cancelOne. */
  abstract void blockToCancel(int waiters);

  /** Sets the event. When this returns, each waiter has gone on and waits again. */
  abstract void setAndResumeAll();

  /** Cancels the wait of one waiter, another each time. When this returns, the waiter has learned of it and waits again. */
  abstract void cancelOne();

  /** Two tasks wake each other once in each round. Counts a turn for each round. */
  abstract void pingPong(int rounds);

  /** One task waits again and again on an event that is set. */
  abstract void awaitSet(int times);

  @Override
  public void close() {}

  static UnsupportedOperationException notPossible(String why) {
    return new UnsupportedOperationException(why);
  }
}
