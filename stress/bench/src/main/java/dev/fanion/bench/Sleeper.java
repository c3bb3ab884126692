package dev.fanion.bench;

/** Something that sleeps on a thread of its own until another signals it, and then says when it woke. */
abstract class Sleeper implements AutoCloseable {
  /** When it last woke, by System.nanoTime; 0 before. Written by the sleeper, and set to 0 by the signaller. */
  volatile long woke;

  /** The number of its thread, for the system; null before it first woke, and where there is none. */
  private volatile String number;

  /** The thread that sleeps. */
  abstract Thread thread();

  /** Wakes it. Called only while it sleeps. */
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
