package dev.fanion.bench;

/** Sleeps on a thread of its own until another thread signals it, and then says when it woke. */
abstract class Sleeper implements AutoCloseable {
  /** The time of the last wake-up, by System.nanoTime. Written by the sleeper, and set to 0 by the signaller. */
  volatile long woke;

  /** The system's number of the thread; null before the first wake-up, and where the system gives no number. */
  private volatile String number;

  /** The thread that sleeps. */
  abstract Thread thread();

  /** Wakes the sleeper. Called only while it sleeps. */
  abstract void signal();

  /** Ends the thread. */
  @Override
  public abstract void close();

  final void awake() {
    long now = System.nanoTime();
    if (number == null) {
      number = Pinning.self();
    }
    woke = now;
  }

  final boolean pin() {
    return Pinning.pin(number, false);
  }

  final boolean sleeps() {
    Thread.State state = thread().getState();
    return state == Thread.State.WAITING || state == Thread.State.TIMED_WAITING;
  }
}
