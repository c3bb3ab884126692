package dev.fanion.storms;

import dev.fanion.CancelledException;
import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.Next;
import dev.fanion.Task;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** Very many waiters of one event. All are cancelled but the one in the middle. */
final class Cancellations {
  private final int howMany;
  private final IntUnaryOperator order;
  private final EventLoop loop = new EventLoop();
  private final Event event = new Event(loop, "event");
  private final List<Task<?>> waiters = new ArrayList<>();
  private int cancelled;
  private int woken;

  private Cancellations(int howMany, IntUnaryOperator order) {
    this.howMany = howMany;
    this.order = order;
  }

  static Verdict oldestFirst(int howMany) {
    return new Cancellations(howMany, i -> i).run();
  }

  static Verdict newestFirst(int howMany) {
    return new Cancellations(howMany, i -> howMany - 1 - i).run();
  }

  /** Broken: cancels the neighbour of the first waiter instead of the first. */
  static Verdict ofANeighbour(int howMany) {
    return new Cancellations(howMany, i -> i == 0 ? 1 : i).run();
  }

  private Verdict run() {
    loop.runSteps(this::main);
    boolean right = cancelled == howMany - 1 && woken == 1;
    return right ? Verdict.clean(howMany) : Verdict.bad(howMany, "of " + howMany + " waiters " + cancelled
        + " were cancelled, where all but one should have been; set() then woke " + woken);
  }

  private Next<@Nullable Void> main() {
    for (int i = 0; i < howMany; i++) {
      waiters.add(loop.spawnSteps(this::await));
    }
    return loop.sleep(Duration.ZERO, this::cancel);
  }

  private Next<@Nullable Void> cancel() {
    for (int i = 0; i < howMany; i++) {
      int next = order.applyAsInt(i);
      if (next != howMany / 2) {
        waiters.get(next).cancel();
      }
    }
    event.set();
    return loop.sleep(Duration.ZERO, Next::end);
  }

  private Next<@Nullable Void> await() {
    return event.await(() -> {
      woken++;
      return Next.end();
    }, why -> {
      cancelled += why instanceof CancelledException ? 1 : 0;
      return Next.end();
    });
  }
}
