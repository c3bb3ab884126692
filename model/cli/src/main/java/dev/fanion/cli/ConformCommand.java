package dev.fanion.cli;

import dev.fanion.conformance.Plan;
import dev.fanion.conformance.SuiteRun;
import dev.fanion.conformance.protocol.Adapter;
import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the suite against an adapter. */
@Command(name = "conform", mixinStandardHelpOptions = true,
    description = "Runs the conformance suite against an adapter. Status 0: it conforms; 1: it does not; 2: inconclusive.")
final class ConformCommand extends SuiteCommand {
  @Mixin RunOptions options;

  @Override
  Plan plan() {
    return options.plan(adapter.expected());
  }

  @Override
  int ask(SuiteRun run, Adapter asked) throws IOException {
    return run.against(asked);
  }
}
