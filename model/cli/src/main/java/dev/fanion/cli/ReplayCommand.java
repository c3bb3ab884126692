package dev.fanion.cli;

import dev.fanion.conformance.ProcessAdapter;
import dev.fanion.conformance.ReplayRun;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Holds the conversation of a finding again. */
@Command(name = "replay", mixinStandardHelpOptions = true,
    description = "Holds the conversations of findings again and judges the replies, by the profile that the report found unless "
        + "--profile is given. Status 0: the spec explains every reply; 1: it does not; 2: the adapter failed.")
final class ReplayCommand implements Callable<Integer> {
  private static final int MOST = 10_000;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Mixin AdapterOptions adapter;

  @Parameters(paramLabel = "FILE[#N]",
      description = "The results.json of a run, for all its findings; with #N for finding N alone.")
  String findings;

  @Option(names = "--times", paramLabel = "N", defaultValue = "1",
      description = "Hold each conversation N times, for what goes wrong only now and then; default ${DEFAULT-VALUE}.")
  int times;

  @Option(names = "--verbose", description = "Print the spec's states before each request, and the replies that it allows.")
  boolean verbose;

  @Override
  public Integer call() throws Exception {
    if (times < 1 || times > MOST) {
      throw new IllegalArgumentException("--times " + times + ": give 1 to " + MOST);
    }
    boolean given = spec.commandLine().getParseResult().hasMatchedOption("--profile");
    ReplayRun run = new ReplayRun(findings, given ? adapter.expected() : null, times, verbose, spec.commandLine().getOut());
    try (ProcessAdapter process = adapter.start()) {
      return run.against(process);
    }
  }
}
