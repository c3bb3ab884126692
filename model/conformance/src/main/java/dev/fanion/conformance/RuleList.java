package dev.fanion.conformance;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The rules, for a person: what each demands, under which sides something else, and what it needs to be tested. */
public final class RuleList {
  private RuleList() {}

  /**
   * Prints the rules whose ids begin so; all of them for "".
   *
   * @throws IllegalArgumentException if there are none; the message names the groups of rules
   */
  public static void print(String beginning, PrintWriter out) {
    String wanted = beginning.toUpperCase(Locale.ROOT);
    List<Rule> rules = Rule.ALL.stream().filter(rule -> rule.id().startsWith(wanted)).toList();
    if (rules.isEmpty()) {
      throw new IllegalArgumentException("no rule " + beginning + "; there are "
          + Rule.ALL.stream().map(rule -> rule.id().replaceFirst("-.*", "-…")).distinct().collect(Collectors.joining(", ")));
    }
    List<Requirements> sets = Requirements.NUMBERS.stream().map(Requirements::named).toList();
    rules.forEach(rule -> print(rule, sets, rules.size() == 1, out));
    out.flush();
  }

  private static void print(Rule rule, List<Requirements> sets, boolean detailed, PrintWriter out) {
    out.printf("%-7s %s%n", rule.id(), rule.says());
    rule.under().forEach((side, says) -> out.printf("        under %s: %s%n", side, says));
    String untested = rule.untested();
    out.printf("        %s%n", untested != null ? "not tested: " + untested
        : rule.needs().isEmpty() ? "tested with every adapter" : "tested with " + String.join(", ", rule.needs()));
    List<String> numbers = sets.stream().filter(set -> set.has(rule)).map(Requirements::number).toList();
    if (numbers.isEmpty()) {
      out.println("        new: in no numbered requirements yet");
    } else if (detailed) {
      out.printf("        in requirements %s%n", String.join(", ", numbers));
    }
    if (detailed) {
      rule.planted().forEach(mistake -> out.printf("        catches: %s%n", mistake));
    } else if (!rule.planted().isEmpty()) {
      out.printf("        catches %s%n", FindingText.count(rule.planted().size(), "planted mistake"));
    }
  }
}
