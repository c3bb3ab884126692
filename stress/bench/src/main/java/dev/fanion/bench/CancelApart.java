package dev.fanion.bench;

import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.Next;
import dev.fanion.Otherwise;
import dev.fanion.Step;
import dev.fanion.Task;
import dev.fanion.WaitException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A cancellation as in {@link Benchmarks#cancel}, but each task waits on an event of its own. So the cancellation finds as many
 * tasks, as far out of the caches, but no other waiter of the same event. The cost is the limit for {@link Benchmarks#cancel}.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CancelApart {
  @Param("1000000")
  public int tasks;

  private final EventLoop loop = new EventLoop(ReferenceTasks.driven());
  private final List<Task<Void>> waiting = new ArrayList<>();
  private final Step<Void> cancelAgain = this::cancelNext;
  private int next;
  private long cancelled;
  private long asked;

  @Setup(Level.Trial)
  public void block() {
    loop.startSteps(() -> {
      for (int i = 0; i < tasks; i++) {
        waiting.add(loop.spawnSteps(new Waiter()::await));
      }
      return loop.sleep(Duration.ZERO, cancelAgain);
    });
    loop.runReady(); // main makes the tasks
    loop.runReady(); // they wait, and main cancels one
  }

  private Next<Void> cancelNext() {
    waiting.get(next).cancel();
    next = Stride.after(next, tasks);
    return loop.sleep(Duration.ZERO, cancelAgain);
  }

  @Benchmark
  public void cancel() {
    loop.runReady();
    asked++;
  }

  @TearDown(Level.Iteration)
  public void check() {
    if (cancelled != asked || asked == 0) {
      throw new IllegalStateException(asked + " were cancelled and " + cancelled + " learned of it");
    }
  }

  private final class Waiter {
    private final Event own = new Event(loop);
    private final Step<Void> never = Next::end;
    private final Otherwise<Void> otherwise = this::cancelled;

    Next<Void> await() {
      return own.await(never, otherwise);
    }

    private Next<Void> cancelled(WaitException why) {
      cancelled++;
      return await();
    }
  }
}
