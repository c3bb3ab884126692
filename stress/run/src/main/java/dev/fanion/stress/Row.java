package dev.fanion.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * A line of the table, and the form in which a part reports: a file of rows. No other class knows the columns of that file.
 *
 * @param test the name of the test
 * @param catches what the test would catch; begins with {@value #SKIPPED} if the test was not run here
 * @param samples how many samples or interleavings were tried
 * @param bad how many outcomes were forbidden ones
 * @param caught how many of the broken variants were caught
 * @param variants how many broken variants the test has
 */
public record Row(String test, String catches, long samples, long bad, int caught, int variants) {
  static final String SKIPPED = "skipped: ";

  private static final List<String> COLUMNS = List.of("test", "catches", "samples", "bad", "caught", "variants");

  /** The row of a test that was not run here, with the reason. */
  public static Row skipped(String test, String reason) {
    return new Row(test, SKIPPED + reason, 0, 0, 0, 0);
  }

  /** Whether the test was not run here. */
  public boolean isSkipped() {
    return catches.startsWith(SKIPPED);
  }

  /** Whether the row says something: that of a test without a sample does not. */
  public boolean isTelling() {
    return isSkipped() || samples > 0;
  }

  /** Whether no outcome was bad, and every broken variant was caught. */
  public boolean isClean() {
    return bad == 0 && caught == variants;
  }

  /** Writes the rows into the file, below the names of the columns. */
  public static void write(Path file, List<Row> rows) throws IOException {
    Files.write(file, Stream.concat(Stream.of(String.join("\t", COLUMNS)), rows.stream().map(Row::line)).toList());
  }

  /** The row as it stands in a file: its cells, with tabs between them. */
  public String line() {
    return String.join("\t", test, catches, Long.toString(samples), Long.toString(bad), Integer.toString(caught),
        Integer.toString(variants));
  }

  /** The rows of a file. An IOException says what is wrong with the file. */
  public static List<Row> read(Path file) throws IOException {
    List<String> lines = Files.readAllLines(file);
    if (lines.isEmpty() || !lines.get(0).equals(String.join("\t", COLUMNS))) {
      throw new IOException(file + " does not begin with the line: " + String.join(" ", COLUMNS));
    }
    if (lines.size() == 1) {
      throw new IOException(file + " has no rows");
    }
    try {
      return lines.stream().skip(1).map(Row::parse).toList();
    } catch (IllegalArgumentException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Row parse(String line) {
    String[] cells = line.split("\t", -1);
    if (cells.length != COLUMNS.size()) {
      throw new IllegalArgumentException(cells.length + " cells, not " + COLUMNS.size() + ", in the line: " + line);
    }
    return new Row(cells[0], cells[1], Long.parseLong(cells[2]), Long.parseLong(cells[3]), Integer.parseInt(cells[4]),
        Integer.parseInt(cells[5]));
  }
}
