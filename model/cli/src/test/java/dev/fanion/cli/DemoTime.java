package dev.fanion.cli;

import dev.fanion.Parker;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;

/** Time that passes only while a loop sleeps, and only after every interrupt that was started is over. */
final class DemoTime implements Parker, LongSupplier {
  private final Semaphore wakes = new Semaphore(0);
  private volatile long now;

  Duration now() {
    return Duration.ofNanos(now);
  }

  @Override
  public long getAsLong() {
    return now;
  }

  @Override
  public void park(long nanos) {
    interrupts().forEach(DemoTime::join);
    boolean woken = wakes.drainPermits() > 0;
    if (!woken && nanos == Long.MAX_VALUE) {
      throw new IllegalStateException("nothing will wake this loop");
    }
    now += woken ? 0 : nanos;
  }

  @Override
  public void unpark() {
    wakes.release();
  }

  private static List<Thread> interrupts() {
    return Thread.getAllStackTraces().keySet().stream().filter(t -> t.getName().startsWith("interrupt ")).toList();
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
