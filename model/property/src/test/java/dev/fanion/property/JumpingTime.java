package dev.fanion.property;

import dev.fanion.Parker;
import java.util.function.LongSupplier;

/** A clock that stands still while the loop runs, and jumps while the loop sleeps, by a given amount too far. */
final class JumpingTime implements Parker, LongSupplier {
  private final long oversleeps;
  private long now;

  JumpingTime(long oversleeps) {
    this.oversleeps = oversleeps;
  }

  /** Lets time pass while a task runs. */
  void pass(long nanos) {
    now += nanos;
  }

  @Override
  public long getAsLong() {
    return now;
  }

  @Override
  public void park(long nanos) {
    if (nanos == Long.MAX_VALUE) {
      throw new IllegalStateException("nothing will wake this loop");
    }
    now += nanos + oversleeps;
  }

  @Override
  public void unpark() {
    throw new IllegalStateException("nobody sets a flag while this loop sleeps");
  }
}
