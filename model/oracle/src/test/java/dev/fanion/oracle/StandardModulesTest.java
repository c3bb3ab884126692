package dev.fanion.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oracles in different processes share a folder for temporary files, and none may read what another writes there. */
class StandardModulesTest {
  @Test
  void theyAreNotCopiedToTheSharedFolder(@TempDir Path folder) throws IOException {
    Path shared = Path.of(System.getProperty("java.io.tmpdir"), "Reals.tla");
    Files.deleteIfExists(shared);
    String body = TinySpec.PARCEL.replace("VARIABLE at", "EXTENDS Reals\nVARIABLE at");
    try (Oracle parcel = TinySpec.load(folder, "Parcel", body, TinySpec.PLAIN_CONFIG)) {
      assertEquals(6, Search.of(parcel).distinct());
    }
    assertFalse(Files.exists(shared), "TLC wrote to the shared folder");
  }
}
