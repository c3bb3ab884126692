package dev.fanion.bench;

import dev.fanion.EventLoop;
import dev.fanion.Next;
import dev.fanion.Step;
import dev.fanion.ThreadSafeFlag;
import java.time.Duration;
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

/** A task of the loop sets a flag, whose waiter resumes and waits again, while other tasks wait on other flags. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class IdleFlags {
  @Param({"1", "1000", "100000"})
  public int idle;

  private final EventLoop loop = new EventLoop(ReferenceTasks.driven());
  private final ThreadSafeFlag flag = new ThreadSafeFlag(loop);
  private final Step<Void> setAgain = this::set;
  private final Step<Void> restOnce = this::rest;
  private final Step<Void> awaitAgain = this::resumed;
  private long resumed;
  private long idleResumed;
  private long sets;

  @Setup(Level.Trial)
  public void block() {
    loop.startSteps(() -> {
      for (int i = 0; i < idle; i++) {
        loop.spawnSteps(this::awaitIdle);
      }
      loop.spawnSteps(() -> flag.await(awaitAgain));
      return loop.sleep(Duration.ZERO, setAgain);
    });
    loop.runReady();
    loop.runReady();
  }

  private Next<Void> awaitIdle() {
    return new ThreadSafeFlag(loop).await(() -> {
      idleResumed++;
      return Next.end();
    });
  }

  private Next<Void> set() {
    flag.set();
    return loop.sleep(Duration.ZERO, restOnce);
  }

  /** A turn without a set: a set in this turn would coalesce with the one that woke the waiter. */
  private Next<Void> rest() {
    return loop.sleep(Duration.ZERO, setAgain);
  }

  private Next<Void> resumed() {
    resumed++;
    return flag.await(awaitAgain);
  }

  /** Two rounds: main sets; main rests, and the waiter resumes. */
  @Benchmark
  public void wake() {
    loop.runReady();
    loop.runReady();
    sets++;
  }

  @TearDown(Level.Iteration)
  public void check() {
    if (resumed != sets || sets == 0 || idleResumed != 0) {
      throw new IllegalStateException(sets + " sets resumed the waiter " + resumed + " times, others " + idleResumed);
    }
  }
}
