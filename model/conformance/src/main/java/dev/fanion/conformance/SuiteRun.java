package dev.fanion.conformance;

import dev.fanion.spec.SpecFiles;
import dev.fanion.spec.run.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run of the suite with all its reports. */
final class SuiteRun {
  private static final String JSON = "results.json";
  private static final String JUNIT = "junit.xml";

  private SuiteRun() {}

  /** Runs the suite, prints what it found and writes the reports. Returns the exit status. */
  static int run(Adapter adapter, Suite.Plan plan, Models models, Path folder, PrintWriter out) throws IOException {
    Hello hello = adapter.hello();
    out.printf("%s %s, features: %s%n", hello.name(), hello.version(),
        hello.features().isEmpty() ? "none" : String.join(", ", hello.features().stream().sorted().toList()));
    out.printf("profile %s, seed %d%n%n", plan.profile().name(), plan.seed());
    out.flush();
    clear(folder);
    Path json = folder.resolve(JSON);
    Path junit = folder.resolve(JUNIT);
    Results results = new Suite(adapter, plan, models, new Progress(System.out, Terminal.isInteractive())).run();
    try {
      adapter.quit();
    } catch (Trouble trouble) {
      results.error(trouble);
    }
    new TextReport(results, out).print();
    JsonReport.write(results, SpecFiles.hash(SpecFiles.find()), json);
    JunitReport.write(results, junit);
    out.printf("%nreports: %s and %s%n", json, junit);
    out.flush();
    return results.status();
  }

  /** Takes away the reports of an earlier run, so that nobody takes them for this run's. */
  static void clear(Path folder) throws IOException {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(JSON));
      Files.deleteIfExists(folder.resolve(JUNIT));
    } catch (IOException e) {
      throw new IOException("the reports cannot be written to " + folder + ": " + e + "; choose another --out", e);
    }
  }
}
