package dev.fanion.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The manifest as it is written: tells in which line a key stands. */
final class ManifestText {
  private static final Pattern HEADER = Pattern.compile("\\[.*");
  private static final Pattern ENTRY = Pattern.compile("\\s*\\[\\[\\s*entry\\s*]].*");

  private final Path file;
  private final List<String> lines;
  private final int[] entries;

  ManifestText(Path file, String text) {
    this.file = file;
    lines = text.lines().toList();
    entries = lines(0, lines.size(), ENTRY).toArray();
  }

  /**
   * The file and the line of an entry's key, which stands in the entry or in the table of its module; else the entry's line. The
   * file alone if entries are not written as [[entry]] tables.
   */
  String place(int entry, String module, String key) {
    if (entries.length <= entry) {
      return file.toString();
    }
    return file + ":" + (line(entries[entry], key).orElseGet(() -> lineOfModule(module, key).orElse(entries[entry])) + 1);
  }

  /** The file and the line on which the table of a module begins; the file alone if the table is written otherwise. */
  String place(String module) {
    OptionalInt header = header(module);
    return header.isEmpty() ? file.toString() : file + ":" + (header.getAsInt() + 1);
  }

  private OptionalInt lineOfModule(String module, String key) {
    OptionalInt header = header(module);
    return header.isEmpty() ? header : line(header.getAsInt(), key);
  }

  private OptionalInt header(String module) {
    Pattern pattern = Pattern.compile("\\s*\\[\\s*module\\s*\\.\\s*" + Pattern.quote(module) + "\\s*].*");
    return lines(0, lines.size(), pattern).findFirst();
  }

  /** Where a key is assigned in the table that begins on this line. */
  private OptionalInt line(int header, String key) {
    int end = lines(header + 1, lines.size(), HEADER).findFirst().orElse(lines.size());
    return lines(header, end, Pattern.compile("\\s*\"?" + Pattern.quote(key) + "\"?\\s*=.*")).findFirst();
  }

  private IntStream lines(int from, int to, Pattern pattern) {
    return IntStream.range(from, to).filter(i -> pattern.matcher(lines.get(i)).matches());
  }
}
