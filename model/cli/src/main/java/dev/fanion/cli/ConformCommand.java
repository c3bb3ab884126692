package dev.fanion.cli;

import dev.fanion.conformance.Plan;
import dev.fanion.conformance.SuiteRun;
import dev.fanion.conformance.TracingAdapter;
import dev.fanion.conformance.protocol.Adapter;
import java.io.IOException;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs the suite against an adapter. */
@Command(name = "conform", mixinStandardHelpOptions = true,
    description = "Runs the conformance suite against an adapter. Status 0: it conforms; 1: it does not; 2: inconclusive.")
final class ConformCommand extends SuiteCommand {
  @Mixin RunOptions options;

  @Mixin RuleOptions rules;

  @Option(names = "--trace", paramLabel = "FILE",
      description = "Write each request and each reply to this file, with their times, a line each; judge reads it.")
  Path trace;

  @Override
  Plan plan() {
    return rules.of(options.plan(adapter.expected()));
  }

  @Override
  int ask(SuiteRun run, Adapter asked) throws IOException {
    if (trace == null) {
      return run.against(asked);
    }
    try (TracingAdapter traced = new TracingAdapter(asked, trace)) {
      return run.against(traced);
    }
  }
}
