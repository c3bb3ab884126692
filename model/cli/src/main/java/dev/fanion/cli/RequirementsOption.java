package dev.fanion.cli;

import dev.fanion.conformance.Requirements;
import picocli.CommandLine.Option;

/** What decides the status. */
final class RequirementsOption {
  @Option(names = "--requirements", paramLabel = "NUMBER",
      description = "Only what is in these numbered requirements decides the status, such as 2026.1. What came later is run "
          + "last, and told as new. Default: all that the suite has decides.")
  String number;

  Requirements chosen() {
    return number == null ? Requirements.ALL : Requirements.named(number);
  }
}
