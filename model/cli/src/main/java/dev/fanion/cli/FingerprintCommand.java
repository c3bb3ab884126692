package dev.fanion.cli;

import dev.fanion.conformance.Plan;
import dev.fanion.conformance.ProcessAdapter;
import dev.fanion.conformance.SuiteRun;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Finds the sides of an implementation, and judges nothing. */
@Command(name = "fingerprint", mixinStandardHelpOptions = true,
    description = "Finds on which side an implementation stands at each point where good runtimes differ, and writes the "
        + "profile. Status 0: every side that its features can show is known; 2: one is not.")
final class FingerprintCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Mixin AdapterOptions adapter;

  @Mixin RunOptions options;

  @Override
  public Integer call() throws Exception {
    Plan plan = options.plan(adapter.expected());
    try (ProcessAdapter process = adapter.start()) {
      return new SuiteRun(plan, options.folder(), spec.commandLine().getOut()).fingerprint(process);
    }
  }
}
