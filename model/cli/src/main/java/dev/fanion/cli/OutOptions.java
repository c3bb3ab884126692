package dev.fanion.cli;

import dev.fanion.spec.SpecFiles;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where a command writes its reports. */
final class OutOptions {
  @Option(names = "--out", paramLabel = "DIR",
      description = "The folder of the reports, such as index.html, results.json and junit.xml; "
          + "default target/fanion in the clone.")
  Path out;

  Path folder() {
    return out != null ? out : SpecFiles.find().resolveSibling("target").resolve("fanion");
  }
}
