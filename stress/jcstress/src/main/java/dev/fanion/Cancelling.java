package dev.fanion;

import org.jspecify.annotations.Nullable;

/**
 * Its second task cancels the first task's wait whenever the second one is poked. The second task begins its wait after the
 * first, so the loop also wakes it after the first.
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
