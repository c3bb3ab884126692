package dev.fanion.conformance;

import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The planted mistakes that vectors do not show, as the table of {@code docs/vectors.md} has them. */
final class NotInVectors {
  private static final Path PAGE = SpecFiles.find().resolveSibling("docs").resolve("vectors.md");

  /** By the words of the mistake: what it takes to show it. */
  static final Map<String, String> WHY = read();

  private NotInVectors() {}

  private static Map<String, String> read() {
    try {
      List<String> lines = Files.readAllLines(PAGE);
      int begin = lines.indexOf("<!-- mistakes that vectors do not show -->");
      Map<String, String> all = new LinkedHashMap<>();
      for (int i = begin + 3; !lines.get(i).equals("<!-- no more mistakes -->"); i++) { // behind the head of the table
        String[] cells = lines.get(i).split(" *[|] *");
        for (String words : cells[2].split(" · ")) {
          all.put(words, cells[1]);
        }
      }
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What it takes to show a mistake that vectors do not show; null if they do. */
  static @Nullable String why(Bug bug) {
    return WHY.get(bug.words());
  }
}
