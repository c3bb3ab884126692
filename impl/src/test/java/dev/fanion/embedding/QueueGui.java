package dev.fanion.embedding;

import java.util.Comparator;
import java.util.PriorityQueue;

/** A GUI without a screen: a queue of events in the order of their times. Its clock jumps to the next. */
final class QueueGui {
  private record Posted(long time, long order, Runnable body) {}

  private final PriorityQueue<Posted> queue =
      new PriorityQueue<>(Comparator.comparingLong(Posted::time).thenComparingLong(Posted::order));
  private long now;
  private long posted;

  long now() {
    return now;
  }

  void post(Runnable body) {
    postAt(body, 0);
  }

  Runnable postAt(Runnable body, long nanos) {
    Posted event = new Posted(now + nanos, posted++, body);
    queue.add(event);
    return () -> queue.remove(event);
  }

  /** How many events are for later. */
  long delayed() {
    return queue.stream().filter(event -> event.time > now).count();
  }

  void runUntilIdle() {
    for (Posted next = queue.poll(); next != null; next = queue.poll()) {
      now = next.time;
      next.body.run();
    }
  }
}
