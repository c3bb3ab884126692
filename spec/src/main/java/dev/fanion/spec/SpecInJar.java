package dev.fanion.spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The spec as this module's jar has it, for a program that has the jar and no clone. TLC reads files, so that they are written
 * to a folder of this process, once, and deleted at its end.
 *
 * <h2>Threads</h2>
 * Any.
 */
final class SpecInJar {
  private static final String FILES = "dev/fanion/spec/files";

  /** Made when it is first asked for. */
  private static final class Written {
    static final Path SPEC = write();
  }

  private SpecInJar() {}

  /** Whether the spec is where this class is from. */
  static boolean isThere() {
    return SpecInJar.class.getResource("/" + FILES + "/manifest.toml") != null;
  }

  /** A folder that has the spec as {@code spec} in a clone has it. */
  static Path folder() {
    return Written.SPEC;
  }

  private static Path write() {
    try {
      Path home = Path.of(SpecInJar.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path spec = Files.createTempDirectory("fanion-").resolve("spec");
      Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(spec.getParent()), "fanion-spec"));
      if (Files.isDirectory(home)) {
        copy(home.resolve(FILES), spec);
      } else {
        try (FileSystem jar = FileSystems.newFileSystem(home)) {
          copy(jar.getPath(FILES), spec);
        }
      }
      return spec;
    } catch (IOException | URISyntaxException e) {
      throw new ManifestException("the spec in the jar cannot be read, or not be written to a temporary folder: " + e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    List<String> names = SpecFiles.names(from, "");
    for (String name : names) {
      Path file = to.resolve(name);
      Files.createDirectories(file.getParent());
      try (InputStream text = Files.newInputStream(from.resolve(name))) {
        Files.copy(text, file);
      }
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).forEach(each -> each.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      return; // it is in the folder for temporary files
    }
  }
}
