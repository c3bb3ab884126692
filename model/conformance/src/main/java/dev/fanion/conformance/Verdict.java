package dev.fanion.conformance;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The suite's judgement of one rule.
 *
 * @param finding a conversation that breaks the rule, if there is one
 * @param reason why the rule was not tested, or ""
 */
record Verdict(Rule rule, String word, long exercised, int failures, @Nullable Finding finding, String reason) {
  /**
   * The verdict on a rule.
   *
   * @param all the findings, those too that are not told
   * @param decides whether a finding decides the status: one that does is shown rather than one that does not
   * @param count how often conversations exercised the rule
   * @param failures how many scenarios broke it
   * @param features what the adapter declares
   */
  static Verdict of(Rule rule, RuleChoice choice, List<Finding> all, Predicate<Finding> decides, long count, int failures,
      Set<String> features) {
    if (!choice.has(rule)) {
      return new Verdict(rule, "not chosen", 0, 0, null, choice.words());
    }
    List<Finding> about = all.stream().filter(finding -> finding.isAbout(rule)).toList();
    List<Finding> told = about.stream().filter(choice::has).toList();
    Finding shown = told.stream().filter(decides).findFirst().orElse(told.isEmpty() ? null : told.get(0));
    if (shown != null) {
      return new Verdict(rule, shown.kind().words(), count, failures, shown, "");
    } else if (!about.isEmpty()) {
      return new Verdict(rule, "in question", count, failures, null, choice.leavesOut());
    }
    return count > 0
        ? new Verdict(rule, "holds", count, 0, null, "")
        : new Verdict(rule, "not tested", 0, 0, null, rule.whyUntested(features));
  }
}
