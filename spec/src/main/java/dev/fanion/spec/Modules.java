package dev.fanion.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The modules below the folder {@code tla}, by name. TLC searches all their folders, so a name must be unique. */
final class Modules {
  private static final Pattern COMMENT = Pattern.compile("\\\\\\*.*|(?s:\\(\\*.*?\\*\\))");

  private final Path tla;
  private final TreeMap<String, Path> files = new TreeMap<>();

  Modules(Path specFolder) {
    tla = specFolder.resolve("tla");
    for (String name : SpecFiles.names(tla, ".tla")) {
      Path file = tla.resolve(name);
      Path other = files.put(file.getFileName().toString().replaceFirst("\\.tla$", ""), file);
      if (other != null) {
        throw new ManifestException("two modules of one name, " + other + " and " + file
            + ": rename one, or TLC would take whichever it finds first");
      }
    }
  }

  boolean contains(String module) {
    return files.containsKey(module);
  }

  Set<String> names() {
    return files.keySet();
  }

  /** The folder {@code tla} itself. */
  Path folder() {
    return tla;
  }

  /** The folders that TLC must search. */
  Set<Path> folders() {
    Set<Path> folders = new LinkedHashSet<>(List.of(tla));
    files.values().forEach(file -> folders.add(file.getParent()));
    return folders;
  }

  /** The text of a module between two places, both inclusive and counted from 1; null if it is not one of ours. */
  @Nullable String text(String module, int line, int column, int endLine, int endColumn) {
    Path file = files.get(module);
    return file == null ? null : cut(lines(file), line, column, endLine, endColumn);
  }

  /** The text of a module, or of a config, with a blank for each comment. */
  static String withoutComments(String text) {
    return COMMENT.matcher(text).replaceAll(" ");
  }

  private static String cut(List<String> lines, int line, int column, int endLine, int endColumn) {
    String first = lines.get(line - 1);
    if (line == endLine) {
      return first.substring(column - 1, endColumn);
    }
    String middle = String.join("\n", lines.subList(line, endLine - 1));
    return first.substring(column - 1) + "\n" + middle + "\n" + lines.get(endLine - 1).substring(0, endColumn);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
