package dev.fanion.cli;

import dev.fanion.conformance.Plan;
import dev.fanion.conformance.ProcessAdapter;
import dev.fanion.conformance.SuiteRun;
import dev.fanion.conformance.protocol.Adapter;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;

/** A command that asks an adapter, which it starts and ends. */
abstract class SuiteCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Mixin AdapterOptions adapter;

  @Mixin OutOptions out;

  /** What is asked for. */
  abstract Plan plan();

  /** Asks the adapter. Returns the exit status. */
  abstract int ask(SuiteRun run, Adapter asked) throws IOException;

  @Override
  public Integer call() throws Exception {
    SuiteRun run = new SuiteRun(plan(), out.folder(), spec.commandLine().getOut());
    try (ProcessAdapter process = adapter.start()) {
      return ask(run, process);
    }
  }
}
