package dev.fanion;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;

/** A clock that stands still while the loop runs and jumps while it sleeps, and interrupts that come while it sleeps. */
final class VirtualTime implements Parker, LongSupplier {
  private record Interrupt(long time, Runnable body) {}

  private final Deque<Interrupt> interrupts = new ArrayDeque<>();
  private long now;
  private boolean permit;

  /** How often a setter found the loop asleep. */
  int unparks;

  /** The loop's sleep will run the body at that time. Call this in the order of the times. */
  void interruptAt(Duration time, Runnable body) {
    interrupts.add(new Interrupt(time.toNanos(), body));
  }

  /** Lets time pass while a task runs. */
  void pass(Duration time) {
    now += time.toNanos();
  }

  Duration now() {
    return Duration.ofNanos(now);
  }

  @Override
  public long getAsLong() {
    return now;
  }

  @Override
  public void park(long nanos) {
    if (nanos <= 0) {
      throw new AssertionError("a loop that has something to do sleeps");
    }
    if (permit) {
      permit = false;
      return;
    }
    Interrupt next = interrupts.peek();
    if (next != null && (nanos == Long.MAX_VALUE || next.time <= now + nanos)) {
      interrupts.remove();
      now = Math.max(now, next.time);
      next.body.run();
    } else if (nanos == Long.MAX_VALUE) {
      throw new AssertionError("the loop sleeps for ever");
    } else {
      now += nanos;
    }
  }

  @Override
  public void unpark() {
    unparks++;
    permit = true;
  }
}
