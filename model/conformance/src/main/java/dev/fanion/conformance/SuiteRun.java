package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.spec.SpecFiles;
import dev.fanion.spec.run.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A run of the suite against one adapter, with all its reports: the suite's front door. */
public final class SuiteRun {
  private static final String JSON = "results.json";
  private static final String JUNIT = "junit.xml";
  private static final String PAGE = "index.html";
  private static final String SUMMARY = "summary.md";
  private static final String PROFILE = "profile.cfg";

  private final Plan plan;
  private final Path folder;
  private final PrintWriter out;

  /**
   * Prepares a run.
   *
   * @param folder where the reports go
   * @param out where the run prints what it found
   */
  public SuiteRun(Plan plan, Path folder, PrintWriter out) {
    this.plan = plan;
    this.folder = folder;
    this.out = out;
  }

  /**
   * Runs the suite, prints what it found and writes the reports.
   *
   * @return the exit status: 0 conforms, 1 does not conform, 2 inconclusive
   */
  public int against(Adapter adapter) throws IOException {
    return run(adapter, false).status();
  }

  /** The same, for another framework of tests: what the run says of itself, then of each rule. */
  public List<RuleVerdict> ruleByRule(Adapter adapter) throws IOException {
    return RuleVerdict.of(run(adapter, false));
  }

  /**
   * The same for an implementation that is known to be regular: a run that does not take every forceable transition is
   * inconclusive.
   */
  public int throughEveryTransition(Adapter adapter) throws IOException {
    return run(adapter, true).status();
  }

  private Results run(Adapter adapter, boolean whole) throws IOException {
    Hello hello = adapter.hello();
    out.printf("%s %s, features: %s%n", hello.name(), hello.version(),
        FindingText.features(hello));
    out.printf("profile %s, seed %d%n%s%n", plan.profile().name(), plan.seed(), restrictions());
    out.flush();
    clear(folder);
    ModelCache models = ModelCache.take();
    try {
      Suite suite = new Suite(adapter, plan, models, new Progress(System.err, Terminal.isInteractive(), out));
      Interrupted hook = new Interrupted(suite.results());
      try {
        suite.run();
        Coverage coverage = suite.results().coverage();
        if (whole && coverage != null && !coverage.complete()) {
          suite.results().cutShort("not every forceable transition was taken");
        }
        quit(adapter, suite.results());
        report(suite.results(), models);
      } finally {
        hook.reported();
      }
      return suite.results();
    } finally {
      models.leave();
    }
  }

  /** What the user has chosen not to hear of, and expects, and what decides if that is not all; a line for each. */
  private String restrictions() {
    String chosen = plan.choice().isAll() ? "" : "of the rules: " + plan.choice().words() + "\n";
    String expected = plan.expected().words().isEmpty() ? "" : "expected to fail: " + plan.expected().words() + "\n";
    return chosen + expected
        + (plan.requirements().isAll() ? "" : "what decides: requirements " + plan.requirements().words() + "\n");
  }

  /**
   * Finds the side of each variation point, prints what was found and writes the profile. Nothing is judged.
   *
   * @return the exit status: 0 if every side is known that the adapter's features can show, 2 if one is not
   */
  public int fingerprint(Adapter adapter) throws IOException {
    Hello hello = adapter.hello();
    out.printf("%s %s%n%n", hello.name(), hello.version());
    clear(folder);
    ModelCache models = ModelCache.take();
    try {
      Fingerprint fingerprint = new Fingerprint(adapter, models, hello.operations(), plan.profile());
      fingerprint.run(() -> { });
      List<Sighting> sightings = fingerprint.sightings();
      print(sightings);
      Path file = folder.resolve(PROFILE);
      Files.writeString(file, fingerprint.profile().text());
      out.printf("%nprofile: %s (%s)%n", fingerprint.profile().name(), file);
      out.flush();
      return fingerprint.failure() == null
          && sightings.stream().noneMatch(Sighting::isUnknown) ? 0 : 2;
    } finally {
      models.leave();
    }
  }

  /** A table of the points; then, for each that is not as asked for, or unknown, a conversation that shows it. */
  private void print(List<Sighting> sightings) {
    out.printf("%-17s %-10s %s%n", "point", "side", "rests on");
    sightings.forEach(sighting -> out.printf("%-17s %-10s %s%n", sighting.point(), sighting.side(),
        sighting.basis() == Sighting.Basis.SHOWN
            ? "experiments" + (sighting.words().isEmpty() ? "" : "; " + sighting.words()) : sighting.words()));
    for (Sighting sighting : sightings) {
      if (sighting.conversation() != null) {
        out.printf("%n%s%n", sighting.isChoice()
            ? sighting.point() + "=" + sighting.side() + ", since " + plan.profile().side(sighting.point()) + " does not allow:"
            : sighting.point() + " is unknown, since no side allows:");
        FindingText.conversation(sighting.conversation(), out);
      }
    }
  }

  private static void quit(Adapter adapter, Results results) {
    try {
      adapter.quit();
    } catch (AdapterFailure failure) {
      results.error(failure);
    }
  }

  private void report(Results results, ModelCache models) throws IOException {
    Path json = folder.resolve(JSON);
    Path junit = folder.resolve(JUNIT);
    Path page = folder.resolve(PAGE);
    String spec = SpecFiles.hash(SpecFiles.find());
    new TextReport(results, out).print();
    profile(results);
    JsonReport.write(results, spec, json);
    JunitReport.write(results, junit);
    MarkdownReport.write(results, folder.resolve(SUMMARY));
    HtmlReport.write(results, spec, models, json, page);
    out.printf("%nreports: %s, %s and %s%n", page, json, junit);
    if (!results.findings().isEmpty()) {
      out.printf("to hold the conversation of finding N again: ./fanion replay %s#N --adapter CMD%n", json);
    }
    out.flush();
  }

  /** Writes the profile that was found, if it is not the one asked for. */
  private void profile(Results results) throws IOException {
    if (!results.profile().equals(results.plan.profile())) {
      Path file = folder.resolve(PROFILE);
      Files.writeString(file, results.profile().text());
      out.printf("the profile that was found: %s%n", file);
    }
  }

  /** Deletes the reports of an earlier run, so that nobody takes them for the reports of this run. */
  public static void clear(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      for (String report : List.of(JSON, JUNIT, PAGE, SUMMARY, PROFILE)) {
        Files.deleteIfExists(folder.resolve(report));
      }
    } catch (IOException e) {
      throw new IOException("the reports cannot be written to " + folder + why(e) + "; choose another --out", e);
    }
  }

  /** The reason in words: the message of a file system's exception is often the name of the file alone. */
  private static String why(IOException e) {
    return e instanceof AccessDeniedException ? ": that is not permitted"
        : e instanceof FileAlreadyExistsException ? ": that is no folder"
        : e instanceof FileSystemException file && file.getReason() != null ? ": " + file.getReason() : "";
  }
}
