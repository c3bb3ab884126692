package dev.fanion.cli;

import dev.fanion.conformance.Plan;
import dev.fanion.conformance.SuiteRun;
import dev.fanion.conformance.protocol.Adapter;
import java.io.IOException;
import picocli.CommandLine.Command;

/** Finds the sides of an implementation, and judges nothing. */
@Command(name = "fingerprint", mixinStandardHelpOptions = true,
    description = "Finds on which side an implementation stands at each point where good runtimes differ, and writes the "
        + "profile. Status 0: every side that its features can show is known; 2: one is not.")
final class FingerprintCommand extends SuiteCommand {
  @Override
  Plan plan() {
    return Plan.of(adapter.expected());
  }

  @Override
  int ask(SuiteRun run, Adapter asked) throws IOException {
    return run.fingerprint(asked);
  }
}
