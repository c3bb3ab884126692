package dev.fanion.spec.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The outcomes of a race of FlagOutcomes, from the lines that TLC prints: each with the shortest run that ends in it. */
final class OutcomesTable {
  private static final String PREFIX = "\"outcome; ";

  private OutcomesTable() {}

  /** The table in Markdown. The order of the lines makes no difference; lines of other kinds are skipped. */
  static String markdown(List<String> printedLines) {
    SortedMap<String, List<List<String>>> runs = new TreeMap<>();
    for (String line : printedLines) {
      if (line.startsWith(PREFIX) && line.endsWith("\"")) {
        List<String> fields = List.of(line.substring(PREFIX.length(), line.length() - 1).split("; "));
        runs.computeIfAbsent(fields.get(0), outcome -> new ArrayList<>()).add(fields.subList(1, fields.size()));
      }
    }
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("No outcome in what was printed. Run an entry whose module is FlagOutcomes.");
    }
    StringBuilder out = new StringBuilder("| outcome | for example |\n| --- | --- |\n");
    runs.forEach((outcome, all) -> out.append("| `" + outcome + "` | " + String.join("; ", shortest(all)) + " |\n"));
    return out.toString();
  }

  private static List<String> shortest(List<List<String>> runs) {
    return runs.stream().min(Comparator.<List<String>>comparingInt(List::size).thenComparing(Object::toString)).orElseThrow();
  }
}
