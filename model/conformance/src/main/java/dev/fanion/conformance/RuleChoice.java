package dev.fanion.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The rules that the user wants to hear of. The whole suite runs all the same: a finding belongs to the rule that it names first,
 * and is left out if that rule is not chosen.
 */
public final class RuleChoice {
  /** Every rule. */
  static final RuleChoice ALL = new RuleChoice(List.of(), List.of(), -1);

  private final List<String> only;
  private final List<String> skip;
  private final long chosen;

  private RuleChoice(List<String> only, List<String> skip, long chosen) {
    this.only = List.copyOf(only);
    this.skip = List.copyOf(skip);
    this.chosen = chosen;
  }

  /**
   * A choice by ids of rules, or patterns in which {@code *} stands for anything.
   *
   * @param only the rules to choose; all if it is empty
   * @param skip the rules to leave out of these
   * @throws IllegalArgumentException if there is no such rule, or none is left; the message names what was probably meant
   */
  public static RuleChoice of(List<String> only, List<String> skip) {
    if (only.isEmpty() && skip.isEmpty()) {
      return ALL;
    }
    long chosen = (only.isEmpty() ? -1 : bits(only)) & ~bits(skip);
    RuleChoice choice = new RuleChoice(only, skip, chosen);
    if (Rule.ALL.stream().noneMatch(choice::has)) {
      throw new IllegalArgumentException(choice.words() + " leaves no rule");
    }
    return choice;
  }

  private static long bits(List<String> patterns) {
    long bits = 0;
    for (String pattern : patterns) {
      String wanted = pattern.strip().toUpperCase(Locale.ROOT);
      Pattern ids = Pattern.compile(Pattern.quote(wanted).replace("*", "\\E.*\\Q"));
      long some = Rule.bits(Rule.ALL.stream().map(Rule::id).filter(id -> ids.matcher(id).matches()).toList());
      bits |= some != 0 ? some : Rule.named(pattern.strip()).bit();
    }
    return bits;
  }

  /** Whether it is every rule. */
  boolean isAll() {
    return chosen == -1;
  }

  /** Whether it has this rule. */
  boolean has(Rule rule) {
    return (chosen & rule.bit()) != 0;
  }

  /** Whether it has the rule that this finding names first. A finding that names no rule belongs to all. */
  boolean has(Finding finding) {
    return finding.rules() == 0 || (chosen & Rule.bits(finding.ruleNames().subList(0, 1))) != 0;
  }

  /** The patterns of the rules to choose; none if that is all. */
  List<String> only() {
    return only;
  }

  /** The patterns of the rules to leave out. */
  List<String> skip() {
    return skip;
  }

  /** Why a rule that was chosen has no finding, though one of another rule has it too. */
  String leavesOut() {
    return "by a finding that names another rule first, which " + words() + " leaves out";
  }

  /** The options that make this choice. */
  String words() {
    List<String> words = new ArrayList<>();
    if (!only.isEmpty()) {
      words.add("--only " + String.join(",", only));
    }
    if (!skip.isEmpty()) {
      words.add("--skip " + String.join(",", skip));
    }
    return String.join(" ", words);
  }
}
