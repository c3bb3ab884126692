package dev.fanion.bench;

/**
 * One way to block tasks on an event and to wake them: the reference, or a peer. Used by one thread, which is the loop where
 * there is one. A subject is asked for one of its operations only, and for that one again and again.
 */
abstract class Subject implements AutoCloseable {
  /** How many waits have ended, each followed by the waiter's next. The benchmarks compare it with what it must be. */
  long turns;

  /** Makes so many waiters, each with a state of its own, and has them wait for one event; before setAndResumeAll. */
  abstract void blockToSet(int waiters);

  /** Makes so many waiters without a state of their own, to see what they weigh. */
  abstract void blockSharing(int waiters);

  /** As blockToSet; before cancelOne. */
  abstract void blockToCancel(int waiters);

  /** Sets the event. Each waiter has gone on, and waits again, when this returns. */
  abstract void setAndResumeAll();

  /** Cancels the wait of one waiter, another each time. It has learned of that, and waits again, when this returns. */
  abstract void cancelOne();

  /** Two tasks wake one another so many times each. Counts a turn for each round. */
  abstract void pingPong(int rounds);

  /** One task waits so many times on an event that is set. */
  abstract void awaitSet(int times);

  @Override
  public void close() {}

  static UnsupportedOperationException notPossible(String why) {
    return new UnsupportedOperationException(why);
  }
}
