package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A reply at the deadline is in time or late, and nothing between: a process whose reply is taken must not be ended. */
class WatchdogTest {
  private static final long PATIENCE = 20_000;
  private static final int ENOUGH = 200;

  @Test
  void whatIsInTimeIsNotEndedAndWhatIsLateIs() throws InterruptedException {
    int late = 0;
    int inTime = 0;
    for (int i = 0; i < 20_000 && (late < ENOUGH || inTime < ENOUGH); i++) {
      AtomicBoolean ended = new AtomicBoolean();
      Watchdog watchdog = new Watchdog(() -> ended.set(true), 1);
      watchdog.watch(PATIENCE);
      for (long until = System.nanoTime() + PATIENCE + i % 300 * 1_000; System.nanoTime() < until;) {
        Thread.onSpinWait();
      }
      boolean stopped = watchdog.stop();
      watchdog.close();
      watchdog.join();

      assertEquals(!stopped, ended.get());
      late += stopped ? 0 : 1;
      inTime += stopped ? 1 : 0;
    }
    assertTrue(late > 0 && inTime > 0, "both ends of the race were seen: " + late + " late, " + inTime + " in time");
  }

  @Test
  void afterALateReplyNothingIsInTime() throws InterruptedException {
    Watchdog watchdog = new Watchdog(() -> { }, 1);
    watchdog.watch(0);
    watchdog.join();
    watchdog.watch(1_000_000_000);

    assertTrue(watchdog.expired());
    assertFalse(watchdog.stop());
  }
}
