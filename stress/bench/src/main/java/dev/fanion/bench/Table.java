package dev.fanion.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The figures of one run, the reference and its peers side by side, and what the reference must reach. */
final class Table {
  private static final String NOTHING = "–";

  private final Figures figures;
  private final List<Row> rows;
  private final List<SubjectKind> columns;

  Table(Figures figures, List<Row> rows) {
    this.figures = figures;
    this.rows = rows.stream().filter(row -> figures.has(row.operation())).toList();
    this.columns = Stream.of(SubjectKind.values()).filter(figures::has).toList();
  }

  List<Row> rows() {
    return rows;
  }

  /** At least three digits, and no digit after the point beyond the third. */
  static String number(double value) {
    if (value < 0.05) {
      return "0";
    }
    boolean whole = value >= 100 || value == Math.rint(value);
    return String.format(Locale.ROOT, whole ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
  }

  /** Whether every goal that could be judged is reached. */
  boolean allReached() {
    return rows.stream().allMatch(row -> missed(row).isEmpty());
  }

  /** The goals that are not reached. */
  List<Goal> missed(Row row) {
    return judged(row, false);
  }

  private List<Goal> judged(Row row, boolean verdict) {
    return row.goals().stream()
        .filter(goal -> goal.judge().reached(figures, row.operation()).equals(Optional.of(verdict))).toList();
  }

  String reached(Row row) {
    if (row.goals().isEmpty()) {
      return "";
    }
    List<Goal> missed = missed(row);
    if (!missed.isEmpty()) {
      return "no: " + missed.stream().map(Goal::words).collect(Collectors.joining(", "));
    }
    int open = row.goals().size() - judged(row, true).size();
    return open == 0 ? "yes" : open == row.goals().size() ? "not judged" : "yes, of what was measured";
  }

  private String ratio(Row row) {
    if (figures.fanion(row.operation()).orElse(0.0) < Goal.NO_BYTES) {
      return ""; // a multiple of zero says nothing
    }
    return figures.bestPeer(row.operation()).flatMap(peer -> figures.times(row.operation(), peer)
        .map(times -> number(times) + "× " + peer.title)).orElse("");
  }

  private List<List<String>> cells() {
    List<List<String>> lines = new ArrayList<>();
    List<String> head = new ArrayList<>(List.of("operation", "unit"));
    columns.forEach(column -> head.add(column.title));
    head.addAll(List.of("best peer", "asked", "reached"));
    lines.add(head);
    for (Row row : rows) {
      List<String> line = new ArrayList<>(List.of(row.label(), row.unit()));
      columns.forEach(column -> line.add(figures.get(row.operation(), column).map(Table::number).orElse(NOTHING)));
      line.addAll(List.of(ratio(row), row.goals().stream().map(Goal::words).collect(Collectors.joining(", ")), reached(row)));
      lines.add(line);
    }
    return lines;
  }

  /** The table for a terminal. */
  String text() {
    List<List<String>> lines = cells();
    int[] widths = IntStream.range(0, lines.get(0).size())
        .map(i -> Collections.max(lines.stream().map(line -> line.get(i).length()).toList())).toArray();
    return lines.stream().map(line -> IntStream.range(0, line.size())
        .mapToObj(i -> padded(line.get(i), widths[i], isNumber(i))).collect(Collectors.joining("  ")).stripTrailing())
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private boolean isNumber(int column) {
    return column >= 2 && column < 2 + columns.size();
  }

  private static String padded(String cell, int width, boolean right) {
    String space = " ".repeat(width - cell.length());
    return right ? space + cell : cell + space;
  }

  /** The table for a page. */
  String markdown() {
    List<List<String>> lines = cells();
    String rule = IntStream.range(0, lines.get(0).size()).mapToObj(i -> isNumber(i) ? "---:" : "---")
        .collect(Collectors.joining(" | ", "| ", " |\n"));
    List<String> written = lines.stream().map(line -> line.stream().map(Objects::toString)
        .collect(Collectors.joining(" | ", "| ", " |\n"))).toList();
    return written.get(0) + rule + String.join("", written.subList(1, written.size()));
  }
}
