package dev.fanion.conformance;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * Runs an action when a watched read misses its deadline. To watch costs two atomic writes, so that every reply can be
 * watched; the action may come some milliseconds late. Either the read is in time, or the action runs, and never both.
 */
final class Watchdog {
  private static final long LOOK_EVERY = 5_000_000;
  private static final long NEVER = Long.MAX_VALUE;
  private static final long EXPIRED = Long.MAX_VALUE - 1;

  private final Runnable action;
  private final long lookEvery;
  private final Thread thread;

  /**
   * When the watched read expires, NEVER, or EXPIRED. Whoever ends a watch takes the deadline out of here: the reader, or the
   * thread of the watchdog.
   */
  private final AtomicLong deadline = new AtomicLong(NEVER);
  private volatile boolean closed;

  Watchdog(Runnable action) {
    this(action, LOOK_EVERY);
  }

  Watchdog(Runnable action, long lookEvery) {
    this.action = action;
    this.lookEvery = lookEvery;
    thread = new Thread(this::watch, "fanion-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  /** A read begins. */
  void watch(long patience) {
    deadline.compareAndSet(NEVER, System.nanoTime() + patience);
  }

  /** A read has ended. Returns whether it was in time; if not, the action has run, or runs now. */
  boolean stop() {
    long current = deadline.get();
    return current != EXPIRED && deadline.compareAndSet(current, NEVER);
  }

  boolean expired() {
    return deadline.get() == EXPIRED;
  }

  void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  /** Waits until nothing will happen any more, once it is closed. */
  void join() throws InterruptedException {
    thread.join();
  }

  private void watch() {
    while (!closed && !expired()) {
      long current = deadline.get();
      boolean late = current != NEVER && System.nanoTime() - current > 0;
      if (late && deadline.compareAndSet(current, EXPIRED)) {
        action.run();
      } else if (!late) {
        LockSupport.parkNanos(this, lookEvery);
      }
    }
  }
}
