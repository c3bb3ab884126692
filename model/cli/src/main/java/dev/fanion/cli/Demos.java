package dev.fanion.cli;

import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import dev.fanion.TimedOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Four small programs, written as a Python programmer would write them. */
final class Demos {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final int INTERRUPTS = 3;

  private final EventLoop loop;
  private final Consumer<String> out;
  private final BiConsumer<String, Runnable> signals;

  /**
   * Programs for one loop.
   *
   * @param out gets each line
   * @param signals makes a real signal, given by its name, run a handler; see {@link RealSignal#handle}
   */
  Demos(EventLoop loop, Consumer<String> out, BiConsumer<String, Runnable> signals) {
    this.loop = loop;
    this.out = out;
    this.signals = signals;
  }

  /** One task waits, another sets. */
  void basic() { //= PRG-1
    Event signal = new Event(loop, "signal");
    Task<?> waiter = loop.spawn("waiter", () -> {
      out.accept("waiting");
      signal.await();
      out.accept("got signal");
    });
    loop.sleep(SECOND);
    signal.set();
    waiter.await();
  }

  /** Several tasks wait on one event; one set wakes them all, in the order in which they began to wait. */
  void waiters() { //= PRG-2
    Event start = new Event(loop, "start");
    List<Task<?>> runners = new ArrayList<>();
    for (int i = 1; i <= 3; i++) {
      String name = "runner " + i;
      runners.add(loop.spawn(name, () -> {
        out.accept(name + " is ready");
        start.await();
        out.accept(name + " runs");
      }));
    }
    loop.sleep(SECOND);
    out.accept("go");
    start.set();
    runners.forEach(Task::await);
  }

  /** A worker that waits, works and clears loses the signals that come while it works. One that clears first does not. */
  void worker() { //= PRG-3
    worker("wait, work, clear", false);
    worker("wait, clear, work", true);
  }

  private void worker(String form, boolean clearsFirst) {
    Event data = new Event(loop, form);
    int[] units = {0};
    Task<?> worker = loop.spawn(form, () -> {
      while (true) {
        data.await();
        if (clearsFirst) {
          data.clear();
        }
        units[0]++;
        loop.sleep(SECOND.dividedBy(5)); // the work
        if (!clearsFirst) {
          data.clear();
        }
      }
    });
    data.set(); // a first signal, which starts a unit of work
    loop.sleep(SECOND.dividedBy(10));
    data.set(); // a second signal, in the middle of that unit
    loop.sleep(SECOND.dividedBy(2));
    worker.cancel();
    out.accept(form + ": 2 signals, " + units[0] + (units[0] == 1 ? " unit of work" : " units of work"));
  }

  /**
   * Interrupts wake a task through the flag. First another thread stands for the interrupt, then real signals do.
   *
   * @param patience how long to wait for each real signal
   */
  void interrupt(Duration patience) { //= PRG-4
    ThreadSafeFlag flag = new ThreadSafeFlag(loop, "pin");
    Task<?> task = loop.spawn("task", () -> {
      for (int i = 1; i <= INTERRUPTS; i++) {
        flag.await();
        out.accept("woken by interrupt " + i);
      }
    });
    for (int i = 1; i <= INTERRUPTS; i++) {
      Thread handler = new Thread(flag::set, "interrupt " + i);
      loop.sleep(SECOND.dividedBy(4));
      handler.start();
    }
    task.await();
    if (!patience.isZero()) {
      signal(patience);
    }
  }

  private void signal(Duration patience) {
    ThreadSafeFlag flag = new ThreadSafeFlag(loop, "signal");
    AtomicReference<String> last = new AtomicReference<>();
    for (String name : List.of(RealSignal.INTERRUPT, RealSignal.USER)) {
      try {
        signals.accept(name, () -> {
          last.set(name);
          flag.set();
        });
      } catch (UnsupportedOperationException absent) {
        out.accept(absent.getMessage());
      }
    }
    out.accept("now yours: press Ctrl-C, or in another terminal: kill -" + RealSignal.USER + " " + ProcessHandle.current().pid());
    try {
      for (int i = 1; i <= INTERRUPTS; i++) {
        flag.await(patience);
        out.accept("woken by SIG" + last.get());
      }
    } catch (TimedOutException nobody) {
      out.accept("no signal for " + patience.toSeconds() + " s");
    }
  }
}
