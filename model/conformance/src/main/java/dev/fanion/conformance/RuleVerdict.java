package dev.fanion.conformance;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a run says of one rule, as a test of a framework. A finding fails the test of one rule: of that which it names first.
 *
 * @param rule its id, or {@link #RUN}
 * @param says what it demands, in a line
 * @param outcome how its test ends
 * @param words why, in lines; "" for a rule that holds
 */
public record RuleVerdict(String rule, String says, Outcome outcome, String words) {
  /** Stands for the run as a whole: it is complete, and each finding names a rule. */
  public static final String RUN = "run";

  /** How the test of a rule ends. */
  public enum Outcome {
    /** Conversations exercised the rule, and none went wrong. */
    HOLDS,
    /** A conversation breaks it, or it holds against expectation. */
    FAILS,
    /** It was not tested, it failed as expected, or it is in question in a finding of another rule. */
    OPEN
  }

  /** The run as a whole, then each rule in the order of the ids. */
  static List<RuleVerdict> of(Results results) {
    List<RuleVerdict> all = new ArrayList<>(List.of(run(results)));
    results.verdicts().forEach(verdict -> all.add(of(verdict, results)));
    return all;
  }

  private static RuleVerdict run(Results results) {
    StringWriter words = new StringWriter();
    PrintWriter out = new PrintWriter(words);
    if (!results.isComplete()) {
      results.errors().forEach(error -> out.printf("adapter error: %s%n%s%n", FindingText.ends(error.getMessage()),
          String.join("\n", error.conversation())));
    }
    if (!results.isComplete() && results.cutShort() != null) {
      out.printf("the run was cut short: %s%n", results.cutShort());
    }
    print(results, results.findings().stream().filter(finding -> finding.rules() == 0 && results.decides(finding)).toList(), out);
    return new RuleVerdict(RUN, "the run is complete", words.toString().isBlank() ? Outcome.HOLDS : Outcome.FAILS,
        words.toString().strip());
  }

  private static RuleVerdict of(Verdict verdict, Results results) {
    Rule rule = verdict.rule();
    List<Finding> own = results.findings().stream().filter(finding -> namesFirst(finding, rule)).toList();
    List<Finding> deciding = own.stream().filter(results::decides).toList();
    String says = rule.says(results.profile());
    String passes = results.surprises().stream().filter(entry -> entry.rule() == rule)
        .map(entry -> "expected to fail, and passes: " + entry.reason()).collect(Collectors.joining());
    if (!deciding.isEmpty()) {
      StringWriter words = new StringWriter();
      print(results, deciding, new PrintWriter(words, true));
      return new RuleVerdict(rule.id(), says, Outcome.FAILS, words.toString().strip());
    } else if (!passes.isEmpty()) {
      return new RuleVerdict(rule.id(), says, Outcome.FAILS, passes);
    }
    String open = !own.isEmpty() ? verdict.word() + ", " + results.excuse(own.get(0))
        : verdict.finding() != null ? "in question in a finding of " + verdict.finding().ruleNames().get(0)
        : verdict.reason().isEmpty() ? "" : verdict.word() + ": " + verdict.reason();
    return new RuleVerdict(rule.id(), says, open.isEmpty() ? Outcome.HOLDS : Outcome.OPEN, open);
  }

  private static boolean namesFirst(Finding finding, Rule rule) {
    return finding.rules() != 0 && finding.ruleNames().get(0).equals(rule.id());
  }

  private static void print(Results results, List<Finding> some, PrintWriter out) {
    some.forEach(finding -> FindingText.print(results.findings().indexOf(finding) + 1, finding, out));
    out.flush();
  }
}
