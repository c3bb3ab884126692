package dev.fanion.conformance;

import dev.fanion.spec.SpecFiles;
import dev.fanion.spec.Terminal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** A run of the suite with all its reports. */
final class SuiteRun {
  private SuiteRun() {}

  /** Runs the suite, prints what it found and writes the reports. Returns the exit status. */
  static int run(Adapter adapter, Suite.Plan plan, Models models, Path folder, PrintWriter out) throws IOException {
    Hello hello = adapter.hello();
    out.printf("%s %s, features: %s%n", hello.name(), hello.version(),
        hello.features().isEmpty() ? "none" : String.join(", ", hello.features().stream().sorted().toList()));
    out.printf("profile %s, seed %d%n%n", plan.profile().name(), plan.seed());
    out.flush();
    Path json = fresh(folder, "results.json");
    Path junit = fresh(folder, "junit.xml");
    Results results = new Suite(adapter, plan, models, new Progress(System.out, Terminal.isInteractive())).run();
    new TextReport(results, out).print();
    JsonReport.write(results, SpecFiles.hash(SpecFiles.find()), json);
    JunitReport.write(results, junit);
    out.printf("%nreports: %s and %s%n", json, junit);
    out.flush();
    return results.status();
  }

  /** The place of a report. What an earlier run left there is gone, so that nobody takes it for this run's. */
  private static Path fresh(Path folder, String name) throws IOException {
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(folder.resolve(name));
      return folder.resolve(name);
    } catch (IOException e) {
      throw new IOException("the reports cannot be written to " + folder + ": " + e + "; choose another --out", e);
    }
  }
}
