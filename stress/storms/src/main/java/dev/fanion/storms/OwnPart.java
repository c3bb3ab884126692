package dev.fanion.storms;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The child process of one of this module's parts: {@code storms|signals|faults quick|long --out FILE}. */
final class OwnPart {
  private static final long SEED = 1;
  private static final int WAITERS = 1_000_000;

  private OwnPart() {}

  /**
   * Runs the part. Status 0 if each row is clean, 1 if not, 2 if that could not be told.
   *
   * @param args which part, which lane, and where the rows go
   */
  public static void main(String[] args) {
    int status = 2;
    try {
      endWithTheParent();
      List<Row> rows = run(Part.valueOf(args[0].toUpperCase(Locale.ROOT)), args[1].equals("quick"), Path.of(args[3]));
      status = rows.stream().allMatch(Row::isClean) ? 0 : 1;
    } catch (Throwable defect) {
      defect.printStackTrace();
    }
    Runtime.getRuntime().halt(status); // broken variants leave threads behind that nobody can end
  }

  private static List<Row> run(Part part, boolean quick, Path out) throws Exception {
    String none = part == Part.SIGNALS ? Signals.reasonForNone() : "";
    if (!none.isEmpty()) {
      List<Row> skipped = List.of(Row.skipped("signals", none));
      Row.write(out, skipped);
      return skipped;
    }
    return run(checks(part, quick), out);
  }

  /** Writes the rows as they come: what was found before a stop is not lost with it. */
  static List<Row> run(List<Check> checks, Path out) throws Exception {
    List<Row> rows = new ArrayList<>();
    for (Check check : checks) {
      rows.add(check.run(System.err));
      Row.write(out, rows);
    }
    return rows;
  }

  static List<Check> checks(Part part, boolean quick) {
    return switch (part) {
      case STORMS -> new Storms(quick ? 10_000_000 : 1_000_000_000, SEED).all();
      case SIGNALS -> new Signals(quick ? 20_000 : 1_000_000, SEED, System.err).all();
      case FAULTS -> new Faults(quick ? 300 : 10_000, WAITERS, SEED).all();
      case LINCHECK, JCSTRESS -> throw new IllegalArgumentException(part + " is not one of this module's parts");
    };
  }

  /** The parent holds the other end of standard input for as long as it lives. */
  private static void endWithTheParent() {
    Thread watcher = new Thread(() -> {
      try {
        while (System.in.read() >= 0) {
          continue;
        }
      } catch (IOException gone) {
        // as good as its end
      }
      Runtime.getRuntime().halt(2);
    }, "parent");
    watcher.setDaemon(true);
    watcher.start();
  }
}
