package dev.fanion.bench;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * The floor of {@link FlagBenchmarks}: what a set cannot do without, a volatile store of a flag's bit, a volatile read of a hint,
 * and a volatile store of it if it is not marked. For a loop that spins, also the look that unmarks the hint and lowers the flag.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class FlagFloor {
  /** Two flags' bits and a hint, in an array, so far apart that no two share a cache line. */
  @State(Scope.Benchmark)
  public static class Floor {
    private static final int APART = 64;
    private static final int HINT = 3 * APART;

    private final AtomicIntegerArray all = new AtomicIntegerArray(HINT + APART);
    final AtomicInteger setters = new AtomicInteger();

    final void set(int flag) {
      all.set((flag + 1) * APART, 1);
      if (all.get(HINT) == 0) {
        all.set(HINT, 1);
      }
    }

    /** Whether the first flag was set. */
    final boolean look() {
      if (all.get(HINT) == 0) {
        return false;
      }
      all.set(HINT, 0);
      return all.getAndSet(APART, 0) == 1;
    }
  }

  /** The state with a thread that looks again and again. */
  @State(Scope.Benchmark)
  public static class LookedAt extends Floor {
    private volatile boolean over;
    private long seen;
    private Thread thread;

    @Setup(Level.Trial)
    public void start() {
      thread = new Thread(this::spin, "looks");
      thread.setDaemon(true);
      thread.start();
    }

    private void spin() {
      while (!over) {
        seen += look() ? 1 : 0;
      }
    }

    @TearDown(Level.Trial)
    public void check() throws InterruptedException {
      over = true;
      thread.join();
      if (seen == 0) {
        throw new IllegalStateException("the flag was set and never seen");
      }
    }
  }

  /** The number of this setter's own flag. */
  @State(Scope.Thread)
  public static class Own {
    int flag;

    @Setup(Level.Trial)
    public void choose(Floor floor) {
      flag = floor.setters.getAndIncrement() % 2;
    }
  }

  @Benchmark
  public void setWhileBusy(Floor floor) {
    floor.set(0);
  }

  @Benchmark
  public void setOwnWhileBusy(Floor floor, Own own) {
    floor.set(own.flag);
  }

  @Benchmark
  public void setWhileSpinning(LookedAt floor) {
    floor.set(0);
  }
}
