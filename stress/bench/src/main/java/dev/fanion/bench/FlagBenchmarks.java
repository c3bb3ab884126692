package dev.fanion.bench;

import dev.fanion.EventLoop;
import dev.fanion.Next;
import dev.fanion.Step;
import dev.fanion.ThreadSafeFlag;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** {@code flag.set()} alone, while a task waits on the flag and the loop is not asleep. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FlagBenchmarks {
  /** A loop on a thread of its own, with one task on each of two flags. */
  abstract static class RunningLoop {
    final EventLoop loop = new EventLoop(ReferenceTasks.driven());
    final ThreadSafeFlag[] flags = {new ThreadSafeFlag(loop), new ThreadSafeFlag(loop)};
    final CountDownLatch waiting = new CountDownLatch(1);
    final AtomicInteger setters = new AtomicInteger();
    volatile boolean over;
    long[] resumed = new long[flags.length];
    private Thread thread;

    abstract Next<Void> mainTurn() throws InterruptedException;

    @Setup(Level.Trial)
    public void start() throws InterruptedException {
      thread = new Thread(() -> loop.runSteps(() -> {
        loop.spawnSteps(new Waiter(0)::await);
        loop.spawnSteps(new Waiter(1)::await);
        return loop.sleep(Duration.ZERO, this::mainTurn);
      }), "loop");
      thread.setDaemon(true);
      thread.start();
      waiting.await();
    }

    @TearDown(Level.Trial)
    public void check() throws InterruptedException {
      over = true;
      end();
      thread.join();
      if (resumed[0] == 0) {
        throw new IllegalStateException("the flag was set and its waiter never ran");
      }
    }

    void end() {}

    private final class Waiter {
      private final int number;
      private final Step<Void> again = this::resumed;

      Waiter(int number) {
        this.number = number;
      }

      Next<Void> await() {
        return flags[number].await(again);
      }

      Next<Void> resumed() {
        resumed[number]++;
        return flags[number].await(again);
      }
    }
  }

  /** One turn lasts as long as the measurement. It stands in user code, and takes no processor from the setters. */
  @State(Scope.Benchmark)
  public static class BusyElsewhere extends RunningLoop {
    private final CountDownLatch end = new CountDownLatch(1);

    @Override
    Next<Void> mainTurn() throws InterruptedException {
      waiting.countDown();
      end.await();
      return loop.sleep(Duration.ZERO, () -> loop.sleep(Duration.ZERO, Next::end)); // one round for the tasks that were woken
    }

    @Override
    void end() {
      end.countDown();
    }
  }

  /** A loop that looks at the hints turn after turn, and wakes the waiter for each signal. */
  @State(Scope.Benchmark)
  public static class SpinningOnHints extends RunningLoop {
    private final Step<Void> again = this::mainTurn;

    @Override
    Next<Void> mainTurn() {
      waiting.countDown();
      return over ? Next.end() : loop.sleep(Duration.ZERO, again);
    }
  }

  /** The number of this setter's own flag. */
  @State(Scope.Thread)
  public static class Own {
    ThreadSafeFlag flag;

    @Setup(Level.Trial)
    public void choose(BusyElsewhere busy) {
      flag = busy.flags[busy.setters.getAndIncrement() % busy.flags.length];
    }
  }

  @Benchmark
  public void setWhileBusy(BusyElsewhere busy) {
    busy.flags[0].set();
  }

  @Benchmark
  public void setOwnWhileBusy(BusyElsewhere busy, Own own) {
    own.flag.set();
  }

  @Benchmark
  public void setWhileSpinning(SpinningOnHints spinning) {
    spinning.flags[0].set();
  }
}
