package dev.fanion.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.fanion.conformance.protocol.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A file of what is expected to fail: TOML, with a table {@code [[expected]]} for each rule. Each complaint about it says where,
 * what and the cure.
 */
public final class ExpectedFile {
  private static final String TABLE = "expected";
  private static final List<String> KEYS = List.of("rule", "reason", "kind", "flaky");
  private static final Pattern HEADER = Pattern.compile("\\s*\\[\\[\\s*" + TABLE + "\\s*]].*");
  private static final Pattern ANY_HEADER = Pattern.compile("\\s*\\[.*");

  private final Path file;
  private final List<String> lines;

  private ExpectedFile(Path file, String text) {
    this.file = file;
    lines = text.lines().toList();
  }

  /**
   * Reads a file.
   *
   * @throws IllegalArgumentException if it cannot be read, or is not as it must be
   */
  public static Expectations read(Path file) {
    try {
      String text = Files.readString(file);
      return new ExpectedFile(file, text).read(text);
    } catch (NoSuchFileException e) {
      throw new IllegalArgumentException("--expected " + file + ": there is no such file", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("--expected " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private Expectations read(String text) {
    JsonNode root;
    try {
      root = new TomlMapper().readTree(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      throw new IllegalArgumentException(file + ":" + line + ": not TOML: " + e.getOriginalMessage()
          + "; write key = \"text\" below a line [[expected]]");
    }
    root.properties().forEach(each -> {
      if (!each.getKey().equals(TABLE) || !each.getValue().isArray()) {
        throw new IllegalArgumentException(file + ": '" + each.getKey() + "' at the top; write only [[expected]] tables");
      }
    });
    List<Expectations.Entry> entries = new ArrayList<>();
    for (JsonNode table : root.path(TABLE)) {
      Expectations.Entry entry = entry(table, entries.size());
      for (Expectations.Entry other : entries) {
        if (other.rule() == entry.rule() && other.kind() == entry.kind()) {
          throw wrong(entries.size(), "rule",
              "a second entry for " + entry.rule().id() + ", the first is in line " + other.line(), "make one of them");
        }
      }
      entries.add(entry);
    }
    return new Expectations(file.toString(), entries);
  }

  private Expectations.Entry entry(JsonNode table, int index) {
    table.fieldNames().forEachRemaining(key -> {
      if (!KEYS.contains(key)) {
        throw wrong(index, key, "unknown key '" + key + "'" + meant(key, KEYS), "the keys are " + String.join(", ", KEYS));
      }
    });
    String id = text(table, index, "rule", "the id of a rule, such as EVT-2");
    Rule rule;
    try {
      rule = Rule.named(id);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place(index, "rule") + ": " + e.getMessage());
    }
    String reason = text(table, index, "reason", "why " + rule.id() + " fails, in a line");
    JsonNode flaky = table.path("flaky");
    if (!flaky.isMissingNode() && !flaky.isBoolean()) {
      throw wrong(index, "flaky", "flaky is " + flaky, "write flaky = true, if the rule fails now and then only");
    }
    return new Expectations.Entry(rule, kind(table, index), reason, flaky.asBoolean(false), line(index, TABLE));
  }

  private Finding.@Nullable Kind kind(JsonNode table, int index) {
    if (!table.has("kind")) {
      return null;
    }
    List<String> kinds = Arrays.stream(Finding.Kind.values()).map(Finding.Kind::words).toList();
    String word = text(table, index, "kind", "one of " + String.join(", ", kinds));
    return Arrays.stream(Finding.Kind.values()).filter(kind -> kind.words().equals(word)).findFirst().orElseThrow(() ->
        wrong(index, "kind", "unknown kind '" + word + "'" + meant(word, kinds), "the kinds are " + String.join(", ", kinds)));
  }

  /** One line of text, which may not be left out. */
  private String text(JsonNode table, int index, String key, String what) {
    JsonNode value = table.path(key);
    if (!value.isTextual() || value.asText().isBlank() || value.asText().contains("\n")) {
      throw wrong(index, key, value.isMissingNode() ? "no " + key : key + " is " + value, "write " + key + " = \"" + what + "\"");
    }
    return value.asText().strip();
  }

  private static String meant(String word, Collection<String> known) {
    return Nearest.to(word, known).map(near -> "; did you mean '" + near + "'?").orElse("");
  }

  private IllegalArgumentException wrong(int index, String key, String what, String cure) {
    return new IllegalArgumentException(place(index, key) + ": " + what + "; " + cure);
  }

  private String place(int index, String key) {
    return file + ":" + line(index, key);
  }

  /** The line of a key in an entry, or else that of the entry, counted from 1; 1 if entries are written otherwise. */
  private int line(int index, String key) {
    int[] headers = IntStream.range(0, lines.size()).filter(i -> HEADER.matcher(lines.get(i)).matches()).toArray();
    if (headers.length <= index) {
      return 1;
    }
    int end = IntStream.range(headers[index] + 1, lines.size()).filter(i -> ANY_HEADER.matcher(lines.get(i)).matches())
        .findFirst().orElse(lines.size());
    Pattern assigned = Pattern.compile("\\s*\"?" + Pattern.quote(key) + "\"?\\s*=.*");
    return 1 + IntStream.range(headers[index], end).filter(i -> assigned.matcher(lines.get(i)).matches()).findFirst()
        .orElse(headers[index]);
  }
}
