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
    Results results = new Suite(adapter, plan, models, new Progress(System.out, Terminal.isInteractive())).run();
    new TextReport(results, out).print();
    Files.createDirectories(folder);
    String hash = SpecFiles.hash(SpecFiles.find());
    JsonReport.write(results, hash, folder.resolve("results.json"));
    JunitReport.write(results, folder.resolve("junit.xml"));
    out.printf("%nreports: %s and %s%n", folder.resolve("results.json"), folder.resolve("junit.xml"));
    out.flush();
    return results.status();
  }
}
