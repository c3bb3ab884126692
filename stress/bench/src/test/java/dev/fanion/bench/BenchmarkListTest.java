package dev.fanion.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.runner.BenchmarkList;
import org.openjdk.jmh.runner.format.OutputFormatFactory;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The annotation processor ran: without it there would be no benchmarks, and nobody would be told. */
class BenchmarkListTest {
  @Test
  void everyBenchmarkIsListed() {
    var silent = OutputFormatFactory.createFormatInstance(System.out, VerboseMode.SILENT);
    List<String> names = BenchmarkList.defaultList().getAll(silent, List.of()).stream()
        .map(benchmark -> benchmark.getUsername()).sorted().toList();
    assertEquals(Stream.of("Benchmarks.awaitSet", "Benchmarks.cancel", "Benchmarks.pingPong", "Benchmarks.resume",
        "CancelApart.cancel", "DirectSwitch.pingPong", "FlagBenchmarks.setOwnWhileBusy", "FlagBenchmarks.setWhileBusy",
        "FlagBenchmarks.setWhileSpinning", "IdleFlags.wake", "FlagFloor.setOwnWhileBusy",
        "FlagFloor.setWhileBusy", "FlagFloor.setWhileSpinning").map(name -> "dev.fanion.bench." + name).toList(), names);
  }
}
