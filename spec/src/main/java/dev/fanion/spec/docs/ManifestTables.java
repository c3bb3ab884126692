package dev.fanion.spec.docs;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tables of the manifest, in Markdown. {@code ./fanion spec} checks that what they say is true. */
final class ManifestTables {
  private ManifestTables() {}

  /** The variants with one mistake, by the module that has the mistake. */
  static String mutants(List<Entry> entries) {
    Map<String, List<Entry>> byModule =
        entries.stream().collect(Collectors.groupingBy(Entry::mutates, TreeMap::new, Collectors.toList()));
    StringBuilder text = new StringBuilder(
        "| module | variants | each with the property that must catch it |\n| --- | --- | --- |\n");
    byModule.forEach((module, of) -> text.append(row("`" + module + "`", "" + of.size(), of.stream()
        .map(entry -> entry.name() + " → " + property(entry))
        .collect(Collectors.joining(" · ")))));
    return text + row("in all", "" + entries.size(), "");
  }

  /** The liveness properties, each with a conjunct of fairness that it needs. */
  static String fairness(List<Entry> entries) {
    return table(entries.stream().filter(entry -> !entry.without().isEmpty()).toList(),
        List.of("property", "is lost without", "entry"),
        entry -> row(property(entry), "`" + entry.without() + "`", entry.name()));
  }

  /** What each entry says, and what TLC finds. */
  static String results(List<Entry> entries) {
    return table(entries, List.of("entry", "what it says", "TLC finds", "distinct states"),
        entry -> row(entry.name(), entry.why(), outcome(entry), states(entry)));
  }

  /** How large the searches are. */
  static String bounds(List<Entry> entries) {
    return table(entries, List.of("entry", "module", "config", "distinct states", "generated"),
        entry -> row(entry.name(), "`" + entry.module() + "`", config(entry), states(entry), generated(entry)));
  }

  private static String table(List<Entry> entries, List<String> head, Function<Entry, String> row) {
    return row(head.toArray(String[]::new)) + "|" + " --- |".repeat(head.size()) + "\n"
        + entries.stream().map(row).collect(Collectors.joining());
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells) + " |\n";
  }

  private static String outcome(Entry entry) {
    return entry.expect() instanceof Expectation.Holds ? "holds" : "fails: " + property(entry);
  }

  /** The property that must fail; empty for an entry that holds. */
  static String property(Entry entry) {
    return entry.expect() instanceof Expectation.Fails fails ? "`" + fails.property() + "`" : "";
  }

  private static String config(Entry entry) {
    return (entry.config().derived() ? "from " : "") + "`" + entry.config().file() + "`";
  }

  private static String states(Entry entry) {
    return entry.expect() instanceof Expectation.Holds holds ? String.format("%,d", holds.distinct()) : "";
  }

  private static String generated(Entry entry) {
    return entry.expect() instanceof Expectation.Holds holds ? String.format("%,d", holds.generated()) : "";
  }
}
