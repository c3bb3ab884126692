package dev.fanion.schedules;

import dev.fanion.stress.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs every scenario, inside the instrumented JVM. Fray writes to standard output; what was found goes to standard error. */
final class Explorer {
  private final Bound bound;
  private final Search search;
  private final long seed;
  private final Path reports;

  private Explorer(Bound bound, Search search, long seed, Path reports) {
    this.bound = bound;
    this.search = search;
    this.seed = seed;
    this.reports = reports;
  }

  /**
   * Writes a row for each scenario, and ends the JVM: with status 0 if all are clean, else with 1.
   *
   * @param args the bound, the search, the first seed, the file for the rows, the folder for reports, and perhaps a word that the
   *     name of a scenario must contain
   */
  public static void main(String[] args) throws IOException {
    Path out = Path.of(args[3]);
    Explorer explorer = new Explorer(Bound.valueOf(args[0]), Search.valueOf(args[1]), Long.parseLong(args[2]), Path.of(args[4]));
    String word = args.length > 5 ? args[5] : "";
    List<Row> rows = new ArrayList<>();
    for (Scenario scenario : ScenarioList.ALL) {
      if (scenario.name().contains(word)) {
        rows.add(explorer.row(scenario));
        Row.write(out, rows); // one by one, so that a stop does not lose what was found before it
      }
    }
    System.exit(!rows.isEmpty() && rows.stream().allMatch(Row::isClean) ? 0 : 1); // threads of schedules that hang are left
  }

  private Row row(Scenario scenario) {
    Exploration shipped = explore(scenario.name(), scenario.shipped(), bound.shipped);
    int bad = failures(shipped);
    for (Runnable right : scenario.right()) {
      bad += failures(explore(scenario.name() + ", a right form", right, bound.right));
    }
    int caught = 0;
    for (Scenario.Broken broken : scenario.broken()) {
      caught += isCaught(broken, scenario.name()) ? 1 : 0;
    }
    Row row = new Row(scenario.name(), scenario.catches(), shipped.schedules(), bad, caught, scenario.broken().size());
    System.err.println(row.line());
    return row;
  }

  /** Whether some schedule shows the mistake, and shows it again when it is repeated from its seed alone. */
  private boolean isCaught(Scenario.Broken broken, String name) {
    Exploration found = Exploration.of(broken.run(), search, bound.broken, seed, reports);
    Exploration again = Exploration.of(broken.run(), search, 1, found.lastSeed(), reports);
    boolean caught = broken.isCaughtBy(found) && broken.isCaughtBy(again);
    System.err.println((caught ? "caught" : "NOT CAUGHT") + ": " + broken.name() + " in '" + name + "': " + describe(found)
        + "; repeated from its seed: " + again.failure());
    return caught;
  }

  private Exploration explore(String name, Runnable scenario, int schedules) {
    Exploration exploration = Exploration.of(scenario, search, schedules, seed, reports);
    if (exploration.failure() != null) {
      System.err.println("BAD: '" + name + "': " + describe(exploration));
    }
    return exploration;
  }

  private String describe(Exploration exploration) {
    return exploration.failure() + " after " + exploration.schedules() + " schedules (" + search + ", the last with seed "
        + exploration.lastSeed() + ")";
  }

  private static int failures(Exploration exploration) {
    return exploration.failure() == null ? 0 : 1;
  }
}
