package dev.fanion.pages;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** The ids of the rules, each of which {@code docs/semantics.md} states in an item of a list. */
final class RuleIds {
  private static final Pattern STATED = Pattern.compile("(?m)^- \\*\\*([A-Z]{3}-\\d+)\\*\\*");
  private static final Pattern ID = Pattern.compile("\\b(?:EVT|CAN|FLG|CTX|LOP|PRG)-\\d+\\b");

  private final Set<String> ids = new HashSet<>();

  RuleIds(Clone clone) {
    clone.whole("docs/semantics.md").find(STATED, 1).forEach(id -> ids.add(id.text()));
  }

  List<Problem> problems(Snippet text) {
    return text.find(ID, 0).stream().filter(id -> !ids.contains(id.text()))
        .map(id -> id.problem("no rule " + id.text() + " in docs/semantics.md")).toList();
  }
}
