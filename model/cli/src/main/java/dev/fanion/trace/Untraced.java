package dev.fanion.trace;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The rules that no test is tagged with, each with the reason and with what shows it instead: {@code docs/untraced.toml}. */
final class Untraced {
  /** The list, from the root of the clone. */
  static final String FILE = "docs/untraced.toml";

  private final Map<String, String> because = new TreeMap<>();
  private final Map<String, String> instead = new TreeMap<>();

  Untraced(Checkout checkout) {
    for (JsonNode rule : Rules.tables(checkout, FILE, "rule")) {
      because.put(rule.path("id").asText(), rule.path("because").asText());
      instead.put(rule.path("id").asText(), rule.path("instead").asText());
    }
  }

  /** Why no test is tagged with a rule; empty if there is no entry. */
  String because(String rule) {
    return because.getOrDefault(rule, "");
  }

  /** What shows a rule instead, in the words of {@link Catalogue}; empty if there is no entry. */
  String instead(String rule) {
    return instead.getOrDefault(rule, "");
  }

  /** What is wrong: entries of no rule, without a reason, or with something instead that there is not. */
  List<String> problems(Rules rules, Catalogue catalogue) {
    List<String> problems = new ArrayList<>();
    because.forEach((id, why) -> {
      if (!rules.ids().contains(id)) {
        problems.add(FILE + ": " + id + " is no rule; correct the id");
      }
      List<Catalogue.Item> items = Catalogue.items(instead.get(id));
      if (why.isBlank() || items.isEmpty()) {
        problems.add(FILE + ": " + id
            + " needs because = \"the reason\" and instead = \"what shows it, such as model `SetLater`\"");
      }
      for (Catalogue.Item item : items) {
        if (!catalogue.kinds().contains(item.kind()) || catalogue.rules(item.kind(), item.name()).isEmpty()) {
          problems.add(FILE + ": " + id + " has " + item.kind() + " `" + item.name() + "` instead, which there is not;"
              + " the kinds are " + String.join(", ", catalogue.kinds()));
        }
      }
    });
    return problems;
  }
}
