package dev.fanion.cli;

import dev.fanion.conformance.ProcessAdapter;
import dev.fanion.conformance.SmokeRun;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Tries every operation of an adapter once. */
@Command(name = "smoke", mixinStandardHelpOptions = true,
    description = "Tries every operation that an adapter declares, in a few short conversations: the first thing to do with a "
        + "new adapter. A choice of side is no mistake. Status 0: each reply was legal; 1: one was not; 2: the adapter failed.")
final class SmokeCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Mixin AdapterOptions adapter;

  @Option(names = "--verbose", description = "Print each conversation.")
  boolean verbose;

  @Override
  public Integer call() throws Exception {
    SmokeRun run = new SmokeRun(adapter.expected(), verbose, spec.commandLine().getOut());
    try (ProcessAdapter process = adapter.start()) {
      return run.against(process);
    }
  }
}
