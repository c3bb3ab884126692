package dev.fanion.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who has the jar alone has the same spec as who has the clone. */
class SpecInJarTest {
  @Test
  void theJarHasAllThatTheHashIsOf() throws IOException {
    assertTrue(SpecInJar.isThere());
    Path folder = SpecInJar.folder();
    assertNotEquals(SpecFiles.find(), folder);
    assertEquals(SpecFiles.hash(SpecFiles.find()), SpecFiles.hash(folder));
  }

  @Test
  void itIsWrittenOnce() {
    assertSame(SpecInJar.folder(), SpecInJar.folder());
  }

  @Test
  void aModuleThatIsMissingShows(@TempDir Path copy) throws IOException {
    for (String name : SpecFiles.names(SpecInJar.folder(), "")) {
      Path file = copy.resolve(name);
      Files.createDirectories(file.getParent());
      Files.copy(SpecInJar.folder().resolve(name), file);
    }
    assertEquals(SpecFiles.hash(SpecFiles.find()), SpecFiles.hash(copy));
    Files.delete(copy.resolve("tla/Events.tla"));
    assertNotEquals(SpecFiles.hash(SpecFiles.find()), SpecFiles.hash(copy));
  }
}
