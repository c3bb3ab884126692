package dev.fanion.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Words of code in a page, or behind {@code @code} in a comment: each must name something that there is. */
final class Names {
  private static final Pattern FIRST = Pattern.compile("([\\w.-]*\\w)(?:\\([^)]*\\))?(?:;?$|\\s*=.*| -.*)");
  private static final Pattern TYPE = Pattern.compile("[A-Z]\\w*[a-z]\\w*");
  private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+");
  private static final Pattern CAMEL = Pattern.compile("[a-z]+[A-Z]\\w*");
  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(?:-[a-z0-9]+)+");
  private static final Pattern HUMPS = Pattern.compile("(?<![\\w.#@$'/:+-])(?:[A-Z][a-z0-9]+){2,}(?![\\w(])");
  private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w.-])dev\\.fanion(?:\\.\\w+)*");
  private static final Pattern ENTRY = Pattern.compile("\\b(?:entry|group) `([a-z0-9-]+)`");

  private final JavaNames java;
  private final TlaNames tla;
  private final Entries entries;
  private final Set<String> kills;
  private final Commands commands;
  private final Paths paths;
  private final ForeignNames foreign;

  /** Knows names; the kills are the variants of the port to C. */
  Names(JavaNames java, TlaNames tla, Entries entries, Set<String> kills, Commands commands, Paths paths, ForeignNames foreign) {
    this.java = java;
    this.tla = tla;
    this.entries = entries;
    this.kills = kills;
    this.commands = commands;
    this.paths = paths;
    this.foreign = foreign;
  }

  /** What is wrong with a span of code. */
  List<Problem> problems(Snippet span) {
    List<Problem> problems = new ArrayList<>();
    if (span.text().matches("\\./fanion( .*)?")) {
      return commands.problems(span);
    }
    for (String word : span.text().split(" ")) {
      Snippet each = new Snippet(span.file(), span.line(), word.replaceAll("^['\"]|['\"]$", ""));
      if (paths.isOne(each.text())) {
        problems.addAll(paths.problems(each));
      }
    }
    Matcher option = Pattern.compile("(--[a-z-]+).*").matcher(span.text());
    if (option.matches() && !commands.hasOption(option.group(1)) && !foreign.has(option.group(1))) {
      problems.add(span.problem("no command has an option " + option.group(1)));
    }
    Matcher first = FIRST.matcher(span.text());
    if (first.matches() && !paths.isOne(first.group(1)) && !isKnown(first.group(1)) && !foreign.has(first.group(1))) {
      problems.add(span.problem("nothing is called " + first.group(1)));
    }
    return problems;
  }

  /** What is wrong with the words of two humps, and with the qualified names, in any text. */
  List<Problem> problemsInText(Snippet text) {
    List<Problem> problems = new ArrayList<>();
    for (Snippet name : text.find(HUMPS, 0)) {
      if (!isOfAnotherRuntime(name.file()) && !isKnown(name.text()) && !foreign.has(name.text())) {
        problems.add(name.problem("nothing is called " + name.text()));
      }
    }
    for (Snippet name : text.find(QUALIFIED, 0)) {
      if (!java.knows(name.text()) && !foreign.has(name.text())) {
        problems.add(name.problem("no package, class or member " + name.text()));
      }
    }
    return problems;
  }

  /** What is wrong with the words that a page calls entries or groups of the manifest. */
  List<Problem> problemsOfEntries(Snippet page) {
    return page.find(ENTRY, 1).stream().filter(name -> !entries.has(name.text()) && !foreign.has(name.text()))
        .map(name -> name.problem("no entry or group " + name.text())).toList();
  }

  /** Adapters in other languages speak of their runtime's classes. */
  private static boolean isOfAnotherRuntime(String file) {
    return file.startsWith("model/adapters/") && !file.endsWith(".java") && !file.endsWith(".md");
  }

  private boolean isKnown(String name) {
    if (name.startsWith("dev.fanion")) {
      return true; // or found with the qualified names
    }
    if (name.contains(".") && Character.isUpperCase(name.charAt(0))) {
      return java.knows(name) || Jdk.knows(name);
    }
    if (TYPE.matcher(name).matches()) {
      return java.hasType(name) || java.hasMember(name) || tla.has(name) || entries.has(name) || Jdk.knows(name);
    }
    if (CONSTANT.matcher(name).matches() || CAMEL.matcher(name).matches()) {
      return java.hasMember(name) || tla.has(name) || Jdk.knows("VarHandle." + name);
    }
    return !KEBAB.matcher(name).matches() || entries.has(name) || kills.contains(name) || name.equals("package-info");
  }
}
