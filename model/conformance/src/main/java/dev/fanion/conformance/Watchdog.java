package dev.fanion.conformance;

import java.util.concurrent.locks.LockSupport;

/**
 * Bites when a watched read misses its deadline. Watching costs two volatile writes, so that it can be done for every
 * reply; the bite may come some milliseconds late.
 */
final class Watchdog {
  private static final long LOOK_EVERY = 5_000_000;
  private static final long NEVER = Long.MAX_VALUE;

  private final Runnable bite;
  private final Thread thread;
  /** When to bite, or NEVER. Written by the reader, read by the watchdog's thread. */
  private volatile long at = NEVER;
  private volatile boolean bit;
  private volatile boolean closed;

  Watchdog(Runnable bite) {
    this.bite = bite;
    thread = new Thread(this::watch, "fanion-watchdog");
    thread.setDaemon(true);
    thread.start();
  }

  void watch(long patience) {
    at = System.nanoTime() + patience;
  }

  void rest() {
    at = NEVER;
  }

  boolean bit() {
    return bit;
  }

  void close() {
    closed = true;
    LockSupport.unpark(thread);
  }

  private void watch() {
    while (!closed && !bit) {
      long deadline = at;
      if (deadline != NEVER && System.nanoTime() - deadline > 0) {
        bit = true;
        bite.run();
      } else {
        LockSupport.parkNanos(this, LOOK_EVERY);
      }
    }
  }
}
