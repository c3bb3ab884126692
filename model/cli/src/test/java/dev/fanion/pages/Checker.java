package dev.fanion.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;

/** Holds pages and comments to what there is: classes, modules, entries, commands, rules, files. */
final class Checker {
  private static final Pattern CODE_TAG = Pattern.compile("\\{@code\\s+((?:[^{}]|\\{[^{}]*\\})*)\\}");
  private static final Pattern COMMAND_IN_CODE = Pattern.compile("(?<![\\w'\"/])\\./fanion(?: .*)?");
  private static final Pattern COMMAND_IN_TEXT = Pattern.compile(
      "(?<![\\w/])\\./fanion [a-z]+(?:(?: --[a-z][a-z-]*)+(?![\\w-])|(?=[`'\"},.;:)]|$))");

  private static final Pattern KILL = Pattern.compile("(?m)^    Kill\\(\"([\\w-]+)\"");

  private final Clone clone;
  private final ForeignNames foreign;
  private final Commands commands;
  private final RuleIds rules;
  private final Paths paths;
  private final Names names;
  private final JavaLinks javaLinks;
  private final TlaHeaders tlaHeaders;
  private final PageLinks pageLinks;

  /** A checker that knows what is in a clone. */
  Checker(Clone clone, CommandLine fanion, ForeignNames foreign) {
    this.clone = clone;
    this.foreign = foreign;
    Entries entries = new Entries(clone);
    JavaNames java = new JavaNames(clone);
    commands = new Commands(fanion, clone, entries);
    rules = new RuleIds(clone);
    paths = new Paths(clone, foreign);
    Set<String> kills = clone.whole("docs/porting/c/kills").find(KILL, 1).stream().map(Snippet::text).collect(Collectors.toSet());
    names = new Names(java, new TlaNames(clone), entries, kills, commands, paths, foreign);
    javaLinks = new JavaLinks(java);
    tlaHeaders = new TlaHeaders(java);
    pageLinks = new PageLinks(clone);
  }

  /** What is wrong in the clone, and which foreign names nothing uses. */
  List<Problem> problems() {
    List<Problem> problems = new ArrayList<>();
    for (String file : clone.files("md", "java", "py", "tla", "cfg", "sh", "toml", "xml", "properties", "")) {
      problems.addAll(problems(clone.whole(file)));
    }
    for (String name : foreign.unused()) {
      problems.add(new Problem("foreign-names.txt", 1, "no page or comment says " + name + " any more"));
    }
    return problems;
  }

  /** What is wrong in one file, which need not be of the clone. */
  List<Problem> problems(Snippet file) {
    List<Problem> problems = new ArrayList<>(paths.problemsOfModules(file));
    if (!file.file().contains("src/test/")) {
      problems.addAll(paths.problemsOfPages(file));
    }
    if (file.file().endsWith(".md")) {
      inPage(new Page(file), problems);
      return problems.stream().distinct().toList();
    }
    Comments.of(file).forEach(comment -> inComment(comment, file, problems));
    file.find(COMMAND_IN_TEXT, 0).forEach(command -> problems.addAll(commands.problems(command)));
    if (isScript(file)) {
      problems.addAll(paths.problemsInText(file));
      problems.addAll(names.problemsInText(file));
    }
    return problems.stream().distinct().toList();
  }

  private void inPage(Page page, List<Problem> problems) {
    page.spans().forEach(span -> problems.addAll(names.problems(span)));
    for (Snippet line : page.code()) {
      line.find(COMMAND_IN_CODE, 0).forEach(command -> problems.addAll(commands.problems(command)));
      problems.addAll(paths.problemsInText(line));
    }
    problems.addAll(names.problemsInText(page.whole()));
    problems.addAll(names.problemsOfEntries(page.whole()));
    problems.addAll(rules.problems(page.whole()));
    problems.addAll(pageLinks.problems(page));
  }

  private void inComment(Snippet comment, Snippet file, List<Problem> problems) {
    comment.find(CODE_TAG, 1).forEach(code -> problems.addAll(names.problems(code.inOneLine())));
    problems.addAll(paths.problemsInText(comment));
    problems.addAll(names.problemsInText(comment));
    problems.addAll(rules.problems(comment));
    problems.addAll(tlaHeaders.problems(comment));
    if (comment.file().endsWith(".java")) {
      problems.addAll(javaLinks.problems(comment, file));
    }
  }

  /** Whether a file's paths and classes are used as they stand there, not only told of. */
  private static boolean isScript(Snippet file) {
    String ending = Clone.ending(file.file());
    return ending.equals("xml") || ending.equals("sh") || ending.isEmpty() && file.text().startsWith("#!");
  }
}
