package dev.fanion.conformance;

import java.util.Locale;

/** Writes what a page has in tables: the rules, the sides, the coverage and the phases of a run. */
final class HtmlTables {
  private final Html html;
  private final Results results;

  HtmlTables(Html html, Results results) {
    this.html = html;
    this.results = results;
  }

  private void begin(String id, String caption, String... heads) {
    html.open("div", "class", "scroll", "role", "region", "tabindex", "0", "aria-labelledby", id + "-caption");
    html.open("table").open("caption", "id", id + "-caption").put("span", caption).close().open("thead").open("tr");
    for (String head : heads) {
      html.put("th", head, "scope", "col");
    }
    html.close().close().open("tbody");
  }

  private void end() {
    html.close().close().close();
  }

  private static String number(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** The rules in the words of the profile that the run was judged by. */
  void rules() {
    html.open("section", "id", "rules").put("h2", "Rules");
    begin("rules", "The verdict on each rule, and how often conversations exercised it", "rule", "verdict", "exercised",
        "what it demands", "what it needs", "broken in");
    results.verdicts().forEach(this::rule);
    end();
    html.close();
  }

  private void rule(Verdict verdict) {
    Rule rule = verdict.rule();
    boolean untested = !verdict.reason().isEmpty();
    html.open("tr", "id", rule.id(), "class", verdict.finding() != null ? "broken" : untested ? "untested" : "holds");
    html.put("th", rule.id(), "scope", "row");
    html.open("td").put("span", sign(verdict), "aria-hidden", "true", "class", "sign").say(" " + verdict.word()).close();
    html.put("td", verdict.exercised() == 0 ? "" : number(verdict.exercised()), "class", "number");
    html.open("td").say(rule.says(results.profile()));
    if (untested) {
      html.put("span", " (" + verdict.reason() + ")", "class", "reason");
    } else if (verdict.finding() != null && results.excuse(verdict.finding()) != null) {
      html.put("span", " (" + results.excuse(verdict.finding()) + ")", "class", "reason");
    } else if (!results.plan.requirements().has(rule)) {
      html.put("span", " (not in requirements " + results.plan.requirements().number() + ")", "class", "reason");
    }
    html.close().put("td", String.join(", ", rule.needs())).open("td");
    if (verdict.finding() != null) {
      int number = results.findings().indexOf(verdict.finding()) + 1;
      html.say(FindingText.count(verdict.failures(), "scenario") + ": ");
      html.put("a", "finding " + number, "href", "#" + HtmlFindings.id(number), "aria-label", rule.id() + ": finding " + number);
    }
    html.close().close();
  }

  private static String sign(Verdict verdict) {
    return verdict.finding() != null ? verdict.finding().kind() == Finding.Kind.OTHER_SIDE ? "≠" : "✗"
        : verdict.reason().isEmpty() ? "✓" : "–";
  }

  /** The side of each point at which good runtimes differ. */
  void sides() {
    html.open("section", "id", "sides").put("h2", "Sides");
    if (results.sightings().isEmpty()) {
      html.put("p", "No experiment was made.").close();
      return;
    }
    begin("sides", "On which side it stands at each point where good runtimes differ", "point", "side", "asked for", "rests on");
    for (Sighting sighting : results.sightings()) {
      html.open("tr").put("th", sighting.point().toString(), "scope", "row").put("td", sighting.side().toString());
      html.put("td", results.plan.profile().side(sighting.point()).toString());
      html.put("td", switch (sighting.basis()) {
        case SHOWN -> "experiments" + (sighting.words().isEmpty() ? "" : "; " + sighting.words());
        case UNKNOWN -> "unknown: " + sighting.words();
        case NOT_TRIED -> sighting.words();
      }).close();
    }
    end();
    html.close();
  }

  /** How much of the spec's state graph was walked, and what the parts of the run were. */
  void coverage() {
    html.open("section", "id", "coverage").put("h2", "Coverage and phases");
    Coverage coverage = results.coverage();
    html.put("p", coverage == null ? "Coverage was not counted: the run ended before." : String.format(Locale.ROOT,
        "%,d of %,d forceable transitions (%.1f %%) were taken, at %s%,d places.", coverage.covered(), coverage.pairs(),
        100.0 * coverage.covered() / Math.max(1, coverage.pairs()), coverage.all() ? "" : "the nearest ", coverage.places()));
    if (!results.internal().isEmpty()) {
      html.put("p", "Steps that no reply tells of: " + String.join(", ", results.internal().entrySet().stream()
          .map(step -> step.getKey() + (step.getValue() ? " seen" : " unseen")).toList()) + ".");
    }
    begin("phases", "The parts of the run", "phase", "scenarios", "steps", "seconds");
    results.phases().forEach(this::phase);
    end();
    html.close();
  }

  private void phase(Results.Phase phase) {
    html.open("tr").put("th", phase.name(), "scope", "row");
    html.put("td", number(phase.scenarios()), "class", "number").put("td", number(phase.steps()), "class", "number");
    html.put("td", String.format(Locale.ROOT, "%.1f", phase.seconds()), "class", "number").close();
  }
}
