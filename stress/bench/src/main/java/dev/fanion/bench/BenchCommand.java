package dev.fanion.bench;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The command {@code ./fanion bench}. Status 0: every goal is reached; 1: one is not; 2: something could not be measured. */
@Command(name = "bench",
    description = "Measures the reference and its peers side by side, prints one table, and writes it to target/bench too.")
public final class BenchCommand implements Callable<Integer> {
  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  @Option(names = {"-h", "--help"}, usageHelp = true, description = "Show this help message and exit.")
  boolean help;

  @Option(names = "--quick", description = "About 5 minutes instead of 25: shorter, and the peers with fewer waiters.")
  boolean quick;

  @Option(names = "--only", paramLabel = "REGEX",
      description = "Only the measurements in whose names this is found, such as 'resume/10000 ' or FANION; see --list.")
  Pattern only;

  @Option(names = "--list", description = "Print the names of what would be measured, and measure nothing.")
  boolean list;

  @Option(names = "--docs", description = "Write the table to docs/performance.md too.")
  boolean docs;

  private final List<String> troubles = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (docs && only != null) {
      throw new ParameterException(spec.commandLine(), "--docs with --only would drop rows from the page; leave one out");
    }
    Path page = home().resolve("docs/performance.md");
    if (docs) {
      Page.check(page);
    }
    Path folder = home().resolve("target/bench");
    List<Plan.Step> steps = Plan.steps(quick ? Effort.QUICK : Effort.FULL, folder,
        name -> only == null || only.matcher(name).find());
    if (steps.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "--only " + only + " is found in no measurement; see --list");
    }
    PrintWriter out = spec.commandLine().getOut();
    if (list) {
      steps.forEach(step -> out.println(step.name()));
      return 0;
    }
    Files.createDirectories(folder);
    Report report = new Report(words(), Machine.describe(), measure(steps), troubles);
    out.println(report.text());
    report.json(folder.resolve("results.json"));
    if (docs && troubles.isEmpty()) {
      Page.write(page, report.markdown());
    } else if (docs) {
      out.println("docs/performance.md is left as it was, since not everything could be measured");
    }
    return troubles.isEmpty() ? report.table().allReached() ? 0 : 1 : 2;
  }

  private Figures measure(List<Plan.Step> steps) throws InterruptedException {
    Runtime.getRuntime().addShutdownHook(new Thread(BenchCommand::endChildren));
    PrintWriter err = spec.commandLine().getErr();
    Figures figures = new Figures();
    for (int i = 0; i < steps.size(); i++) {
      err.printf("%d/%d %s%n", i + 1, steps.size(), steps.get(i).name());
      err.flush();
      try {
        steps.get(i).body().run(figures);
      } catch (RunnerException | IOException e) {
        troubles.add(steps.get(i).name() + ": " + e.getMessage());
      }
    }
    return figures;
  }

  private static void endChildren() {
    ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
  }

  private String words() {
    return "./fanion bench" + (quick ? " --quick" : "") + (only == null ? "" : " --only '" + only + "'")
        + (docs ? " --docs" : "");
  }

  private static Path home() {
    return Path.of(System.getProperty("fanion.home", "."));
  }

  /**
   * Runs the command and ends the JVM with its status.
   *
   * @param args as {@code --help} explains
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new BenchCommand()).setExitCodeExceptionMapper(defect -> 2)
        .setExecutionExceptionHandler(BenchCommand::explain).execute(args));
  }

  /** Reports a missing or unfit file or folder in one line, without a stack trace. */
  private static int explain(Exception error, CommandLine command, CommandLine.ParseResult parsed) throws Exception {
    if (!(error instanceof IOException)) {
      throw error;
    }
    command.getErr().println("fanion bench: " + error.getMessage());
    return 2;
  }
}
