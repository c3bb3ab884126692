package dev.fanion.bench;

import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.Next;
import dev.fanion.Step;
import java.time.Duration;
import org.HdrHistogram.Histogram;

/**
 * The call of {@code event.set()} alone, from just before it to just after it, without the turns of the tasks that it wakes.
 * After the turns of a million tasks the caches have lost everything that the call touches. So a set of an event with one waiter
 * is measured too, in rounds of its own and with caches as cold.
 */
final class SetCall {
  private final EventLoop loop = new EventLoop(ReferenceTasks.driven());
  private final Event event = new Event(loop);
  private final Event single = new Event(loop);
  private final Step<Void> setAgain = this::set;
  private final Step<Void> awaitAgain = this::resumed;
  private final Step<Void> awaitSingle = this::singleResumed;
  private final Histogram nanos = new Histogram(3);
  private final Histogram singleNanos = new Histogram(3);
  private final Histogram empty = new Histogram(3);
  private final int waiters;
  private long resumed;
  private long singleResumed;
  private long sets;

  /** Blocks the waiters. */
  SetCall(int waiters) {
    this.waiters = waiters;
    loop.startSteps(() -> {
      for (int i = 0; i < waiters; i++) {
        loop.spawnSteps(() -> event.await(awaitAgain));
      }
      loop.spawnSteps(() -> single.await(awaitSingle));
      return loop.sleep(Duration.ZERO, setAgain);
    });
    loop.runReady(); // main makes the tasks
    loop.runReady(); // they wait, and main sets
    resumed = 0;
    sets = 0;
  }

  /** Sets both events often enough for meaningful medians. */
  SetCall measure() {
    int rounds = Math.max(60, Math.min(200_000, 20_000_000 / waiters));
    run(rounds / 2);
    nanos.reset();
    singleNanos.reset();
    empty.reset();
    run(rounds);
    if (resumed != (long) waiters * sets || singleResumed != sets) {
      throw new IllegalStateException(sets + " sets, " + resumed + " turns of " + waiters + ", " + singleResumed + " of one");
    }
    return this;
  }

  private void run(int rounds) {
    for (int i = 0; i < rounds; i++) {
      loop.runReady();
    }
  }

  /** The median, less the time that a look at the clock takes. */
  double median() {
    return lessTheClock(nanos);
  }

  /** The same of the event with one waiter. */
  double medianOfOne() {
    return lessTheClock(singleNanos);
  }

  private double lessTheClock(Histogram measured) {
    return Math.max(1, measured.getValueAtPercentile(50) - empty.getValueAtPercentile(50));
  }

  private Next<Void> resumed() {
    resumed++;
    return event.await(awaitAgain);
  }

  private Next<Void> singleResumed() {
    singleResumed++;
    return single.await(awaitSingle);
  }

  /** The first call of a round fetches everything. So only that call is recorded, and the events take turns in being first. */
  private Next<Void> set() {
    boolean singleFirst = (sets++ & 1) == 0;
    System.nanoTime(); // now the clock's code and the page that it reads are in the caches
    long start = System.nanoTime();
    long before = System.nanoTime();
    (singleFirst ? single : event).set();
    long after = System.nanoTime();
    (singleFirst ? event : single).set();
    event.clear();
    single.clear();
    empty.recordValue(before - start);
    (singleFirst ? singleNanos : nanos).recordValue(after - before);
    return loop.sleep(Duration.ZERO, setAgain);
  }
}
