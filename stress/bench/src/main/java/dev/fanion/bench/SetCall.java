package dev.fanion.bench;

import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.Next;
import dev.fanion.Step;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/** The call of {@code event.set()} alone: from just before it to just after it, without the turns of those that it wakes. */
final class SetCall {
  private final EventLoop loop = new EventLoop(ReferenceTasks.driven());
  private final Event event = new Event(loop);
  private final Step<Void> setAgain = this::set;
  private final Step<Void> awaitAgain = this::resumed;
  private final Histogram nanos = new Histogram(3);
  private final Histogram empty = new Histogram(3);
  private long resumed;

  private SetCall(int waiters) {
    loop.startSteps(() -> {
      for (int i = 0; i < waiters; i++) {
        loop.spawnSteps(() -> event.await(awaitAgain));
      }
      return loop.sleep(Duration.ZERO, setAgain);
    });
    loop.runReady();
    loop.runReady();
  }

  /** The median, without what looking at the clock takes. */
  static double median(int waiters) {
    SetCall call = new SetCall(waiters);
    int rounds = Math.max(60, Math.min(200_000, 20_000_000 / waiters));
    call.run(rounds / 2);
    call.nanos.reset();
    call.empty.reset();
    call.run(rounds);
    if (call.resumed != (long) waiters * (rounds + rounds / 2)) {
      throw new IllegalStateException(call.resumed + " turns of " + waiters + " waiters in " + rounds + " rounds");
    }
    return Math.max(1, call.nanos.getValueAtPercentile(50) - call.empty.getValueAtPercentile(50));
  }

  private void run(int rounds) {
    for (int i = 0; i < rounds; i++) {
      loop.runReady();
    }
  }

  private Next<Void> resumed() {
    resumed++;
    return event.await(awaitAgain);
  }

  private Next<Void> set() {
    System.nanoTime(); // its code, and the page that it reads, are now at hand
    long start = System.nanoTime();
    long before = System.nanoTime();
    event.set();
    long after = System.nanoTime();
    event.clear();
    empty.recordValue(before - start);
    nanos.recordValue(after - before);
    return loop.sleep(Duration.ZERO, setAgain);
  }
}
