package dev.fanion;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Its only task clears the flag in each of its turns, and then reads the payload; nobody waits. */
final class Clearing extends Fixture {
  private final Step<@Nullable Void> clears = this::clears;

  static Clearing ready() {
    Clearing fixture = new Clearing();
    fixture.started();
    return fixture;
  }

  @Override
  Next<@Nullable Void> waits() {
    return loop.sleep(Duration.ZERO, clears);
  }

  private Next<@Nullable Void> clears() {
    flag.clear();
    seen = payload;
    return waits();
  }
}
