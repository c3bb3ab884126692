package dev.fanion.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The result of a part.
 *
 * @param part the name of the part
 * @param rows what the part reported; empty if nothing could be read
 * @param trouble why the result is inconclusive, or what the exit status says beyond the rows; empty if there is nothing to say
 * @param status 0 success, 1 failure, 2 inconclusive
 */
record Outcome(String part, List<Row> rows, String trouble, int status) {

  /** Judges by a part's exit status and its rows. A status of 1 without rows is no finding: a broken JVM ends with 1 too. */
  static Outcome of(String part, int exit, Path file) {
    if (!Files.exists(file)) {
      return inconclusive(part, "it ended with status " + exit + " and wrote no rows into " + file);
    }
    List<Row> rows;
    try {
      rows = Row.read(file);
    } catch (IOException e) {
      return inconclusive(part, "it ended with status " + exit + "; " + e.getMessage());
    }
    if (!rows.stream().allMatch(Row::isClean)) {
      return new Outcome(part, rows, "", 1);
    }
    return switch (exit) {
      case 0 -> rows.stream().allMatch(Row::isTelling) ? new Outcome(part, rows, "", 0)
          : new Outcome(part, rows, "a test of it was never tried: no samples", 2);
      case 1 -> new Outcome(part, rows, "it ended with status 1, though its rows are clean; see its own report", 1);
      default -> new Outcome(part, rows, "it ended with status " + exit, 2);
    };
  }

  /** The part cannot run here. That is no failure. */
  static Outcome skipped(String part, String reason) {
    return new Outcome(part, List.of(Row.skipped(part, reason)), "", 0);
  }

  static Outcome inconclusive(String part, String trouble) {
    return new Outcome(part, List.of(), trouble, 2);
  }

  /** The status of the whole run. A failure outweighs an inconclusive part. */
  static int status(List<Outcome> outcomes) {
    return outcomes.stream().anyMatch(outcome -> outcome.status == 1) ? 1
        : outcomes.stream().mapToInt(Outcome::status).max().orElse(2);
  }
}
