package dev.fanion.spec.run;

import dev.fanion.spec.Entry;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Prints what went wrong, then one line for each entry, then the sum. */
final class ResultTable {
  private static final List<String> HEAD =
      List.of("", "entry", "expected", "outcome", "distinct", "generated", "states/s", "seconds");
  private static final int FIRST_NUMBER = 4;

  private ResultTable() {}

  static void print(List<EntryResult> results, PrintStream out) {
    printUnexpected(results, out);
    printRows(results, out);
    long ok = results.stream().filter(EntryResult::ok).count();
    out.println(ok + " of " + results.size() + " entries as expected"
        + (ok == results.size() ? "" : "; FAILED: " + failed(results)));
  }

  /** Prints what went wrong. */
  static void printUnexpected(List<EntryResult> results, PrintStream out) {
    results.stream().filter(result -> !result.ok()).forEach(result -> printProblems(result, out));
  }

  /** Prints for each module how many of the variants with one mistake were caught, then the sum. */
  static void printMutants(List<Entry> entries, List<EntryResult> all, PrintStream out) {
    Map<String, long[]> modules = new TreeMap<>();
    List<EntryResult> results = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!entries.get(i).mutates().isEmpty()) {
        results.add(all.get(i));
        long[] counts = modules.computeIfAbsent(entries.get(i).mutates(), module -> new long[2]);
        counts[0] += all.get(i).ok() ? 1 : 0;
        counts[1]++;
      }
    }
    List<List<String>> rows = new ArrayList<>(List.of(List.of("module", "caught", "in all")));
    modules.forEach((module, counts) -> rows.add(List.of(module, "" + counts[0], "" + counts[1])));
    printAligned(rows, 1, out);
    long caught = results.stream().filter(EntryResult::ok).count();
    out.println(caught + " of " + results.size() + " mutants caught by the property named for them"
        + (caught == results.size() ? "" : "; NOT CAUGHT: " + failed(results)));
  }

  private static String failed(List<EntryResult> results) {
    return String.join(", ", results.stream().filter(result -> !result.ok()).map(EntryResult::name).toList());
  }

  private static void printProblems(EntryResult result, PrintStream out) {
    result.problems().forEach(problem -> out.println(result.name() + ": " + problem));
    result.details().forEach(line -> out.println("    " + line));
    out.println();
  }

  private static void printRows(List<EntryResult> results, PrintStream out) {
    List<List<String>> rows = new ArrayList<>(List.of(HEAD));
    results.forEach(result -> rows.add(row(result)));
    printAligned(rows, FIRST_NUMBER, out);
  }

  private static void printAligned(List<List<String>> rows, int firstNumber, PrintStream out) {
    int[] widths = new int[rows.get(0).size()];
    for (List<String> row : rows) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    rows.forEach(row -> out.println(line(row, widths, firstNumber)));
  }

  private static List<String> row(EntryResult result) {
    return List.of(
        result.ok() ? "ok" : "FAIL",
        result.name(),
        result.expected(),
        result.outcome(),
        String.format("%,d", result.distinct()),
        String.format("%,d", result.generated()),
        String.format("%,d", result.statesPerSecond()),
        String.format("%.1f", result.seconds()));
  }

  private static String line(List<String> row, int[] widths, int firstNumber) {
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      String padding = " ".repeat(widths[i] - row.get(i).length());
      line.append(i < firstNumber ? row.get(i) + padding : padding + row.get(i)).append("  ");
    }
    return line.toString().stripTrailing();
  }
}
