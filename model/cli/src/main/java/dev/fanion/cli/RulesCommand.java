package dev.fanion.cli;

import dev.fanion.conformance.Inventory;
import dev.fanion.conformance.RuleList;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints the rules. */
@Command(name = "rules", mixinStandardHelpOptions = true,
    description = "Prints the rules that the suite judges by, and what an adapter must declare for each to be tested.")
final class RulesCommand implements Runnable {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Parameters(paramLabel = "ID", arity = "0..1", defaultValue = "",
      description = "A rule, such as EVT-2, or the beginning of its name; default all.")
  String id;

  @Option(names = "--freeze", paramLabel = "NUMBER",
      description = "Print the file of requirements of this number instead, with all that the suite has today: for a release.")
  String freeze;

  @Override
  public void run() {
    if (freeze != null) {
      Inventory.print(freeze, spec.commandLine().getOut());
    } else {
      RuleList.print(id, spec.commandLine().getOut());
    }
  }
}
