package dev.fanion.storms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final int PATIENCE = 20;

  private final AtomicLong looks = new AtomicLong();

  @Test
  void whatIsDoneIsNoHang() throws InterruptedException {
    try (Watch watch = new Watch(PATIENCE)) {
      assertTrue(watch.sees(() -> true, () -> 0));
    }
  }

  @Test
  void whatMovesIsNoHangHoweverLongItTakes() throws InterruptedException {
    try (Watch watch = new Watch(PATIENCE)) {
      assertTrue(watch.sees(() -> looks.get() > 3 * PATIENCE, () -> looks.incrementAndGet() / 2));
    }
  }

  @Test
  void whatStandsStillBeyondThePatienceIsAHang() throws InterruptedException {
    try (Watch watch = new Watch(PATIENCE)) {
      assertFalse(watch.sees(() -> false, () -> {
        looks.incrementAndGet();
        return 0;
      }));
    }
    assertEquals(PATIENCE + 1, looks.get());
  }
}
