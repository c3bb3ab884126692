package dev.fanion.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The modules below the folder {@code tla}, by name. TLC searches all their folders, so a name must be unique. */
public final class Modules {
  private static final Pattern COMMENT = Pattern.compile("\\\\\\*.*|(?s:\\(\\*.*?\\*\\))");

  private static final Pattern EXTENDS = Pattern.compile("(?m)^EXTENDS\\s+((?:\\w+\\s*,\\s*)*\\w+)");
  private static final Pattern INSTANCE = Pattern.compile("\\bINSTANCE\\s+(\\w+)");
  private static final Pattern VARIABLES = Pattern.compile("(?m)^VARIABLES?\\s+((?:\\w+\\s*,\\s*)*\\w+)");
  static final Pattern DEFINITION = Pattern.compile("(\\w+)(\\([^=]*\\))? ==");

  private static final Pattern NO_WORD = Pattern.compile("\\W+");

  /**
   * An operator's definition.
   *
   * @param module where it stands
   * @param name the operator
   * @param comment the comment above it, in one line
   * @param body its text without comments, from its name on
   */
  public record Definition(String module, String name, String comment, String body) {}

  private final Path tla;
  private final TreeMap<String, Path> files = new TreeMap<>();
  /** The words of a module and of all that it extends, by the module's name. */
  private final Map<String, Set<String>> words = new HashMap<>();

  /** Finds the modules of the folder {@code spec}. */
  public Modules(Path specFolder) {
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
  public Path folder() {
    return tla;
  }

  /**
   * The folders that TLC must search: the module's own folder, and the folder of all modules. The settings for editors
   * ({@code .vscode}) name the same folders, so the runner can check a module if and only if an editor can.
   */
  public Set<Path> folders(String module) {
    Path file = files.get(module);
    return file == null ? Set.of(tla) : new LinkedHashSet<>(List.of(file.getParent(), tla));
  }

  /** The text of a module between two places, both inclusive and counted from 1; null if there is no such module here. */
  public @Nullable String text(String module, int line, int column, int endLine, int endColumn) {
    Path file = files.get(module);
    return file == null ? null : cut(lines(file), line, column, endLine, endColumn);
  }

  /** The comment lines above the definition whose body begins on this line, as one line; empty if there are none. */
  public String comment(String module, int line) {
    List<String> lines = lines(files.get(module));
    int at = line - 1;
    while (at > 0 && !DEFINITION.matcher(lines.get(at)).lookingAt()) {
      at--;
    }
    List<String> comment = new ArrayList<>();
    while (at > 0 && lines.get(at - 1).startsWith("\\*")) {
      comment.add(0, lines.get(--at).substring(2).strip());
    }
    return String.join(" ", comment).replaceAll(" +", " ");
  }

  /** All definitions, in the order of the modules' names. */
  public List<Definition> definitions() {
    List<Definition> definitions = new ArrayList<>();
    files.forEach((module, file) -> {
      List<String> lines = lines(file);
      for (int i = 0; i < lines.size(); i++) {
        Matcher found = DEFINITION.matcher(lines.get(i));
        if (found.lookingAt()) {
          definitions.add(new Definition(module, found.group(1), comment(module, i + 1), body(lines, i)));
        }
      }
    });
    return definitions;
  }

  /** The conjuncts of a module's actions, but of these definitions. */
  public List<Conjunct> conjuncts(String module, Set<String> claims) {
    Set<String> variables = new TreeSet<>();
    for (String each : extended(module)) {
      Matcher declared = VARIABLES.matcher(withoutComments(String.join("\n", lines(files.get(each)))));
      while (declared.find()) {
        variables.addAll(List.of(declared.group(1).strip().split("\\s*,\\s*")));
      }
    }
    return Conjunct.of(module, lines(files.get(module)), variables, claims);
  }

  /** The file of a module. */
  public Path file(String module) {
    return files.get(module);
  }

  /** Whether a module, or one that it extends, has this word outside its comments. */
  boolean mentions(String module, String word) {
    return words.computeIfAbsent(module, root -> extended(root).stream()
        .flatMap(each -> NO_WORD.splitAsStream(withoutComments(String.join("\n", lines(files.get(each))))))
        .collect(Collectors.toSet())).contains(word);
  }

  /** Whether a module can use the definitions of another: the other is in the same folder, or in the folder of all modules. */
  public boolean sees(String module, String other) {
    Path file = files.get(other);
    return file != null && folders(module).contains(file.getParent());
  }

  /** The module, and all modules that it extends, directly or by another. */
  Set<String> extended(String module) {
    return reached(module, EXTENDS);
  }

  /** The module, and all that its meaning depends on: the modules that it extends, and those that it has an instance of. */
  public Set<String> parts(String module) {
    return reached(module, EXTENDS, INSTANCE);
  }

  private Set<String> reached(String module, Pattern... ways) {
    Set<String> all = new LinkedHashSet<>();
    Deque<String> open = new ArrayDeque<>(List.of(module));
    while (!open.isEmpty()) {
      String next = open.pop();
      if (files.containsKey(next) && all.add(next)) {
        String text = withoutComments(String.join("\n", lines(files.get(next))));
        Stream.of(ways).flatMap(way -> way.matcher(text).results())
            .forEach(found -> open.addAll(List.of(found.group(1).strip().split("\\s*,\\s*"))));
      }
    }
    return all;
  }

  private static String body(List<String> lines, int from) {
    int to = from + 1;
    while (to < lines.size() && !lines.get(to).isBlank() && !lines.get(to).matches("(\\w+(\\(.*)? ==|\\\\\\*|[-=]{4}).*")) {
      to++;
    }
    return withoutComments(String.join("\n", lines.subList(from, to)));
  }

  /** The text of a module, or of a config, with a blank for each comment. */
  public static String withoutComments(String text) {
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

  static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
