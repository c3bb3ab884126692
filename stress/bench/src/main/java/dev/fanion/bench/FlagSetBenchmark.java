package dev.fanion.bench;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Step;
import dev.fanion.ThreadSafeFlag;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Group;
import org.openjdk.jmh.annotations.GroupThreads;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One thread sets a flag as fast as it can; another runs the loop, on which one task waits on the flag and one is busy. */
@State(Scope.Group)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class FlagSetBenchmark {
  private EventLoop loop;
  private ThreadSafeFlag flag;
  private final Step<Void> awaitAgain = this::awaitFlag;
  private final Step<Void> stayBusy = this::giveWay;

  private Next<Void> awaitFlag() {
    return flag.await(awaitAgain);
  }

  private Next<Void> giveWay() {
    return loop.sleep(Duration.ZERO, stayBusy);
  }

  @Setup(Level.Trial)
  public void waitOnTheFlag() {
    loop = new EventLoop(LoopOptions.defaults().withTime(System::nanoTime, new NoParker()));
    flag = new ThreadSafeFlag(loop);
    loop.startSteps(() -> {
      loop.spawnSteps(awaitAgain);
      return giveWay();
    });
  }

  @Benchmark
  @Group("busyLoop")
  @GroupThreads(1)
  public void set() {
    flag.set();
  }

  @Benchmark
  @Group("busyLoop")
  @GroupThreads(1)
  public long loop() {
    return loop.runReady();
  }
}
