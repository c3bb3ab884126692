package dev.fanion.spec;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The packages depend on one another in one direction: {@code docs} on {@code run}, and both on the manifest. */
class PackagesTest {
  private static final Path MAIN = Path.of("src/main/java/dev/fanion/spec");

  @ParameterizedTest
  @CsvSource({"'', run", "'', docs", "run, docs"})
  void noClassNamesAPackageAboveItsOwn(String own, String above) throws IOException {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(MAIN.resolve(own), "*.java")) {
      for (Path file : files) {
        assertFalse(Files.readString(file).contains("dev.fanion.spec." + above + "."), file + " names the package " + above);
      }
    }
  }
}
