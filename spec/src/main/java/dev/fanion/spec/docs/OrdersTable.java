package dev.fanion.spec.docs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The tables of memory orders, from the lines that OrdersSearch prints. A table has, for one design, the weakest assignments that
 * lose nothing, and what goes wrong if one site is a step weaker.
 *
 * <p>OrdersSearch tries some assignments. One that is as strong as an assignment without failure, or stronger, is good. One that
 * is as weak as an assignment with a failure, or weaker, is bad. If any assignment is then neither or both, there is no table.
 */
final class OrdersTable {
  private static final String PREFIX = "\"orders; ";

  private final String design;
  private final Map<String, Set<String>> ways = new LinkedHashMap<>();
  private final List<Map<String, String>> good = new ArrayList<>();
  private final Map<Map<String, String>, String> bad = new LinkedHashMap<>();

  /** A step to a weaker way, and what goes wrong then. */
  private record Step(String what, String verdict) {}

  private OrdersTable(String design) {
    this.design = design;
  }

  /** The tables of all designs in these lines. Lines of other kinds are skipped. */
  static String markdown(List<String> printedLines) {
    Map<String, OrdersTable> tables = new TreeMap<>();
    for (String line : printedLines) {
      if (line.startsWith(PREFIX) && line.endsWith("\"")) {
        String[] fields = line.substring(PREFIX.length(), line.length() - 1).split("; ");
        require(fields.length > 2, "Not a line of OrdersSearch: " + line);
        tables.computeIfAbsent(fields[1], OrdersTable::new).add(fields);
      }
    }
    require(!tables.isEmpty(), "No orders in what was printed. Run an entry whose module is OrdersSearch.");
    return String.join("\n", tables.values().stream().map(OrdersTable::markdown).toList());
  }

  private void add(String[] fields) {
    Map<String, String> assignment = new LinkedHashMap<>();
    String verdict = "";
    for (int i = 2; i < fields.length; i++) {
      String[] site = fields[i].split(": ");
      if (site.length == 2) {
        assignment.put(site[0], site[1]);
      } else {
        verdict = fields[i];
      }
    }
    switch (fields[0]) {
      case "way" -> assignment.forEach((site, way) -> ways.computeIfAbsent(site, s -> new TreeSet<>()).add(way));
      case "tried" -> good.add(assignment);
      case "bad" -> bad.put(assignment, verdict);
      default -> throw new IllegalArgumentException("Not a word of OrdersSearch: " + fields[0]);
    }
  }

  private String markdown() {
    good.removeIf(bad::containsKey);
    good.sort(Comparator.comparing(Object::toString));
    require(!good.isEmpty(), "Design " + design + ": every assignment that was tried fails.");
    List<String> sites = List.copyOf(ways.keySet());
    decide(sites, new LinkedHashMap<>(), good, List.copyOf(bad.keySet()));
    List<Map<String, String>> weakest = good.stream().filter(this::isWeakest).toList();
    StringBuilder out = new StringBuilder("**Design \"" + design + "\": the weakest that lose nothing**\n\n| site |");
    for (int i = 1; i <= weakest.size(); i++) {
      out.append(' ').append(i).append(" |");
    }
    out.append("\n|").append(" --- |".repeat(weakest.size() + 1)).append('\n');
    for (String site : sites) {
      out.append("| ").append(site).append(" |");
      weakest.forEach(assignment -> out.append(' ').append(assignment.get(site)).append(" |"));
      out.append('\n');
    }
    out.append("\n| one step weaker | in | what goes wrong |\n| --- | --- | --- |\n");
    steps(sites, weakest).forEach((step, numbers) ->
        out.append("| " + step.what() + " | " + String.join(", ", numbers) + " | " + step.verdict() + " |\n"));
    return out.toString();
  }

  /** Requires that each assignment which begins with the chosen ways is either good, by one above, or bad, by one below. */
  private void decide(
      List<String> rest, Map<String, String> chosen, List<Map<String, String>> above, List<Map<String, String>> below) {
    if (rest.isEmpty()) {
      String found = above.isEmpty() ? ": undecided: " : ": good and bad: ";
      require(above.isEmpty() != below.isEmpty(),
          "Design " + design + found + chosen + ". Let OrdersSearch try more, or look why a stronger order fails.");
      return;
    }
    String site = rest.get(0);
    for (String way : ways.getOrDefault(site, Set.of())) {
      chosen.put(site, way);
      decide(rest.subList(1, rest.size()), chosen, keep(above, a -> Strength.isAtMost(a.get(site), way)),
          keep(below, b -> Strength.isAtMost(way, b.get(site))));
      chosen.remove(site);
    }
  }

  private static List<Map<String, String>> keep(List<Map<String, String>> all, Predicate<Map<String, String>> wanted) {
    return all.stream().filter(wanted).toList();
  }

  private boolean isWeakest(Map<String, String> assignment) {
    return good.stream().noneMatch(other -> !other.equals(assignment) && Strength.isAtMost(other, assignment));
  }

  /** For each site, the next weaker ways and what then goes wrong, with the numbers of the assignments. */
  private Map<Step, List<String>> steps(List<String> sites, List<Map<String, String>> weakest) {
    Map<Step, List<String>> steps = new LinkedHashMap<>();
    for (String site : sites) {
      for (Map<String, String> assignment : weakest) {
        String way = assignment.get(site);
        for (String weaker : Strength.nextBelow(ways.getOrDefault(site, Set.of()), way)) {
          Map<String, String> next = new LinkedHashMap<>(assignment);
          next.put(site, weaker);
          Step step = new Step(site + ": " + way + " → " + weaker, verdict(next));
          steps.computeIfAbsent(step, s -> new ArrayList<>()).add(Integer.toString(weakest.indexOf(assignment) + 1));
        }
      }
    }
    return steps;
  }

  private String verdict(Map<String, String> assignment) {
    Set<String> verdicts = new TreeSet<>();
    bad.forEach((tried, verdict) -> {
      if (Strength.isAtMost(assignment, tried)) {
        verdicts.add(verdict);
      }
    });
    return String.join(", ", verdicts);
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
