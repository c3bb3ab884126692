package dev.fanion.bench;

import dev.fanion.WrittenHints;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;

/** The benchmarks of {@link FlagBenchmarks} for a {@code set()} that writes each hint, marked or not. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class WrittenFlagBenchmarks {
  @Benchmark
  public void setWhileBusy(FlagBenchmarks.BusyElsewhere busy) {
    WrittenHints.set(busy.flags[0]);
  }

  @Benchmark
  public void setOwnWhileBusy(FlagBenchmarks.BusyElsewhere busy, FlagBenchmarks.Own own) {
    WrittenHints.set(own.flag);
  }

  @Benchmark
  public void setWhileSpinning(FlagBenchmarks.SpinningOnHints spinning) {
    WrittenHints.set(spinning.flags[0]);
  }
}
