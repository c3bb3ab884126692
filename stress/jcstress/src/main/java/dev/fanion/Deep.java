package dev.fanion;

import org.jspecify.annotations.Nullable;

/** Its flag is in the second leaf of a tree of two levels. A second task waits on another flag of that leaf. */
final class Deep extends Fixture {
  private static final int LEAF = Long.SIZE;

  final ThreadSafeFlag other = new ThreadSafeFlag(loop);

  /** How often the wait on the other flag has returned. */
  int others;

  private boolean spawned;

  private final Step<@Nullable Void> otherReturned = this::otherReturned;

  static Deep asleep() {
    Deep fixture = new Deep();
    ThreadSafeFlag idle = new ThreadSafeFlag(fixture.loop);
    for (int i = 0; i < LEAF; i++) {
      fixture.loop.hints.add(idle);
    }
    fixture.started();
    fixture.loop.runReady();
    return fixture;
  }

  @Override
  Next<@Nullable Void> waits() {
    if (!spawned) {
      spawned = true;
      loop.spawnSteps(() -> other.await(otherReturned));
    }
    return super.waits();
  }

  private Next<@Nullable Void> otherReturned() {
    others++;
    return other.await(otherReturned);
  }

  @Override
  boolean rest() {
    others = 0;
    return super.rest() && !Shared.raised(other);
  }
}
