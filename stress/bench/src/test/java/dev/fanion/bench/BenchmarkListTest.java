package dev.fanion.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The annotation processor ran. Without it there would be no benchmarks, and no error would say so. */
class BenchmarkListTest {
  @Test
  void everyBenchmarkIsListed() {
    var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    List<String> names = BenchmarkList.defaultList().getAll(silent, List.of()).stream()
        .map(benchmark -> benchmark.getUsername()).sorted().toList();
    assertEquals(Stream.of("Benchmarks.awaitSet", "Benchmarks.cancel", "Benchmarks.pingPong", "Benchmarks.resume",
        "CancelApart.cancel", "DirectSwitch.pingPong", "FlagBenchmarks.setOwnWhileBusy", "FlagBenchmarks.setWhileBusy",
        "FlagBenchmarks.setWhileSpinning", "FlagFloor.setOwnWhileBusy", "FlagFloor.setWhileBusy",
        "FlagFloor.setWhileSpinning", "IdleFlags.wake", "WrittenFlagBenchmarks.setOwnWhileBusy",
        "WrittenFlagBenchmarks.setWhileBusy", "WrittenFlagBenchmarks.setWhileSpinning")
        .map(name -> "dev.fanion.bench." + name).toList(), names);
  }
}
