package dev.fanion.pages;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The configs and modules of a clone, and what modules define and declare: operators, properties, constants, variables. */
final class TlaNames {
  private static final Pattern MODULE = Pattern.compile("-{4,} *MODULE +(\\w+) *-{4,}");
  private static final Pattern DEFINED = Pattern.compile(
      "([A-Za-z_]\\w*)(?:\\([^()]*(?:\\([^()]*\\)[^()]*)*\\))? *(?:\\[[^\\]]*\\] *)?==");
  private static final Pattern DECLARED = Pattern.compile(
      "\\b(?:CONSTANTS?|VARIABLES?)\\b((?:(?!\\b[A-Z]{6,}\\b)[\\w\\s,()])*+)");
  private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");

  private final Set<String> names = new HashSet<>();

  TlaNames(Clone clone) {
    clone.files("cfg").forEach(file -> names.add(file.replaceFirst(".*/", "").replaceFirst("\\.cfg$", "")));
    for (String file : clone.files("tla")) {
      String text = Comments.without(clone.whole(file));
      addAll(MODULE, text);
      addAll(DEFINED, text);
      Matcher declared = DECLARED.matcher(text);
      while (declared.find()) {
        addDeclared(declared.group(1));
      }
    }
  }

  /**
   * Whether there is a config, a module or a definition of this name. An action of events or flags may be called without
   * that word.
   */
  boolean has(String name) {
    return names.contains(name) || names.contains("Event" + name) || names.contains("Flag" + name);
  }

  private void addAll(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
  }

  /** A list ends where a name follows another one without a comma. */
  private void addDeclared(String list) {
    for (String each : list.split(",")) {
      Matcher word = WORD.matcher(each);
      if (word.find()) {
        names.add(word.group());
      }
    }
  }
}
