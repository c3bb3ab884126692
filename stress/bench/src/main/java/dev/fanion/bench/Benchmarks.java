package dev.fanion.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The operations that the reference shares with its peers. Each subject runs in a JVM of its own. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class Benchmarks {
  private static final int BATCH = 10_000;

  /** A subject, and the count of the turns that it was asked for. */
  @State(Scope.Thread)
  public static class Pair {
    @Param({"FANION"})
    public String subject;

    Subject tested;
    long expected;

    @Setup(Level.Trial)
    public void make() {
      tested = SubjectKind.valueOf(subject).make();
      prepare();
    }

    void prepare() {}

    @TearDown(Level.Iteration)
    public void check() {
      if (tested.turns != expected || expected == 0) {
        throw new IllegalStateException(subject + ": " + tested.turns + " turns, and not " + expected);
      }
    }

    @TearDown(Level.Trial)
    public void close() {
      tested.close();
    }
  }

  /** Waiters of one event, which are woken all at once. */
  @State(Scope.Thread)
  public static class Crowd extends Pair {
    @Param({"1", "100", "10000", "1000000"})
    public int waiters;

    @Override
    void prepare() {
      tested.blockToSet(waiters);
    }
  }

  /** Waiters of one event, which are cancelled one by one. */
  @State(Scope.Thread)
  public static class Victims extends Pair {
    @Param({"1", "100", "10000", "1000000"})
    public int waiters;

    @Override
    void prepare() {
      tested.blockToCancel(waiters);
    }
  }

  /** A set, and the turn of each waiter, in which it waits again. */
  @Benchmark
  public void resume(Crowd crowd) {
    crowd.tested.setAndResumeAll();
    crowd.expected += crowd.waiters;
  }

  /** A cancellation, and the turn of the cancelled task, in which it waits again. */
  @Benchmark
  public void cancel(Victims victims) {
    victims.tested.cancelOne();
    victims.expected++;
  }

  /** A round of two tasks, each of which wakes the other and waits. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void pingPong(Pair pair) {
    pair.tested.pingPong(BATCH);
    pair.expected += BATCH;
  }

  /** A wait that ends at once. */
  @Benchmark
  @OperationsPerInvocation(BATCH)
  public void awaitSet(Pair pair) {
    pair.tested.awaitSet(BATCH);
    pair.expected += BATCH;
  }
}
