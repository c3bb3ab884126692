package dev.fanion.spec;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The manifest as it is written: tells in which line a key of an entry stands. */
final class ManifestText {
  private static final Pattern HEADER = Pattern.compile("\\s*\\[\\[\\s*entry\\s*]].*");

  private final Path file;
  private final List<String> lines;
  private final int[] headers;

  ManifestText(Path file, String text) {
    this.file = file;
    lines = text.lines().toList();
    headers = IntStream.range(0, lines.size()).filter(i -> HEADER.matcher(lines.get(i)).matches()).toArray();
  }

  /** The file and the key's line, or else the entry's; the file alone if entries are not written as [[entry]] tables. */
  String place(int entry, String key) {
    if (headers.length <= entry) {
      return file.toString();
    }
    int from = headers[entry];
    int to = entry + 1 < headers.length ? headers[entry + 1] : lines.size();
    Pattern assignment = Pattern.compile("\\s*\"?" + Pattern.quote(key) + "\"?\\s*=.*");
    int line = IntStream.range(from, to).filter(i -> assignment.matcher(lines.get(i)).matches()).findFirst().orElse(from);
    return file + ":" + (line + 1);
  }
}
