package dev.fanion.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The planted mistakes: the constants of the enum {@code Bug} among the suite's tests, which a clone has as a source only. */
public final class Planted {
  private static final String FILE = "model/conformance/src/test/java/dev/fanion/conformance/Bug.java";
  private static final Pattern CONSTANT = Pattern.compile("(?m)^  ([A-Z][A-Z0-9_]*)\\(\\s*\"([^\"]*)\"((?:,\\s*\"[^\"]*\")*)\\)");
  private static final Pattern RULE = Pattern.compile("\"([^\"]*)\"");

  /** A mistake in words, and the rules that it breaks, first the one that it breaks first. */
  record Mistake(String name, String words, List<String> rules) {}

  private final Map<String, Mistake> byName = new TreeMap<>();

  /** Reads the planted mistakes of a clone. */
  public Planted(Checkout checkout) {
    Matcher constant = CONSTANT.matcher(checkout.text(FILE));
    while (constant.find()) {
      List<String> rules = RULE.matcher(constant.group(3)).results().map(rule -> rule.group(1)).toList();
      if (!rules.isEmpty()) {
        byName.put(constant.group(1), new Mistake(constant.group(1), constant.group(2), rules));
      }
    }
  }

  /** The mistakes by their constants. */
  Map<String, Mistake> byName() {
    return byName;
  }

  /** What is wrong: words of the list of rules that are no mistake's, mistakes that the list lacks, and rules that are none. */
  List<String> problems(Rules rules) {
    List<String> problems = new ArrayList<>();
    rules.planted().forEach((id, all) -> all.stream().filter(words -> byName.values().stream().noneMatch(
        mistake -> mistake.words().equals(words) && mistake.rules().get(0).equals(id))).forEach(words -> problems.add(
            Rules.LIST + ": " + id + " has the planted mistake \"" + words + "\", which Bug has not under that rule first;"
                + " correct the words, or plant it")));
    byName.values().forEach(mistake -> {
      for (String id : mistake.rules()) {
        if (!rules.ids().contains(id)) {
          problems.add(FILE + ": " + mistake.name() + " breaks " + id + ", which is no rule; correct the id");
        }
      }
      if (!rules.planted().getOrDefault(mistake.rules().get(0), List.of()).contains(mistake.words())) {
        problems.add(Rules.LIST + ": " + mistake.rules().get(0) + " lacks the planted mistake \"" + mistake.words()
            + "\" (" + mistake.name() + "); add its words");
      }
    });
    return problems;
  }
}
