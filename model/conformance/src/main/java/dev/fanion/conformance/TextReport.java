package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what a run found, for a person, but for the findings themselves: {@link Progress} has shown them. */
final class TextReport {
  /** The number of lines that are shown, from the end, of a conversation in which the adapter failed: it is not shrunk. */
  static final int SHOWN = 20;

  private final Results results;
  private final PrintWriter out;

  TextReport(Results results, PrintWriter out) {
    this.results = results;
    this.out = out;
  }

  void print() {
    results.errors().forEach(this::error);
    out.printf("%-7s %-11s %9s  %s%n", "rule", "verdict", "exercised", "what it says");
    List<Verdict> verdicts = results.verdicts();
    verdicts.stream().filter(verdict -> verdict.reason().isEmpty()).forEach(this::row);
    untested(verdicts);
    added();
    expected();
    out.println();
    sides();
    coverage();
    results.phases().forEach(p -> out.printf("%-17s %,7d scenarios %,9d steps %7.1f s %,9.0f steps/s%n",
        p.name(), p.scenarios(), p.steps(), p.seconds(), p.rate()));
    out.println();
    summary();
  }

  private void row(Verdict verdict) {
    out.printf("%-7s %-11s %9s  %s%n", verdict.rule().id(), verdict.word(),
        verdict.exercised() == 0 ? "" : String.format("%,d", verdict.exercised()), verdict.rule().says(results.profile()));
  }

  /** The rules without a verdict, a line for each reason. */
  private void untested(List<Verdict> verdicts) {
    Map<String, List<String>> reasons = new LinkedHashMap<>();
    verdicts.stream().filter(verdict -> !verdict.reason().isEmpty()).forEach(verdict -> reasons.computeIfAbsent(
        verdict.word() + ": %s [" + verdict.reason() + "]", r -> new ArrayList<>()).add(verdict.rule().id()));
    reasons.forEach((reason, rules) -> out.println(reason.replace("%s", String.join(", ", rules))));
  }

  /** The rules that do not decide, since they came after the requirements. */
  private void added() {
    List<Rule> rules = results.plan.requirements().missing();
    if (!rules.isEmpty()) {
      out.printf("new: %s [not in requirements %s]%n", rules.stream().map(Rule::id).collect(Collectors.joining(", ")),
          results.plan.requirements().number());
    }
  }

  /** What was expected to fail, and whether it did. */
  private void expected() {
    results.plan.expected().entries().forEach(entry -> {
      String id = entry.rule().id();
      out.printf("expected: %s (%s)%n", switch (results.outcome(entry)) {
        case FAILS -> id + " fails";
        case IN_QUESTION -> id + " is in question, but by findings that name another rule first, or are of another kind";
        case PASSES -> entry.flaky() ? id + " passes this time"
            : id + " PASSES; delete it from " + results.plan.expected().place(entry) + ", or write flaky = true there";
        case OPEN -> id + " has not failed so far";
        case NOT_TESTED -> id + " was not tested: " + entry.rule().whyUntested(results.hello.features());
        case NOT_CHOSEN -> id + " was not chosen";
      }, entry.reason());
    });
  }

  /** The sides that were found, and those that could not be. */
  private void sides() {
    List<Sighting> sightings = results.sightings();
    String found = sightings.stream().filter(sighting -> sighting.basis() == Sighting.Basis.SHOWN)
        .map(sighting -> sighting.point() + "=" + sighting.side()).collect(Collectors.joining(", "));
    out.printf("sides found: %s%n", found.isEmpty() ? "none" : found);
    sightings.stream().filter(Sighting::isUnknown).forEach(sighting ->
        out.printf("side unknown: %s, judged as %s: %s%n", sighting.point(), sighting.side(), sighting.words()));
  }

  private void error(AdapterFailure error) {
    out.printf("ADAPTER ERROR  %s%n", FindingText.ends(error.getMessage()));
    int from = Math.max(0, error.conversation().size() - SHOWN);
    if (!error.conversation().isEmpty()) {
      out.println("     in this conversation:" + (from == 0 ? "" : " (the first " + from + " lines are in the other reports)"));
    }
    for (int i = from; i < error.conversation().size(); i++) {
      out.printf("%4d %s%n", i + 1, error.conversation().get(i));
    }
    out.println();
  }

