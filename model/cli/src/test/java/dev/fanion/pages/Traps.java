package dev.fanion.pages;

import dev.fanion.trace.Catalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The rows of {@code docs/porting/traps.md}. Each has a thread, what was seen, why, the rules that forbid it, and what here
 * catches it. What catches it must be there, and must have to do with one of the rules, as far as its own source says which.
 */
final class Traps {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| \\[.*\\|$");
  private static final Pattern ADDRESS = Pattern.compile("\\]\\(https://github\\.com/[\\w.-]+/[\\w.-]+/(?:issues|pull)/\\d+\\)");
  private static final Pattern RULES = Pattern.compile("[A-Z]{3}-\\d+(?:, [A-Z]{3}-\\d+)*");
  private static final Pattern NOTHING = Pattern.compile("(?:^|; )nothing\\b[^:;`]*: [^`]{10,}$");
  private static final int CELLS = 5;

  private final Set<String> known;
  private final Catalogue catalogue;

  /** Knows the rules of a clone, and what there is to catch a mistake. */
  Traps(Set<String> known, Catalogue catalogue) {
    this.known = known;
    this.catalogue = catalogue;
  }

  /** The rows of the page. */
  static List<Snippet> rows(Snippet page) {
    return page.find(ROW, 0);
  }

  /** What is wrong with a page: with its rows, and with addresses that stand there twice. */
  List<Problem> problems(Snippet page) {
    List<Problem> problems = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (Snippet row : rows(page)) {
      check(row, problems);
      Matcher address = ADDRESS.matcher(row.text());
      while (address.find()) {
        if (!seen.add(address.group())) {
          problems.add(row.problem("a second row about " + address.group().replaceAll("^..|.$", "")));
        }
      }
    }
    return problems;
  }

  private void check(Snippet row, List<Problem> problems) {
    String[] cells = row.text().replaceAll("^\\| | \\|$", "").split(" \\| ", -1);
    if (cells.length != CELLS || List.of(cells).stream().anyMatch(String::isBlank)) {
      problems.add(row.problem("not five cells with something in each: where, what was seen, why, forbidden by, caught by"));
      return;
    }
    if (!ADDRESS.matcher(cells[0]).find()) {
      problems.add(row.problem("no address of a thread"));
    }
    Set<String> rules = rules(row, cells[3], problems);
    List<Catalogue.Item> items = Catalogue.items(cells[4]);
    if (items.isEmpty() && !NOTHING.matcher(cells[4]).find()) {
      problems.add(row.problem("nothing that catches it, and no \"nothing: because …\""));
    }
    if (items.size() != cells[4].split("`[^`]*`", -1).length - 1) {
      problems.add(row.problem("a name without its kind; the kinds are " + catalogue.kinds()));
    }
    items.forEach(item -> check(row, item, rules, problems));
  }

  private Set<String> rules(Snippet row, String cell, List<Problem> problems) {
    if (cell.matches("none: .{10,}")) {
      return known;
    }
    if (!RULES.matcher(cell).matches()) {
      problems.add(row.problem("no rules, and no \"none: because …\": " + cell));
      return known;
    }
    Set<String> rules = new TreeSet<>(List.of(cell.split(", ")));
    rules.stream().filter(rule -> !known.contains(rule))
        .forEach(rule -> problems.add(row.problem("no rule " + rule)));
    return rules;
  }

  private void check(Snippet row, Catalogue.Item item, Set<String> rules, List<Problem> problems) {
    if (!catalogue.kinds().contains(item.kind())) {
      problems.add(row.problem("no kind " + item.kind() + "; the kinds are " + catalogue.kinds()));
      return;
    }
    Optional<Set<String>> about = catalogue.rules(item.kind(), item.name());
    if (about.isEmpty()) {
      problems.add(row.problem("no " + item.kind() + " " + item.name()));
    } else if (!about.get().isEmpty() && about.get().stream().noneMatch(rules::contains)) {
      problems.add(row.problem(item.kind() + " " + item.name() + " is about "
          + about.get().stream().sorted().collect(Collectors.joining(", ")) + ", none of which the row names"));
    }
  }
}
