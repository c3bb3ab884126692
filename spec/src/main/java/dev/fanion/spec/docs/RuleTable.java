package dev.fanion.spec.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.ManifestException;
import dev.fanion.spec.Modules;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which properties say each rule of {@code docs/semantics.md}. A property says the rules that the comment above it names, if TLC
 * checks it in some entry. For each other rule {@code spec/untold.toml} has the reason.
 */
public final class RuleTable {
  private static final Pattern RULE = Pattern.compile("(?m)^- \\*\\*([A-Z]{3}-\\d+)\\*\\*");
  private static final Pattern ID = Pattern.compile("\\b[A-Z]{3}-\\d+\\b");

  private final Map<String, Set<String>> properties = new TreeMap<>();
  private final Map<String, String> reasons = new TreeMap<>();
  private final List<String> rules = new ArrayList<>();

  /** Reads the rules and reasons of the clone with this root. */
  public RuleTable(Manifest manifest, Modules modules, Path home) {
    Matcher rule = RULE.matcher(read(home.resolve("docs/semantics.md")));
    while (rule.find()) {
      rules.add(rule.group(1));
    }
    List<Modules.Definition> definitions = modules.definitions();
    for (Entry entry : manifest.entries()) {
      List<String> names = checked(entry);
      definitions.stream()
          .filter(each -> names.contains(each.name()) && modules.sees(entry.module(), each.module()))
          .forEach(this::note);
    }
    readReasons(home.resolve("spec/untold.toml"));
  }

  /** The properties that decide an entry: all that its config lists if it holds, else the one that must fail. */
  private static List<String> checked(Entry entry) {
    if (entry.expect() instanceof Expectation.Fails fails) {
      return entry.mutates().isEmpty() && entry.without().isEmpty() ? List.of(fails.property()) : List.of();
    }
    return entry.config().all();
  }

  private void note(Modules.Definition property) {
    Matcher id = ID.matcher(property.comment());
    while (id.find()) {
      properties.computeIfAbsent(id.group(), rule -> new TreeSet<>()).add(property.module() + "!" + property.name());
    }
  }

  private void readReasons(Path file) {
    try {
      for (JsonNode rule : new TomlMapper().readTree(read(file)).path("rule")) {
        reasons.put(rule.path("id").asText(), rule.path("because").asText());
      }
    } catch (JsonProcessingException e) {
      throw new ManifestException(file + ": not TOML: " + e.getOriginalMessage());
    }
  }

  /** The properties that say each rule, as {@code MODULE!NAME}. */
  public Map<String, Set<String>> properties() {
    return properties;
  }

  /** Of each rule that no property says, the reason. */
  public Map<String, String> reasons() {
    return reasons;
  }

  /** What is wrong: rules that have neither a property nor a reason, rules that have both, and ids of no rule. */
  public List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (rules.isEmpty()) {
      problems.add("docs/semantics.md: no rule found; write each as \"- **EVT-1** …\"");
    }
    for (String rule : rules) {
      boolean said = properties.containsKey(rule);
      boolean explained = !reasons.getOrDefault(rule, "").isBlank();
      if (!said && !explained) {
        problems.add(rule + ": no property says it; name it in the comment above one, or give the reason in spec/untold.toml");
      } else if (said && explained) {
        problems.add(rule + ": " + properties.get(rule) + " say it; take it out of spec/untold.toml");
      }
    }
    Set<String> unknown = new TreeSet<>(properties.keySet());
    unknown.addAll(reasons.keySet());
    rules.forEach(unknown::remove);
    unknown.forEach(id -> problems.add(id + ": no rule of docs/semantics.md; correct the id"));
    return problems;
  }

  /** The table in Markdown. */
  String markdown() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new ManifestException(String.join("\n", problems));
    }
    return "| rule | properties |\n| --- | --- |\n" + rules.stream()
        .map(rule -> "| " + rule + " | " + (properties.containsKey(rule) ? said(rule) : "none: " + reasons.get(rule)) + " |\n")
        .collect(Collectors.joining());
  }

  private String said(String rule) {
    return properties.get(rule).stream().collect(Collectors.groupingBy(
            name -> name.substring(0, name.indexOf('!')), TreeMap::new,
            Collectors.mapping(name -> "`" + name.substring(name.indexOf('!') + 1) + "`", Collectors.joining(", "))))
        .entrySet().stream().map(module -> module.getKey() + ": " + module.getValue()).collect(Collectors.joining("<br>"));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
