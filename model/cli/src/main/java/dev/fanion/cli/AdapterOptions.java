package dev.fanion.cli;

import dev.fanion.conformance.ProcessAdapter;
import dev.fanion.conformance.Profile;
import dev.fanion.conformance.protocol.AdapterFailure;
import java.time.Duration;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of every command that asks an adapter. */
final class AdapterOptions {
  private static final double LONGEST_DEADLINE = 86_400;

  @Option(names = "--adapter", paramLabel = "CMD", required = true,
      description = "The command that starts the adapter; it is split into words as by a shell.")
  String adapter;

  @Mixin ProfileOption profile;

  @Option(names = "--deadline", paramLabel = "SECONDS", defaultValue = "5",
      description = "How long to wait for each reply, and twice as long for the hello; default ${DEFAULT-VALUE}.")
  double deadline;

  Profile expected() {
    return profile.expected();
  }

  /** Starts the adapter. */
  ProcessAdapter start() throws AdapterFailure {
    if (!(deadline > 0 && deadline <= LONGEST_DEADLINE)) {
      throw new IllegalArgumentException("--deadline " + deadline + ": give seconds, more than 0 and at most a day");
    }
    List<String> command = CommandWords.split(adapter);
    if (command.isEmpty()) {
      throw new IllegalArgumentException("--adapter names no command; for example --adapter 'python3 my_adapter.py'");
    }
    return new ProcessAdapter(command, Duration.ofMillis(Math.max(1, Math.round(deadline * 1000))).toNanos());
  }
}
