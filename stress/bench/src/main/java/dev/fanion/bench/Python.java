package dev.fanion.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The peer outside the JVM. */
final class Python {
  private Python() {}

  /** The program; empty where it is not installed. */
  static Optional<String> find() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
        .map(folder -> Path.of(folder, "python3")).filter(Files::isExecutable).map(Path::toString).findFirst();
  }
}
