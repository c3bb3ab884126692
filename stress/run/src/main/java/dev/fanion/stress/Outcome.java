package dev.fanion.stress;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What a part came to.
 *
 * @param part its name
 * @param rows what it reported; empty if it could not be told
 * @param trouble why it could not be told, or what its status says beyond its rows; empty if there is nothing
 * @param status 0 as it should be, 1 not so, 2 it could not be told
 */
record Outcome(String part, List<Row> rows, String trouble, int status) {

  /** Judges by a part's exit status and its rows. A status of 1 without rows is no finding: a JVM that broke ends so too. */
  static Outcome of(String part, int exit, Path file) {
    if (!Files.exists(file)) {
      return untold(part, "it ended with status " + exit + " and wrote no rows into " + file);
    }
    List<Row> rows;
    try {
      rows = Row.read(file);
    } catch (IOException e) {
      return untold(part, "it ended with status " + exit + "; " + e.getMessage());
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

  static Outcome untold(String part, String trouble) {
    return new Outcome(part, List.of(), trouble, 2);
  }

  /** A finding outweighs what could not be told. */
  static int status(List<Outcome> outcomes) {
    return outcomes.stream().anyMatch(outcome -> outcome.status == 1) ? 1
        : outcomes.stream().mapToInt(Outcome::status).max().orElse(2);
  }
}
