package dev.fanion.pages;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Phrases that are not used here, and what to write instead. They are found across the end of a line too. */
final class Wording {
  private static final String GAP = "(?:[ \\\\t]+|[ \\\\t*)\"]*\\\\n[ \\\\t*/#\\\\\\\\(\"+]*)";
  private static final Map<String, String> INSTEAD = new LinkedHashMap<>();

  static {
    INSTEAD.put("[Cc]an_not(?!_only)", "cannot");
    INSTEAD.put("(?:see|sees|seen|saw)_to_it", "who does what");
    INSTEAD.put("of_no_account", "ignored");
    INSTEAD.put("[Ss]o_many", "the number");
    INSTEAD.put("is_none", "there are no …, or: empty");
  }

  private Wording() {}

  static List<Problem> problems(Snippet file) {
    return INSTEAD.keySet().stream().flatMap(phrase -> {
      Pattern pattern = Pattern.compile("\\b" + phrase.replaceAll("_", GAP) + "\\b");
      return file.find(pattern, 0).stream().map(found ->
          found.problem("\"" + found.inOneLine().text() + "\"; write: " + INSTEAD.get(phrase)));
    }).toList();
  }
}
