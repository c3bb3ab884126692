package dev.fanion.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.HdrHistogram.Histogram;

/** The time from a call on one thread until another thread, which slept, runs and says so. */
final class Latency {
  /** The pause between the moment when the sleeper is seen to wait and its wake-up, so that it is really asleep. */
  private static final long SETTLE_NANOS = 50_000;

  private static final long GIVE_UP_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Sleeper sleeper;
  final Histogram wake = new Histogram(3);
  final Histogram call = new Histogram(3);

  private Latency(Sleeper sleeper) {
    this.sleeper = sleeper;
  }

  /** Measures all sleepers in short turns, so that a disturbance hits each of them, and then ends them. */
  static <K> Map<K, Latency> measure(Map<K, Supplier<Sleeper>> makers, int warmup, int rounds,
      int wakes) {
    Map<K, Latency> all = new LinkedHashMap<>();
    makers.forEach((key, maker) -> all.put(key, new Latency(maker.get())));
    boolean pinned = Pinning.pin(Pinning.self(), true);
    for (Latency latency : all.values()) {
      latency.run(1);
      pinned &= latency.sleeper.pin();
      latency.run(warmup);
    }
    if (!pinned) {
      System.err.println("not pinned, for want of taskset or of a second processor: the latencies are a mixture");
    }
    all.values().forEach(latency -> {
      latency.wake.reset();
      latency.call.reset();
    });
    for (int i = 0; i < rounds; i++) {
      all.values().forEach(latency -> latency.run(wakes));
    }
    all.values().forEach(latency -> latency.sleeper.close());
    return all;
  }

  private void run(int wakes) {
    for (int i = 0; i < wakes; i++) {
      untilAsleep();
      sleeper.woke = 0;
      long before = System.nanoTime();
      sleeper.signal();
      long after = System.nanoTime();
      long woke = sleeper.woke;
      while (woke == 0) {
        giveUpAfter(after, "was signalled and did not wake");
        woke = sleeper.woke;
      }
      wake.recordValue(woke - before);
      call.recordValue(after - before);
    }
  }

  private void untilAsleep() {
    long start = System.nanoTime();
    while (!sleeper.sleeps()) {
      giveUpAfter(start, "does not go to sleep");
    }
    long settled = System.nanoTime() + SETTLE_NANOS;
    while (System.nanoTime() < settled) {
      Thread.onSpinWait();
    }
  }

  private void giveUpAfter(long start, String what) {
    Thread.onSpinWait();
    if (System.nanoTime() - start > GIVE_UP_NANOS) {
      throw new IllegalStateException(sleeper.getClass().getName() + " " + what);
    }
  }
}
