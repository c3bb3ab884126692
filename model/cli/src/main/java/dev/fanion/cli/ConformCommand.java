package dev.fanion.cli;

import dev.fanion.conformance.Plan;
import dev.fanion.conformance.ProcessAdapter;
import dev.fanion.conformance.SuiteRun;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Runs the suite against an adapter. */
@Command(name = "conform", mixinStandardHelpOptions = true,
    description = "Runs the conformance suite against an adapter. Status 0: it conforms; 1: it does not; 2: inconclusive.")
final class ConformCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Mixin AdapterOptions adapter;

  @Mixin RunOptions options;

  @Override
  public Integer call() throws Exception {
    Plan plan = options.plan(adapter.expected());
    try (ProcessAdapter process = adapter.start()) {
      return new SuiteRun(plan, options.folder(), spec.commandLine().getOut()).against(process);
    }
  }
}
