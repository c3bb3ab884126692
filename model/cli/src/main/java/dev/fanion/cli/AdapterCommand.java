package dev.fanion.cli;

import dev.fanion.adapters.reference.ReferenceAdapter;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Serves the reference on standard input and output. */
@Command(name = "adapter", mixinStandardHelpOptions = true,
    description = "Serves the reference implementation by the conformance protocol on standard input and output.")
final class AdapterCommand implements Callable<Integer> {
  @Option(names = "--clock", description = "Time is the loop's own, and passes only while the loop is busy or sleeps.")
  boolean clock;

  @Override
  public Integer call() throws Exception {
    BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (Adapter reference = clock ? ReferenceAdapter.onVirtualTime() : ReferenceAdapter.onRealTime()) {
      return new AdapterServer(reference, in, out).serve();
    }
  }
}
