package dev.fanion;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Its flag is in a full leaf, the only node of the tree. A second task is about to wait on a flag that has no room there. */
final class Growing extends Fixture {
  private final ThreadSafeFlag last = new ThreadSafeFlag(loop);
  private boolean spawned;

  static Growing full() {
    Growing fixture = new Growing();
    fixture.started();
    fixture.loop.runReady();
    for (int slot = 1; slot < Long.SIZE; slot++) {
      fixture.loop.hints.add(fixture.last); // only fills the leaf: nobody waits on it there
    }
    return fixture;
  }

  @Override
  Next<@Nullable Void> waits() {
    if (!spawned) {
      spawned = true;
      loop.spawnSteps(() -> loop.sleep(Duration.ZERO, () -> last.await(Next::<@Nullable Void>end)));
    }
    return super.waits();
  }
}
