package dev.fanion.schedules;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** The payloads of one schedule. Each comes with a set, and the loop waits until it has received all. So a lost one hangs. */
final class Payloads {
  static final String TOO_MANY_RETURNS = "more waits have returned than there were sets";

  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicBoolean stopsNext = new AtomicBoolean();
  private final int total;

  /** Loop only, as is the next. */
  private int received;

  private int returns;

  Payloads(int total) {
    this.total = total;
  }

  /** Makes the first setter that comes to unpark stop there for ever. Its payload need not be received. */
  Payloads stoppingTheFirstUnpark() {
    stopsNext.set(true);
    return this;
  }

  /** A thread that sends a number of payloads, and calls set after each. */
  Thread sender(int payloads, Runnable set) {
    return new Thread(() -> {
      try {
        for (int i = 0; i < payloads; i++) {
          sent.incrementAndGet();
          set.run();
        }
      } catch (Stopped forEver) {
        // nobody waits for this setter
      }
    });
  }

  /** Where a setter is about to unpark. */
  void aboutToUnpark() {
    if (stopsNext.getAndSet(false)) {
      throw new Stopped();
    }
  }

  /** A wait has returned. Loop only, as is the next. */
  void receive() {
    received = sent.get();
    if (++returns > received) {
      throw new IllegalStateException(TOO_MANY_RETURNS);
    }
  }

  boolean isExpecting() {
    return received < total;
  }

  static void start(Thread... threads) {
    for (Thread thread : threads) {
      thread.start();
    }
  }

  static void join(Thread... threads) {
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException nobodyInterrupts) {
        throw new IllegalStateException(nobodyInterrupts);
      }
    }
  }

  /** Stops a setter for ever. */
  private static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }
}
