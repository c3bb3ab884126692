package dev.fanion.races;

import dev.fanion.stress.Row;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Runs the races and judges them: no bad outcome of the shipped classes, and every broken form caught. */
@Command(
    name = "races",
    mixinStandardHelpOptions = true,
    description = "Races on the shipped classes, and on broken forms that must be caught.",
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {"0:no bad outcome, and every broken form caught", "1:a bad outcome, or a form not caught", "2:wrong usage"})
public final class RacesCommand implements Callable<Integer> {
  private final Tally tally = new Tally();

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "LANE", description = "quick; or long: until each race has 10^9 samples.")
  private Lane lane;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "Where to write the table, tab-separated.")
  private Path out;

  @Option(names = "--report", paramLabel = "DIR", description = "For the report of jcstress (default: beside the jar).")
  private @Nullable Path report;

  @Option(names = "--race", paramLabel = "NAME", description = "Only this race, with its broken forms.")
  private @Nullable String raceName;

  @Option(names = "--samples", paramLabel = "N",
      description = "How many samples each race must have (default: 1, or 10^9 if long).")
  private @Nullable Long samples;

  @Option(names = "--kept", paramLabel = "FILE", description = "Where the counts are kept, from which the next run continues "
      + "(default if long: beside the report; if quick: nowhere).")
  private @Nullable Path kept;

  /**
   * Runs a lane.
   *
   * @param args see {@code --help}
   */
  public static void main(String[] args) {
    System.setProperty("java.class.path", classPath());
    System.setOut(System.err); // for what jcstress prints
    RacesCommand lane = new RacesCommand();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> {
      lane.tally.close();
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
    }));
    System.exit(new CommandLine(lane).setCaseInsensitiveEnumValuesAllowed(true).execute(args));
  }

  @Override
  public Integer call() throws Exception {
    List<Race> listed = Race.all();
    List<Race> races = listed.stream().filter(race -> raceName == null || raceName.equals(race.test())).toList();
    if (races.isEmpty() && raceName != null) {
      spec.commandLine().getErr().println("There is no race " + raceName + ". There are: "
          + String.join(", ", listed.stream().map(Race::test).distinct().toList()));
      return 2;
    }
    Path reports = report == null ? home().resolve("jcstress") : report;
    continueFromCounts(reports);
    try (Harness harness = new Harness(reports, tally)) {
      runBroken(harness, races.stream().filter(race -> !race.isShipped()).toList());
      runShipped(harness, races.stream().filter(Race::isShipped).toList());
    }
    Verdict verdict = new Verdict(listed.size(), races, tally, lane == Lane.LONG);
    Row.write(out, verdict.rows());
    verdict.troubles().forEach(System.err::println);
    return verdict.troubles().isEmpty() ? 0 : 1;
  }

  private void continueFromCounts(Path reports) throws IOException {
    Path file = kept == null && lane == Lane.LONG ? Files.createDirectories(reports).resolve("long.tsv") : kept;
    if (file != null) {
      try {
        CountsFile counts = new CountsFile(file, home());
        counts.addTo(tally);
        tally.listen(counts::write);
      } catch (IOException e) {
        throw new ParameterException(spec.commandLine(), e.getMessage(), e);
      }
    }
  }

  /** The whole class path. jcstress does not look for it in a jar's manifest. */
  private static String classPath() {
    String given = System.getProperty("java.class.path");
    Path lib = home().resolve("lib");
    return given.endsWith("races.jar") ? given + File.pathSeparator + lib + File.separator + "*" : given;
  }

  /** The folder of the jar, or of the classes. */
  private static Path home() {
    try {
      URI location = RacesCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI();
      return Objects.requireNonNull(Path.of(location).getParent());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("The races are not in a file", e);
    }
  }

  private void runBroken(Harness harness, List<Race> broken) throws IOException {
    List<Race> left = broken.stream().filter(this::isUncaught).toList();
    for (int run = 0; run < lane.brokenRuns && !left.isEmpty(); run++) {
      System.err.println("Broken forms, run " + (run + 1) + ": " + left.size());
      harness.run(left, lane.brokenMillis << run, 0);
      left = left.stream().filter(this::isUncaught).toList();
    }
  }

  private boolean isUncaught(Race race) {
    return tally.of(race).interesting == 0;
  }

  private void runShipped(Harness harness, List<Race> shipped) throws IOException {
    List<Race> left = shipped.stream().filter(race -> tally.of(race).samples == 0 || isMoreNeeded(race)).toList();
    for (int run = runs(left); !left.isEmpty(); run++) {
      System.err.println("Shipped classes, run " + (run + 1) + ": " + left.size());
      harness.run(left, lane.shippedMillis, run % harness.jvms());
      left = left.stream().filter(this::isMoreNeeded).toList();
    }
  }

  /** How many runs each race has behind it, from a lane that was stopped. */
  private int runs(List<Race> shipped) {
    return shipped.stream().mapToInt(race -> tally.of(race).runs).min().orElse(0);
  }

  private boolean isMoreNeeded(Race race) {
    Tally.Count count = tally.of(race);
    long due = samples == null ? lane.samples : samples;
    return !race.isOfThreads() && count.bad == 0 && count.samples > 0 && count.samples < due;
  }

  /** How long a lane runs the races, and how often. */
  private enum Lane {
    QUICK(4_000, 1, 1_000, 4),
    LONG(60_000, 1_000_000_000, 1_000, 8);

    final int shippedMillis;
    final long samples;
    final int brokenMillis;

    /** At most this number of runs, each twice as long as the one before. */
    final int brokenRuns;

    Lane(int shippedMillis, long samples, int brokenMillis, int brokenRuns) {
      this.shippedMillis = shippedMillis;
      this.samples = samples;
      this.brokenMillis = brokenMillis;
      this.brokenRuns = brokenRuns;
    }
  }
}
