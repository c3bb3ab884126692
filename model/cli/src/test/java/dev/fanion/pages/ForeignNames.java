package dev.fanion.pages;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names that look like ours and are not, each with the reason: {@code foreign-names.txt} beside this class. */
final class ForeignNames {
  private final Map<String, String> reasons;
  private final Set<String> unused;

  ForeignNames(Map<String, String> reasons) {
    this.reasons = reasons;
    unused = new TreeSet<>(reasons.keySet());
  }

  static ForeignNames load() {
    try (InputStream list = ForeignNames.class.getResourceAsStream("foreign-names.txt")) {
      Map<String, String> reasons = new LinkedHashMap<>();
      for (String line : new String(list.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
        if (!line.isBlank() && !line.startsWith("#")) {
          String[] nameAndReason = line.split(": ", 2);
          reasons.put(nameAndReason[0], nameAndReason[1]);
        }
      }
      return new ForeignNames(reasons);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String name) {
    unused.remove(name);
    return reasons.containsKey(name);
  }

  /** The names that nobody has asked for yet: they may go. */
  List<String> unused() {
    return List.copyOf(unused);
  }
}
