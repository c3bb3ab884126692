package dev.fanion.stress;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command {@code ./fanion stress}: runs the parts one after another and prints one table of all their rows. */
@Command(name = "fanion stress", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Runs races (jcstress), interleavings (Lincheck), schedules (Fray), storms of threads, real signals and "
        + "faults against the reference, and broken variants, each of which must be caught. Prints one table; progress goes to "
        + "standard error.",
    footer = {"",
        "Exit status: 0 no bad outcome and every variant caught, 1 a bad outcome or a variant not caught, 2 inconclusive.",
        "What each part shows, and what it does not: docs/races.md. Reports are kept under target/stress."})
public final class StressCommand implements Callable<Integer> {
  private static final String SYSTEM = System.getProperty("os.name") + " " + System.getProperty("os.arch");

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(names = "--long", description = "Hours instead of minutes: at least 10^9 samples of each race, "
      + "10^9 sets in each storm (10^7 where each is a switch of threads).")
  boolean longRun;

  @Option(names = "--only", paramLabel = "PART", split = ",",
      description = "Only these, of: faults, signals, storms, lincheck, fray, jcstress. Default: all, in this order.")
  List<Part> only = List.of();

  @Option(names = "--race", paramLabel = "NAME",
      description = "Only this race of jcstress, with its broken forms. Without --only, no other part runs.")
  @Nullable String race;

  @Override
  public Integer call() throws IOException, InterruptedException {
    List<Part> parts = parts();
    Path root = Path.of(System.getProperty("fanion.home", ""));
    Path folder = Files.createDirectories(root.resolve("target").resolve("stress"));
    List<Outcome> outcomes = new ArrayList<>();
    long start = System.nanoTime();
    for (Part part : parts) {
      long seconds = Duration.ofNanos(System.nanoTime() - start).toSeconds();
      spec.commandLine().getErr().println("== " + part.label() + " (after " + seconds + " s)");
      outcomes.add(run(part, root, folder));
    }
    PrintWriter out = spec.commandLine().getOut();
    Table.print(outcomes, out);
    return Outcome.status(outcomes);
  }

  private List<Part> parts() {
    if (only.isEmpty()) {
      return race == null ? List.of(Part.values()) : List.of(Part.JCSTRESS);
    }
    if (race != null && !only.contains(Part.JCSTRESS)) {
      throw new ParameterException(spec.commandLine(), "--race is for the part jcstress, which --only leaves out");
    }
    return only;
  }

  private Outcome run(Part part, Path root, Path folder) throws IOException, InterruptedException {
    Path rows = folder.resolve(part.label() + ".tsv");
    Files.deleteIfExists(rows);
    String obstacle = part.obstacle(root, Runtime.version().feature(), SYSTEM);
    if (obstacle != null) {
      return Outcome.skipped(part.label(), obstacle);
    }
    Path output = folder.resolve(part.label() + ".log");
    try (ProcessGroup child = new ProcessGroup(part.command(root, !longRun, rows, race), output)) {
      int exit = child.await(Part.atMost(!longRun));
      return exit < 0
          ? Outcome.inconclusive(part.label(), "it did not end within " + Part.atMost(!longRun) + " and was ended; see " + output)
          : Outcome.of(part.label(), exit, rows);
    }
  }

  /** Reports a broken installation in one line, without a stack trace. */
  private static int explain(Exception error, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (!(error instanceof IOException)) {
      throw error;
    }
    command.getErr().println("fanion: " + error.getMessage());
    return 2;
  }

  static CommandLine commandLine() {
    return new CommandLine(new StressCommand())
        .setExecutionExceptionHandler(StressCommand::explain)
        .setExitCodeExceptionMapper(defect -> 2)
        .setCaseInsensitiveEnumValuesAllowed(true);
  }

  /**
   * Runs the command line and ends the JVM with its status.
   *
   * @param args as {@code fanion stress --help} explains
   */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }
}
