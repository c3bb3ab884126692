package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Reply;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints what a run found, for a person. */
final class TextReport {
  private static final int SAID = 4_000;

  /** The number of lines that are shown, from the end, of a conversation in which the adapter failed: it is not shrunk. */
  private static final int SHOWN = 20;

  private final Results results;
  private final PrintWriter out;

  TextReport(Results results, PrintWriter out) {
    this.results = results;
    this.out = out;
  }

  void print() {
    out.printf("%-7s %-11s %9s  %s%n", "rule", "verdict", "exercised", "what it says");
    results.verdicts().forEach(this::row);
    int number = 1;
    for (Finding finding : results.findings()) {
      out.println();
      finding(number++, finding);
    }
    results.errors().forEach(this::error);
    out.println();
    coverage();
    results.phases().forEach(p -> out.printf("%-17s %,7d scenarios %,9d steps %7.1f s %,9.0f steps/s%n",
        p.name(), p.scenarios(), p.steps(), p.seconds(), p.rate()));
    out.println();
    summary();
  }

  private void row(Results.Verdict verdict) {
    out.printf("%-7s %-11s %9s  %s%n", verdict.rule().id(), verdict.word(),
        verdict.exercised() == 0 ? "" : String.format("%,d", verdict.exercised()),
        verdict.rule().says() + (verdict.reason().isEmpty() ? "" : " [" + verdict.reason() + "]"));
  }

  private void finding(int number, Finding finding) {
    out.printf("%d. %s: %s, shown by %d operations%n", number, finding.kind().words().toUpperCase(Locale.ROOT),
        String.join(", ", Rule.ids(finding.rules())), finding.exchanges().size());
    out.println(finding.exchanges().isEmpty() ? "     begin -> (not main started)" : "     main started");
    for (int i = 0; i < finding.exchanges().size(); i++) {
      Exchange exchange = finding.exchanges().get(i);
      out.printf("%4d %-40s -> %s%n", i + 1, exchange.task() + ": " + exchange.request(),
          exchange.reply() == null ? "(no reply)" : exchange.reply());
    }
    out.println("     the spec allows: "
        + finding.allowed().stream().map(Reply::toString).sorted().distinct().collect(Collectors.joining(", or ")));
    if (finding.option() != null) {
      String alone = results.findings().stream().allMatch(f -> f.kind() == Finding.Kind.OTHER_SIDE)
          ? "" : ", which does not explain the other findings, though";
      out.println("     this would be accepted by --profile " + finding.option() + alone);
    }
    if (!finding.said().isEmpty()) {
      String said = finding.said();
      out.println("     " + (said.length() > SAID ? "…" + said.substring(said.length() - SAID) : said));
    }
  }

  private void error(AdapterFailure error) {
    String said = error.getMessage();
    out.printf("%nADAPTER ERROR  %s%n",
        said.length() > 2 * SAID ? said.substring(0, SAID) + "\n…\n" + said.substring(said.length() - SAID) : said);
    int from = Math.max(0, error.conversation().size() - SHOWN);
    if (!error.conversation().isEmpty()) {
      out.println("     in this conversation:" + (from == 0 ? "" : " (the first " + from + " lines are in the other reports)"));
    }
    for (int i = from; i < error.conversation().size(); i++) {
      out.printf("%4d %s%n", i + 1, error.conversation().get(i));
    }
  }

  private void coverage() {
    Coverage coverage = results.coverage();
    if (coverage != null) {
      out.printf("transitions: %,d of %,d forceable (%.1f %%), at %,d places; flags seem to be noticed %s%n", coverage.covered(),
          coverage.pairs(), 100.0 * coverage.covered() / Math.max(1, coverage.pairs()), coverage.places(), noticed());
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

  private void summary() {
    String cut = results.cutShort() == null ? "" : "; the run was cut short: " + results.cutShort();
    switch (results.status()) {
      case 0 -> out.printf("CONFORMS to the profile %s%n", results.profile().name());
      case 1 -> out.printf("DOES NOT CONFORM to the profile %s: %d findings in %d scenarios%s%n", results.plan.profile().name(),
          results.findings().size(), results.scenariosFailed(), cut);
      default -> out.printf("CANNOT TELL whether it conforms: %d adapter errors%s%n", results.errors().size(), cut);
    }
  }
}
