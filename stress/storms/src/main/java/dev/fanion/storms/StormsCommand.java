package dev.fanion.storms;

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

/** Runs one of this module's parts: the storms, the signals or the faults. */
@Command(
    name = "storms",
    mixinStandardHelpOptions = true,
    description = "Storms of threads, real signals or faults against the reference, and broken variants that must be caught. "
        + "Ends when its standard input does.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:no bad outcome, and every variant caught", "1:a bad outcome, or a variant not caught", "2:inconclusive"})
public final class StormsCommand implements Callable<Integer> {
  private static final long SEED = 1;
  private static final int WAITERS = 1_000_000;

  @Parameters(index = "0", paramLabel = "PART", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Part part;

  @Parameters(index = "1", paramLabel = "LANE", description = "One of: ${COMPLETION-CANDIDATES}.")
  private Lane lane;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write the rows.")
  private Path out;

  private StormsCommand() {}

  /**
   * Runs the part and ends the JVM with its status.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    int status = new CommandLine(new StormsCommand()).setCaseInsensitiveEnumValuesAllowed(true)
        .setExitCodeExceptionMapper(defect -> 2).execute(args);
    Runtime.getRuntime().halt(status); // broken variants leave threads behind that nobody can end
  }

  @Override
  public Integer call() throws Exception {
    endWithTheParent();
    String none = part == Part.SIGNALS ? SignalChecks.reasonForNone() : "";
    if (!none.isEmpty()) {
      Row.write(out, List.of(Row.skipped("signals", none)));
      return 0;
    }
    return run(checks(part, lane == Lane.QUICK), out).stream().allMatch(Row::isClean) ? 0 : 1;
  }

  /** Writes the rows one by one, so that a stop does not lose what was found before it. */
  static List<Row> run(List<Check> checks, Path out) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Check check : checks) {
      rows.add(check.run(System.err));
      Row.write(out, rows);
    }
    return rows;
  }

  private static List<Check> checks(Part part, boolean quick) {
    return switch (part) {
      case STORMS -> new StormChecks(quick ? 10_000_000 : 1_000_000_000, SEED).all();
      case SIGNALS -> new SignalChecks(quick ? 20_000 : 1_000_000, SEED, System.err).all();
      case FAULTS -> new FaultChecks(quick ? 300 : 10_000, WAITERS, SEED).all();
    };
  }

  /** Ends this JVM when the parent ends: the parent holds the other end of standard input for as long as it lives. */
  private static void endWithTheParent() {
    Thread watcher = new Thread(() -> {
      try {
        while (System.in.read() >= 0) {
          continue;
        }
      } catch (IOException gone) {
        // taken for its end
      }
      Runtime.getRuntime().halt(2);
    }, "parent");
    watcher.setDaemon(true);
    watcher.start();
  }

  private enum Part { STORMS, SIGNALS, FAULTS }

  private enum Lane { QUICK, LONG }
}