  private void coverage() {
    Coverage coverage = results.coverage();
    if (coverage != null) {
      out.printf("transitions: %,d of %,d forceable (%.1f %%), at %s%,d places; flags seem to be noticed %s%n",
          coverage.covered(), coverage.pairs(), 100.0 * coverage.covered() / Math.max(1, coverage.pairs()),
          coverage.all() ? "" : "the nearest ", coverage.places(), noticed());
    }
    List<String> steps = results.internal().entrySet().stream()
        .map(step -> step.getKey() + (step.getValue() ? " seen" : " unseen")).toList();
    out.printf("internal steps: %s%n", steps.isEmpty() ? "none in this model" : String.join(", ", steps));
  }

  private String noticed() {
    if (!results.hello.can("flag")) {
      return "never: there are none";
    }
    return switch (results.noticing()) {
      case EACH_TURN -> "between any two turns";
      case AT_ONCE -> "at once";
      case ANY_TIME -> "in no regular way";
    };
  }

  /** The verdict on the implementation, in a line or two. */
  static List<String> verdict(Results results) {
    StringWriter words = new StringWriter();
    try (PrintWriter out = new PrintWriter(words)) {
      new TextReport(results, out).summary();
    }
    return words.toString().lines().toList();
  }

  private void summary() {
    String cut = results.cutShort() == null ? "" : "; the run was cut short: " + results.cutShort();
    String asked = results.plan.profile().name();
    switch (results.status()) {
      case 0 -> out.println((results.conforms() ? "CONFORMS to " + judge(results.profile().name()) : asExpected()) + news()
          + cut);
      case 1 -> failed(asked, cut);
      default -> out.printf("CANNOT TELL whether it conforms: %s%s%n",
          FindingText.count(results.errors().size(), "adapter error"), cut);
    }
  }

  /** Nothing went wrong that was chosen and was not expected, so that this is no verdict on all. */
  private String asExpected() {
    long known = expectedOnes();
    return (known == 0 ? "NOTHING WRONG" : "NOTHING NEW (" + FindingText.count(known, "finding") + ", expected)")
        + " by " + judge(results.profile().name()) + chosen();
  }

  private long expectedOnes() {
    return results.findings().stream().filter(finding -> results.plan.expected().of(finding) != null).count();
  }

  /** By what a run is judged. */
  private String judge(String profile) {
    Requirements requirements = results.plan.requirements();
    return (requirements.isAll() ? "" : "requirements " + requirements.number() + " and ") + "the profile " + profile;
  }

  /** How many findings do not decide, and decide when the user takes the next requirements. */
  private String news() {
    long added = results.findings().size() - expectedOnes() - results.findings().stream().filter(results::decides).count();
    return added == 0 ? "" : "; besides, " + FindingText.count(added, "finding") + " of what came after these requirements";
  }

  private String chosen() {
    return results.plan.choice().isAll() ? "" : ", among the rules of " + results.plan.choice().words()
        + "; the others are not judged";
  }

  private void failed(String asked, String cut) {
    long decide = results.findings().stream().filter(results::decides).count();
    int failed = results.failures().scenarios();
    long known = expectedOnes();
    if (decide == 0) {
      out.printf("NOT AS EXPECTED: %s%s%s%n", String.join(", ",
          results.surprises().stream().map(entry -> entry.rule().id() + " passes").toList()), chosen(), news());
      return;
    }
    out.printf("DOES NOT CONFORM to %s: %s%s%s%s%s%s%n", judge(asked), FindingText.count(decide + known, "finding"),
        failed == 0 ? "" : " in " + FindingText.count(failed, "scenario"), known == 0 ? "" : ", of which " + known + " expected",
        chosen(), news(), cut);
    if (results.findings().stream().filter(results::decides).allMatch(finding -> finding.kind() == Finding.Kind.OTHER_SIDE)
        && cut.isEmpty() && results.plan.choice().isAll()) {
      out.printf("all findings are choices: it conforms to --profile %s%n", results.profile().name());
    }
  }
}
