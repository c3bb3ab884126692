package dev.fanion.stress;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Prints the table of a run for a person to read. */
final class Table {
  private static final String NAME = "test";
  private static final String CATCHES = "would catch";

  private final List<Outcome> outcomes;
  private final PrintWriter out;
  private final String form;

  private Table(List<Outcome> outcomes, PrintWriter out) {
    this.outcomes = outcomes;
    this.out = out;
    form = "%-" + width(NAME, rows().map(Row::test)) + "s  %-" + width(CATCHES, rows().map(Row::catches)) + "s  %15s  %5s  %s%n";
  }

  static void print(List<Outcome> outcomes, PrintWriter out) {
    new Table(outcomes, out).print();
    out.flush();
  }

  private Stream<Row> rows() {
    return outcomes.stream().flatMap(outcome -> outcome.rows().stream());
  }

  private static int width(String head, Stream<String> cells) {
    return cells.mapToInt(String::length).reduce(head.length(), Math::max);
  }

  private void print() {
    out.printf(form, NAME, CATCHES, "samples", "bad", "caught");
    rows().forEach(this::row);
    outcomes.stream().filter(outcome -> !outcome.trouble().isEmpty())
        .forEach(outcome -> out.println(outcome.part() + ": " + outcome.trouble()));
    long bad = rows().filter(row -> row.bad() > 0).count();
    int caught = rows().mapToInt(Row::caught).sum();
    int variants = rows().mapToInt(Row::variants).sum();
    long skipped = rows().filter(Row::isSkipped).count();
    out.printf(Locale.ROOT,
        "%s: %,d tests, %,d samples or interleavings, %d with bad outcomes; %d of %d broken variants caught%s%n",
        List.of("PASSED", "FAILED", "COULD NOT TELL").get(Outcome.status(outcomes)), rows().count() - skipped,
        rows().mapToLong(Row::samples).sum(), bad, caught, variants, skipped == 0 ? "" : "; " + skipped + " skipped");
  }

  private void row(Row row) {
    if (row.isSkipped()) {
      out.printf(form, row.test(), row.catches(), "-", "-", "-");
    } else {
      out.printf(form, row.test(), row.catches(), String.format(Locale.ROOT, "%,d", row.samples()), row.bad(),
          row.caught() + " of " + row.variants());
    }
  }
}
