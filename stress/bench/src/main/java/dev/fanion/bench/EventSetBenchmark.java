package dev.fanion.bench;

import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Step;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** One operation is a set() of an event with N blocked waiters, and the turn of each, in which it waits again. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EventSetBenchmark {
  @Param({"1", "100", "10000", "1000000"})
  public int waiters;

  /** Not read by the benchmark: the check that every waiter resumed. */
  public long resumed;

  private EventLoop loop;
  private Event event;
  private final Step<Void> setAgain = this::set;

  @Setup(Level.Trial)
  public void blockWaiters() {
    loop = new EventLoop(LoopOptions.defaults().withTime(System::nanoTime, new NoParker()));
    event = new Event(loop);
    loop.startSteps(this::spawnAll);
    loop.runReady(); // main spawns
    loop.runReady(); // they wait, and main sets
  }

  private Next<Void> spawnAll() {
    for (int i = 0; i < waiters; i++) {
      Step<Void>[] again = newStep();
      again[0] = () -> {
        resumed++;
        return event.await(again[0]);
      };
      loop.spawnSteps(() -> event.await(again[0]));
    }
    return loop.sleep(Duration.ZERO, setAgain);
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // a step that names itself
  private static Step<Void>[] newStep() {
    return new Step[1];
  }

  private Next<Void> set() {
    event.set();
    event.clear();
    return loop.sleep(Duration.ZERO, setAgain);
  }

  /** One round: the waiters that the last round woke, and then main, which sets. */
  @Benchmark
  public long setAndResumeAll() {
    return loop.runReady();
  }

  @TearDown(Level.Iteration)
  public void check() {
    if (resumed == 0 || resumed % waiters != 0) {
      throw new IllegalStateException(resumed + " turns are not a multiple of " + waiters);
    }
  }
}
