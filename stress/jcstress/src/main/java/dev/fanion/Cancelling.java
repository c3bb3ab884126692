package dev.fanion;

import org.jspecify.annotations.Nullable;

/**
 * A second task cancels the first one's wait whenever it is poked. It began to wait after it, so it is woken after
 * it.
 */
final class Cancelling extends Fixture {
  final ThreadSafeFlag poke = new ThreadSafeFlag(loop);
  private final Step<@Nullable Void> poked = this::poked;
  private boolean spawned;

  static Cancelling asleep() {
    Cancelling fixture = new Cancelling();
    fixture.started();
    fixture.loop.runReady();
    return fixture;
  }

  @Override
  Next<@Nullable Void> waits() {
    if (!spawned) {
      spawned = true;
      loop.spawnSteps(() -> poke.await(poked));
    }
    return super.waits();
  }

  private Next<@Nullable Void> poked() {
    main.cancel();
    return poke.await(poked);
  }
}
