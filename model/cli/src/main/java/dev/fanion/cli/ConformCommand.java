package dev.fanion.cli;

import dev.fanion.conformance.Plan;
import dev.fanion.conformance.ProcessAdapter;
import dev.fanion.conformance.Profile;
import dev.fanion.conformance.SuiteRun;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the suite against an adapter. */
@Command(name = "conform", mixinStandardHelpOptions = true,
    description = "Runs the conformance suite against an adapter. Status 0: it conforms; 1: it does not; 2: inconclusive.")
final class ConformCommand implements Callable<Integer> {
  private static final double LONGEST_DEADLINE = 86_400;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(names = "--adapter", paramLabel = "CMD", required = true,
      description = "The command that starts the adapter; it is split into words as by a shell.")
  String adapter;

  @Option(names = "--profile", paramLabel = "NAME|FILE", defaultValue = Profile.ASYNCIO,
      description = "The sides to judge by, at each point where good runtimes differ: asyncio, micropython, trio or a file; "
          + "changes may follow, such as asyncio,WakeOrder=any. Default ${DEFAULT-VALUE}.")
  String profile;

  @Option(names = "--deadline", paramLabel = "SECONDS", defaultValue = "10",
      description = "How long to wait for each reply; default ${DEFAULT-VALUE}.")
  double deadline;

  @Mixin RunOptions options;

  @Override
  public Integer call() throws Exception {
    if (!(deadline > 0 && deadline <= LONGEST_DEADLINE)) {
      throw new IllegalArgumentException("--deadline " + deadline + ": give seconds, more than 0 and at most a day");
    }
    List<String> command = CommandWords.split(adapter);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("--adapter names no command; for example --adapter 'python3 my_adapter.py'");
    }
    Plan plan = options.plan(Profile.parse(profile));
    long patience = Duration.ofMillis(Math.max(1, Math.round(deadline * 1000))).toNanos();
    try (ProcessAdapter process = new ProcessAdapter(command, patience)) {
      return new SuiteRun(plan, options.folder(), spec.commandLine().getOut()).against(process);
    }
  }
}
