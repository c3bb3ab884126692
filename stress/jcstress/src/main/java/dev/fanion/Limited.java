package dev.fanion;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Each wait of its task is limited to one nanosecond of the loop's clock, which stands still until a race moves it. */
final class Limited extends Fixture {
  private static final Duration LIMIT = Duration.ofNanos(1);

  static Limited asleep() {
    Limited fixture = new Limited();
    fixture.started();
    return fixture;
  }

  @Override
  Next<@Nullable Void> waits() {
    return waitsFor(LIMIT);
  }
}
