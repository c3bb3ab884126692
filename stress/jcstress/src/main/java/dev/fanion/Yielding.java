package dev.fanion;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** At rest its task is ready, and about to begin its wait. */
final class Yielding extends Fixture {
  private final Step<@Nullable Void> begins = super::waits;

  static Yielding ready() {
    Yielding fixture = new Yielding();
    fixture.started();
    return fixture;
  }

  @Override
  Next<@Nullable Void> waits() {
    return loop.sleep(Duration.ZERO, begins);
  }

  /** Runs one round, which ends a wait. A second round would begin one. */
  @Override
  void settle() {
    if (returns == 0) {
      loop.runReady();
    }
  }
}
