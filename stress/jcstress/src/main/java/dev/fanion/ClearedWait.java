package dev.fanion;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Its second task is always ready and clears the flag when it is told to: after the wake, and before the return of the wait. */
final class ClearedWait extends Fixture {
  /** Whether the second task is to clear the flag in its next turn; loop only. */
  boolean due;

  private final Step<@Nullable Void> clears = this::clears;
  private boolean spawned;

  static ClearedWait ready() {
    ClearedWait fixture = new ClearedWait();
    fixture.started();
    fixture.loop.runReady();
    return fixture;
  }

  @Override
  Next<@Nullable Void> waits() {
    if (!spawned) {
      spawned = true;
      loop.spawnSteps(clears);
    }
    return super.waits();
  }

  private Next<@Nullable Void> clears() {
    if (due) {
      due = false;
      flag.clear();
    }
    return loop.sleep(Duration.ZERO, clears);
  }
}
