package dev.fanion.storms;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Parker;
import dev.fanion.Step;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Loops that end, each in one of three ways, while setters set their flag. The setters keep setting it after the end. */
final class EndingLoops {
  private static final int SETTERS = 2;
  private static final int SETS_AFTER_THE_END = 100;
  private static final int TURNS = 8;

  /** A pause after each turn of every second loop, so that such a loop sleeps between two turns. */
  private static final Duration PAUSE = Duration.ofNanos(20_000);

  private final AtomicReference<@Nullable ThreadSafeFlag> target = new AtomicReference<>();
  private final AtomicLong sets = new AtomicLong();
  private final AtomicReference<@Nullable Throwable> thrown = new AtomicReference<>();
  private final AtomicLong ended = new AtomicLong();
  private final Supplier<LoopOptions> options;
  private volatile boolean stopped;
  private volatile String wrong = "";

  private EndingLoops(Supplier<LoopOptions> options) {
    this.options = options;
  }

  static Verdict trial(int rounds, Supplier<LoopOptions> options) throws InterruptedException {
    EndingLoops loops = new EndingLoops(options);
    Thread runner = daemon(() -> loops.run(rounds), "runner");
    List<Thread> threads = new ArrayList<>(List.of(runner));
    for (int i = 0; i < SETTERS; i++) {
      threads.add(daemon(loops::rage, "setter " + i));
    }
    threads.forEach(Thread::start);
    try (Watch watch = new Watch()) {
      if (!watch.sees(() -> !runner.isAlive(), loops.ended::get)) {
        loops.wrong = "a hang after " + loops.ended + " loops; the thread is " + runner.getState();
      }
    }
    loops.stopped = true;
    Throwable error = loops.thrown.get();
    return error != null ? Verdict.bad(loops.ended.get(), "set() threw " + error)
        : loops.wrong.isEmpty() ? Verdict.clean(rounds) : Verdict.bad(loops.ended.get(), loops.wrong);
  }

  private static Thread daemon(Runnable body, String name) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    return thread;
  }

  private void rage() {
    while (!stopped) {
      ThreadSafeFlag flag = target.get();
      if (flag != null) {
        try {
          flag.set();
        } catch (Throwable error) {
          thrown.compareAndSet(null, error);
          stopped = true;
        }
        sets.incrementAndGet();
      }
    }
  }

  private void run(int rounds) {
    for (int round = 0; round < rounds && !stopped && wrong.isEmpty(); round++) {
      EventLoop loop = new EventLoop(options.get());
      ThreadSafeFlag flag = new ThreadSafeFlag(loop, "flag");
      target.set(flag);
      List<Task<?>> tasks = new ArrayList<>();
      String how = end(loop, flag, round, tasks);
      long after = sets.get() + SETS_AFTER_THE_END;
      while (sets.get() < after && !stopped) {
        Thread.onSpinWait();
      }
      if (!tasks.stream().allMatch(Task::isDone) || !loop.toString().endsWith("[]")) {
        wrong = "a loop that was ended by " + how + " has tasks left: " + loop;
      }
      ended.incrementAndGet();
    }
  }

  /** Runs a loop whose main task ends it after some turns, and returns the way in which it ended. */
  private static String end(EventLoop loop, ThreadSafeFlag flag, int round, List<Task<?>> tasks) {
    String[] ways = {"its main task's end", "close()", "an exception"};
    String way = ways[round % ways.length];
    try {
      loop.runSteps(() -> {
        Duration pause = round % 2 == 0 ? Duration.ZERO : PAUSE;
        tasks.add(loop.spawnSteps("waiter", () -> awaitForEver(loop, flag, pause)));
        return afterTurns(loop, round % TURNS, pause, () -> switch (round % ways.length) {
          case 0 -> Next.end();
          case 1 -> {
            loop.close();
            yield Next.end();
          }
          default -> throw new ArithmeticException(way);
        });
      });
      return way;
    } catch (ArithmeticException expected) {
      return way;
    }
  }

  private static Next<@Nullable Void> afterTurns(EventLoop loop, int turns, Duration pause, Step<@Nullable Void> then)
      throws Exception {
    return turns == 0 ? then.run() : loop.sleep(pause, () -> afterTurns(loop, turns - 1, pause, then));
  }

  /** Sleeps after each return: a wait on a flag that is set all the time never suspends. */
  private static Next<@Nullable Void> awaitForEver(EventLoop loop, ThreadSafeFlag flag, Duration pause) {
    return flag.await(() -> loop.sleep(pause, () -> awaitForEver(loop, flag, pause)));
  }

  /** Broken: a parker that throws. set() then throws what the parker throws. */
  static LoopOptions throwsWhenWoken() {
    Parker parker = new PermitParker() {
      @Override
      public void unpark() {
        throw new IllegalStateException("not now");
      }
    };
    return LoopOptions.defaults().withTime(System::nanoTime, parker);
  }
}
