package dev.fanion.trace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.toml.TomlMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The list of the project's rules, {@code rules.toml}, and the ids in {@code docs/semantics.md}, which says them in full. */
public final class Rules {
  /** The list, from the root of the clone. */
  public static final String LIST = "model/conformance/src/main/resources/dev/fanion/conformance/rules.toml";
  /** The rules in full, from the root of the clone. */
  static final String PAGE = "docs/semantics.md";

  private static final Pattern ID = Pattern.compile("\\b[A-Z]{3}-\\d+\\b");
  private static final Pattern IN_FULL = Pattern.compile("(?m)^- \\*\\*([A-Z]{3}-\\d+)\\*\\*");

  private final Map<String, String> says = new LinkedHashMap<>();
  private final Map<String, List<String>> planted = new LinkedHashMap<>();
  private final Set<String> inFull;

  /** Reads the list of a clone. */
  public Rules(Checkout checkout) {
    for (JsonNode rule : tables(checkout, LIST, "rule")) {
      String id = rule.path("id").asText();
      says.put(id, rule.path("says").asText());
      planted.put(id, texts(rule.path("planted")));
    }
    inFull = IN_FULL.matcher(checkout.text(PAGE)).results().map(match -> match.group(1)).collect(Collectors.toSet());
  }

  /** The ids, in the order of the list. */
  public Set<String> ids() {
    return says.keySet();
  }

  /** What a rule demands, in a line. */
  String says(String id) {
    return says.get(id);
  }

  /** The words of the planted mistakes that the list names under each rule. */
  Map<String, List<String>> planted() {
    return planted;
  }

  /** The ids in a text, known or not. */
  static Set<String> in(String text) {
    return ID.matcher(text).results().map(match -> match.group()).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Where list and page differ. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    says.keySet().stream().filter(id -> !inFull.contains(id)).forEach(id -> problems.add(
        PAGE + ": no rule " + id + ", which " + LIST + " has; write it there as \"- **" + id + "** …\""));
    inFull.stream().filter(id -> !says.containsKey(id)).sorted().forEach(id -> problems.add(
        LIST + ": no rule " + id + ", which " + PAGE + " has; add a [[rule]]"));
    return problems;
  }

  /** The tables of this name in a TOML file. */
  static Iterable<JsonNode> tables(Checkout checkout, String file, String name) {
    try {
      return new TomlMapper().readTree(checkout.text(file)).path(name);
    } catch (JsonProcessingException e) {
      throw new TraceException(file + ": not TOML: " + e.getOriginalMessage() + "; correct it");
    }
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
