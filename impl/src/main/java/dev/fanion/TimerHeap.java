package dev.fanion;

import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;
import java.util.function.LongSupplier;

/** The pending deadlines of one loop: a binary heap whose members know their place. Loop only. */
final class TimerHeap {
  static final long NO_LIMIT = -1;

  /** About 146 years: with a longer limit the difference of two deadlines could overflow. */
  private static final long LONGEST = Long.MAX_VALUE >> 1;

  private static final Duration LONGEST_DURATION = Duration.ofNanos(LONGEST);

  private final LongSupplier clock;

  /** Invariant: no timer is before its parent, {@code heap[(i - 1) / 2]}. */
  private Timer[] heap = new Timer[8];

  private int size;

  /** How many timers were armed so far. */
  private long armed;

  TimerHeap(LongSupplier clock) {
    this.clock = clock;
  }

  /** The nanoseconds of a duration from outside, which is called what in a refusal. At most LONGEST. */
  static long nanos(Duration duration, String what) {
    Objects.requireNonNull(duration, what);
    if (duration.isNegative()) {
      throw new IllegalArgumentException(what + " is negative: " + duration + ". Use Duration.ZERO or more.");
    }
    return duration.compareTo(LONGEST_DURATION) > 0 ? LONGEST : duration.toNanos();
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** The nanoseconds until the first deadline, at least 0; Long.MAX_VALUE without a deadline. */
  long untilFirst() {
    return size == 0 ? Long.MAX_VALUE : Math.max(0, heap[0].deadline - clock.getAsLong());
  }

  void arm(Timer timer, long limit) {
    timer.deadline = clock.getAsLong() + limit;
    timer.order = armed++;
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, size * 2);
    }
    up(timer, size++);
  }

  /** Does nothing to a timer that is not armed. */
  void disarm(Timer timer) { //= CAN-5
    int hole = timer.index;
    if (hole >= 0) {
      timer.index = -1;
      Timer last = heap[--size];
      heap[size] = null;
      if (last != timer) {
        up(last, hole);
        down(last, last.index);
      }
    }
  }

  /** Expires every waiter whose time has come, in order. */
  void fire() { //= LOP-2, LOP-3
    if (size > 0) {
      long now = clock.getAsLong();
      while (size > 0 && heap[0].deadline - now <= 0) {
        Timer first = heap[0];
        disarm(first);
        first.waiter.expire();
      }
    }
  }

  private void up(Timer timer, int hole) {
    while (hole > 0 && timer.isBefore(heap[(hole - 1) / 2])) {
      place(heap[(hole - 1) / 2], hole);
      hole = (hole - 1) / 2;
    }
    place(timer, hole);
  }

  private void down(Timer timer, int hole) {
    for (int child = 2 * hole + 1; child < size; child = 2 * hole + 1) {
      if (child + 1 < size && heap[child + 1].isBefore(heap[child])) {
        child++;
      }
      if (!heap[child].isBefore(timer)) {
        break;
      }
      place(heap[child], hole);
      hole = child;
    }
    place(timer, hole);
  }

  private void place(Timer timer, int index) {
    heap[index] = timer;
    timer.index = index;
  }
}
