package dev.fanion.property;

import dev.fanion.Parker;
import java.util.Iterator;
import java.util.List;
import java.util.function.LongSupplier;

/** Time that passes while the loop sleeps. Interrupts come then, each at its time, or earlier if nothing else will happen. */
final class IdleTime implements Parker, LongSupplier {
  private final Iterator<Integer> interrupts;
  private final Runnable interrupt;
  private long next;
  private long now;

  IdleTime(List<Integer> interrupts, Runnable interrupt) {
    this.interrupts = interrupts.iterator();
    this.interrupt = interrupt;
    advance();
  }

  private void advance() {
    next = interrupts.hasNext() ? interrupts.next() : Long.MAX_VALUE;
  }

  @Override
  public long getAsLong() {
    return now;
  }

  void pass(long nanos) {
    now += nanos;
  }

  @Override
  public void park(long nanos) {
    if (nanos == Long.MAX_VALUE || next <= now + nanos) {
      now = next == Long.MAX_VALUE ? now : Math.max(now, next);
      advance();
      interrupt.run();
    } else {
      now += nanos;
    }
  }

  /** Lets half of the time pass, if no interrupt comes in it. */
  void parkTooShort(long nanos) {
    if (nanos != Long.MAX_VALUE && next > now + nanos / 2) {
      now += nanos / 2;
    }
  }

  @Override
  public void unpark() {}
}
