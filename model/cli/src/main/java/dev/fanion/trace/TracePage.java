package dev.fanion.trace;

import dev.fanion.trace.Trace.Evidence;
import dev.fanion.trace.Trace.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The page {@code docs/traceability.md}: above a mark the words of its authors, below it a table and a section for each rule. */
public final class TracePage {
  /** The page, from the root of the clone. */
  public static final String FILE = "docs/traceability.md";

  private static final String MARK = "<!-- written by ./fanion trace: what stands below is lost -->\n";
  private static final String NONE = "–";

  private final Path file;
  private final Trace trace;

  /** The page of the clone with this root. */
  public TracePage(Path root, Trace trace) {
    file = root.resolve(FILE);
    this.trace = trace;
  }

  /** Whether the page is what would be written. */
  public boolean isCurrent() {
    return text().equals(whole());
  }

  /** Writes the page. Returns whether that changed it. */
  public boolean write() {
    String text = text();
    boolean changes = !text.equals(whole());
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return changes;
  }

  /**
   * One rule with all that it has.
   *
   * @throws TraceException if there is no such rule
   */
  public String section(String id) {
    return trace.all().stream().filter(rule -> rule.id().equals(id.toUpperCase(Locale.ROOT))).findFirst().map(this::section)
        .orElseThrow(() -> new TraceException("no rule " + id + "; ./fanion rules lists them"));
  }

  private String whole() {
    try {
      return Files.exists(file) ? Files.readString(file) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String text() {
    String before = whole();
    int mark = before.indexOf(MARK);
    if (mark < 0) {
      throw new TraceException(file + ": no line " + MARK.strip() + "; write it where the table is to begin");
    }
    return before.substring(0, mark) + MARK + "\n" + table()
        + trace.all().stream().map(this::section).collect(Collectors.joining());
  }

  private String table() {
    List<Kind> kinds = List.of(Kind.values());
    return "| rule | says | " + kinds.stream().map(kind -> kind.words).collect(Collectors.joining(" | ")) + " |\n"
        + "| --- | --- |" + " --- |".repeat(kinds.size()) + "\n"
        + trace.all().stream().map(this::row).collect(Collectors.joining());
  }

  private String row(Evidence rule) {
    return "| [" + rule.id() + "](#" + rule.id().toLowerCase(Locale.ROOT) + ") | " + rule.says() + " | "
        + Arrays.stream(Kind.values()).map(kind -> rule.of(kind).isEmpty() ? NONE : String.valueOf(rule.of(kind).size()))
            .collect(Collectors.joining(" | ")) + " |\n";
  }

  private String section(Evidence rule) {
    return "\n## " + rule.id() + "\n\n| " + rule.id() + " | " + rule.says() + " |\n| --- | --- |\n"
        + Arrays.stream(Kind.values()).map(kind -> "| " + kind.words + " | " + names(rule, kind) + " |\n")
            .collect(Collectors.joining());
  }

  private String names(Evidence rule, Kind kind) {
    Set<String> names = rule.of(kind);
    if (names.isEmpty()) {
      String reason = kind == Kind.PROPERTIES ? trace.withoutProperty(rule.id())
          : kind == Kind.TESTS ? trace.withoutTest(rule.id()) : "";
      return reason.isEmpty() ? NONE : "none: " + reason;
    }
    return kind == Kind.PROPERTIES ? byModule(names) : quoted(names);
  }

  private static String byModule(Set<String> properties) {
    TreeMap<String, List<String>> byModule = properties.stream().collect(Collectors.groupingBy(
        name -> name.substring(0, name.indexOf('!')), TreeMap::new,
        Collectors.mapping(name -> name.substring(name.indexOf('!') + 1), Collectors.toList())));
    return byModule.entrySet().stream().map(module -> module.getKey() + ": " + quoted(module.getValue()))
        .collect(Collectors.joining("<br>"));
  }

  private static String quoted(Iterable<String> names) {
    StringBuilder text = new StringBuilder();
    names.forEach(name -> text.append(text.length() == 0 ? "`" : ", `").append(name).append('`'));
    return text.toString();
  }
}
