package dev.fanion.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The names that a TLC config lists as invariants and as properties. */
record Config(List<String> invariants, List<String> properties) {
  private static final Set<String> SECTIONS =
      Set.of("CONSTANT", "CONSTANTS", "INIT", "NEXT", "SPECIFICATION", "INVARIANT", "INVARIANTS", "PROPERTY",
          "PROPERTIES", "CONSTRAINT", "CONSTRAINTS", "ACTION_CONSTRAINT", "ACTION_CONSTRAINTS", "SYMMETRY", "VIEW",
          "CHECK_DEADLOCK", "TYPE", "TYPE_CONSTRAINT");

  static Config read(Path file) {
    try {
      return parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The invariants and the properties. */
  List<String> all() {
    List<String> all = new ArrayList<>(invariants);
    all.addAll(properties);
    return all;
  }

  private static Config parse(String text) {
    Config config = new Config(new ArrayList<>(), new ArrayList<>());
    String section = "";
    for (String word : Modules.withoutComments(text).trim().split("[\\s,]+")) {
      if (SECTIONS.contains(word)) {
        section = word;
      } else if (section.startsWith("INVARIANT")) {
        config.invariants.add(word);
      } else if (section.startsWith("PROPERT")) {
        config.properties.add(word);
      }
    }
    return config;
  }
}
