package dev.fanion.cli;

import dev.fanion.conformance.RuleList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Prints the rules. */
@Command(name = "rules", mixinStandardHelpOptions = true,
    description = "Prints the rules that the suite judges by, and what an adapter must declare for each to be tested.")
final class RulesCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "",
      description = "A rule, such as EVT-2, or the beginning of its name; default all.")
  String id;

  @Override
  public void run() {
    RuleList.print(id, spec.commandLine().getOut());
  }
}
