package dev.fanion.trace;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The broken variants of the port to C: the list in {@code docs/porting/c/kills}. */
public final class Kills {
  private static final String FILE = "docs/porting/c/kills";
  private static final Pattern KILL = Pattern.compile("(?m)^    Kill\\(\"([\\w-]+)\"(?s:(.*?))\\),$");
  private static final Pattern LAST = Pattern.compile("\"([^\"]*)\"\\s*$");

  private final Map<String, Set<String>> rules = new TreeMap<>();

  /** Reads the variants of a clone. */
  public Kills(Checkout checkout) {
    Matcher kill = KILL.matcher(checkout.text(FILE));
    while (kill.find()) {
      Matcher words = LAST.matcher(kill.group(2));
      rules.put(kill.group(1), words.find() ? Rules.in(words.group(1)) : Set.of());
    }
  }

  /** Of each variant, the rules that its check must name; none if the check names no rule. */
  public Map<String, Set<String>> rules() {
    return rules;
  }
}
