package dev.fanion.conformance;

import java.util.concurrent.locks.LockSupport;

/**
 * Runs an action when a watched read misses its deadline. To watch costs two volatile writes, so that every reply can be
 * watched; the action may come some milliseconds late.
 */
final class Watchdog {
  private static final long LOOK_EVERY = 5_000_000;
  private static final long NEVER = Long.MAX_VALUE;

  private final Runnable action;
  private final Thread thread;

  /** When the watched read expires, or NEVER. Written by the reader, read by the thread of the watchdog. */
  private volatile long deadline = NEVER;
  private volatile boolean expired;
  private volatile boolean closed;

  Watchdog(Runnable action) {
    this.action = action;
    thread = new Thread(this::watch, "fanion-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  void watch(long patience) {
    deadline = System.nanoTime() + patience;
  }

  void stop() {
    deadline = NEVER;
  }

  boolean expired() {
    return expired;
  }

  void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void watch() {
    while (!closed && !expired) {
      long current = deadline;
      if (current != NEVER && System.nanoTime() - current > 0) {
        expired = true;
        action.run();
      } else {
        LockSupport.parkNanos(this, LOOK_EVERY);
      }
    }
  }
}
