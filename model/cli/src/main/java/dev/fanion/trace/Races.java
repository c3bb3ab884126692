package dev.fanion.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The races of {@code stress/jcstress}: of each, the rules that its shipped form is about, and its broken forms. */
public final class Races {
  private static final String FOLDER = "stress/jcstress/src/main/java/dev/fanion/";
  private static final Pattern CATCHES = Pattern.compile("@Catches\\((?s:(.*?))\\)\\s*\\n");
  private static final Pattern BROKEN = Pattern.compile("@CaughtBy\\b(?s:.*?)\\bclass (\\w+)");

  private final Map<String, Set<String>> rules = new TreeMap<>();
  private final Map<String, Set<String>> broken = new TreeMap<>();

  /** Reads the races of a clone. */
  public Races(Checkout checkout) {
    for (String file : checkout.files(FOLDER, "java")) {
      Matcher catches = CATCHES.matcher(checkout.text(file));
      if (!file.substring(FOLDER.length()).contains("/") && catches.find()) {
        String race = file.substring(FOLDER.length()).replaceFirst("\\.java$", "");
        rules.put(race, Rules.in(catches.group(1)));
        Set<String> forms = new TreeSet<>();
        BROKEN.matcher(checkout.text(file)).results().forEach(form -> forms.add(form.group(1)));
        broken.put(race, forms);
      }
    }
  }

  /** The rules of each race. */
  public Map<String, Set<String>> rules() {
    return rules;
  }

  /** The rules of a race {@code SetVersusSleep}, or of its broken form {@code SetVersusSleep.Released}; empty without it. */
  Set<String> rules(String name) {
    String[] parts = name.split("\\.", 2);
    boolean there = rules.containsKey(parts[0]) && (parts.length == 1 || broken.get(parts[0]).contains(parts[1]));
    return there ? rules.get(parts[0]) : Set.of();
  }

  /** What is wrong: races whose annotation names other rules than the tags of the file. */
  List<String> problems(List<Tag> tags) {
    List<String> problems = new ArrayList<>();
    rules.forEach((race, ids) -> {
      Set<String> tagged = new TreeSet<>();
      tags.stream().filter(tag -> tag.file().equals(FOLDER + race + ".java")).forEach(tag -> tagged.add(tag.rule()));
      if (!tagged.equals(ids)) {
        problems.add(FOLDER + race + ".java: @Catches names " + ids + ", the tags name " + tagged + "; make them the same");
      }
    });
    return problems;
  }
}
