package dev.fanion.cli;

import dev.fanion.conformance.ExpectedFile;
import dev.fanion.conformance.Expectations;
import dev.fanion.conformance.Plan;
import dev.fanion.conformance.RuleChoice;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which rules a run tells of, which are expected to fail, and which decide. */
final class RuleOptions {
  @Option(names = "--only", paramLabel = "RULE", split = ",",
      description = "Tell only of findings that name one of these rules first, by ids or patterns such as FLG-*. The whole "
          + "suite runs all the same. The run then says nothing of the other rules, and never that it conforms.")
  List<String> only = new ArrayList<>();

  @Option(names = "--skip", paramLabel = "RULE", split = ",",
      description = "Do not tell of findings that name one of these rules first; as with --only.")
  List<String> skip = new ArrayList<>();

  @Option(names = "--expected", paramLabel = "FILE",
      description = "What is expected to fail: TOML, with a table [[expected]] for each rule: rule, reason, perhaps kind and "
          + "flaky. Such findings do not decide the status; a rule that no longer fails does.")
  Path expected;

  @Mixin RequirementsOption requirements;

  /** The same plan, with what the user said of rules. */
  Plan of(Plan plan) {
    return plan.telling(RuleChoice.of(only, skip), expectations(plan)).demanding(requirements.chosen());
  }

  private Expectations expectations(Plan plan) {
    return expected == null ? plan.expected() : ExpectedFile.read(expected);
  }
}
