package dev.fanion.interleavings;

import dev.fanion.stress.Row;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * Explores every scenario and writes a row for each. Status 0: success; 1: the shipped classes or a right form failed, or a
 * broken form was not caught; 2: wrong usage.
 */
@Command(name = "interleavings", mixinStandardHelpOptions = true,
    description = "Explores interleavings of the shipped classes and of broken ones with Lincheck.")
public final class InterleavingsCommand implements Callable<Integer> {
  @Parameters(index = "0", description = "How far: ${COMPLETION-CANDIDATES}.")
  private Bound bound;

  @Option(names = "--out", required = true, description = "Where to write the rows.")
  private Path out;

  private InterleavingsCommand() {}

  /**
   * Runs the command line and ends the JVM with its status.
   *
   * @param args quick or long, and --out FILE
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new InterleavingsCommand()).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (Scenario scenario : ScenarioList.ALL) {
      rows.add(explore(scenario));
      Row.write(out, rows); // one by one, so that a stop does not lose what was found before it
    }
    return rows.stream().allMatch(Row::isClean) ? 0 : 1;
  }

  private Row explore(Scenario scenario) {
    long started = System.nanoTime();
    Exploration shipped = explore(scenario.name(), scenario.shipped(), bound.shipped);
    Exploration right = explore(scenario.name() + ", cut down", scenario.right(), bound.cutDown);
    int caught = 0;
    for (Scenario.Broken broken : scenario.broken()) {
      Exploration exploration = Exploration.of(broken.run(), bound.broken);
      if (broken.isCaughtBy(exploration)) {
        caught++;
      } else {
        System.err.println("NOT CAUGHT: " + broken.name() + " in '" + scenario.name() + "'; expected '" + broken.symptom()
            + "', found " + exploration);
      }
    }
    Row row = new Row(scenario.name(), scenario.catches(), shipped.interleavings(), failures(shipped) + failures(right), caught,
        scenario.broken().size());
    System.err.println(row.line() + "\t" + (System.nanoTime() - started) / 1_000_000_000 + " s");
    return row;
  }

  private static Exploration explore(String name, Runnable scenario, int bound) {
    Exploration exploration = Exploration.of(scenario, bound);
    if (exploration.failure() != null) {
      System.err.println("BAD: '" + name + "' after " + exploration.interleavings() + ": " + exploration.failure());
    }
    return exploration;
  }

  private static int failures(Exploration exploration) {
    return exploration.failure() == null ? 0 : 1;
  }

  /** How many interleavings to run at most: of the shipped classes, of the right form cut down, of each broken form. */
  enum Bound {
    QUICK(400, 300, 5_000),
    LONG(100_000, 20_000, 50_000);

    private final int shipped;
    private final int cutDown;
    private final int broken;

    Bound(int shipped, int cutDown, int broken) {
      this.shipped = shipped;
      this.cutDown = cutDown;
      this.broken = broken;
    }
  }
}
