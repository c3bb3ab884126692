package dev.fanion.storms;

import java.util.concurrent.Exchanger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Tells a hang from slowness without a deadline: it counts rounds of its own. A round is a meeting of two threads, for which each
 * is parked and woken. So rounds come only as fast as this machine wakes threads just now.
 */
final class Watch implements AutoCloseable {
  /** This number of rounds without progress is a hang. A thread that was woken before the first runs long before the last. */
  static final int PATIENCE = 3_000;

  private static final int GLANCES = 2_000;
  private static final long BETWEEN_ROUNDS = 1_000_000;
  private static final long WHILE_ALL_IS_WELL = 20_000_000;

  private final Exchanger<Object> meeting = new Exchanger<>();
  private final Thread partner = new Thread(this::meet, "watch");
  private final int patience;

  Watch() {
    this(PATIENCE);
  }

  /** A watch with another patience than the usual one. */
  Watch(int patience) {
    this.patience = patience;
    partner.setDaemon(true);
    partner.start();
  }

  /** Returns true when done is true, or false when progress has stood still for as many rounds as the watch has patience. */
  boolean sees(BooleanSupplier done, LongSupplier progress) throws InterruptedException {
    for (int glance = 0; glance < GLANCES && !done.getAsBoolean(); glance++) {
      Thread.yield();
    }
    long before = progress.getAsLong();
    for (int still = 0; still < patience; still++) {
      if (done.getAsBoolean()) {
        return true;
      }
      meeting.exchange(this);
      LockSupport.parkNanos(this, still == 0 ? WHILE_ALL_IS_WELL : BETWEEN_ROUNDS);
      long now = progress.getAsLong();
      if (now != before) {
        before = now;
        still = -1;
      }
    }
    return done.getAsBoolean();
  }

  private void meet() {
    try {
      while (true) {
        meeting.exchange(this);
      }
    } catch (InterruptedException closed) {
      return;
    }
  }

  @Override
  public void close() {
    partner.interrupt();
  }
}
