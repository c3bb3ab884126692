package dev.fanion.spec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the spec is found, and what changes its hash. */
class SpecFilesTest {
  @TempDir private Path home;

  @BeforeEach
  void writeSpec() throws IOException {
    Files.createDirectories(home.resolve("spec/tla/mutants"));
    Files.writeString(home.resolve("spec/manifest.toml"), "m");
    Files.writeString(home.resolve("spec/tla/A.tla"), "a");
    Files.writeString(home.resolve("spec/tla/mutants/manifest.toml"), "n");
    Files.writeString(home.resolve("spec/tla/mutants/B.cfg"), "b");
  }

  private String hash() {
    return SpecFiles.hash(home.resolve("spec"));
  }

  @Test
  void theSpecIsBelowFanionHomeOrTheNearestFolderThatHasOne() throws IOException {
    Path deep = Files.createDirectories(home.resolve("model/oracle"));
    assertEquals(home.resolve("spec"), SpecFiles.find(null, deep));
    assertEquals(home.resolve("spec"), SpecFiles.find(home.toString(), Path.of("")));
  }

  @Test
  void aSpecOfSomebodyElseIsPassedOver() throws IOException {
    Path other = Files.createDirectories(home.resolve("project"));
    Files.createDirectories(other.resolve("spec/tla"));
    assertEquals(home.resolve("spec"), SpecFiles.find(null, other));
  }

  @Test
  void noSpecIsAnErrorThatSaysWhatToSet(@TempDir Path elsewhere) {
    Path root = elsewhere.getRoot();
    String nowhere = assertThrows(ManifestException.class, () -> SpecFiles.find(null, root)).getMessage();
    assertTrue(nowhere.contains("run this inside a clone of Fanion, or set -Dfanion.home"), nowhere);
    String wrong = assertThrows(ManifestException.class, () -> SpecFiles.find(elsewhere + "", root)).getMessage();
    assertTrue(wrong.contains("set the system property fanion.home to a clone"), wrong);
  }

  @Test
  void theHashIsOfNamesAndContentsOfModulesConfigsAndManifests() throws IOException {
    String before = hash();
    assertTrue(before.matches("[0-9a-f]{64}"), before);
    Files.writeString(home.resolve("spec/tla/notes.txt"), "no part of it");
    assertEquals(before, hash());
    Files.writeString(home.resolve("spec/tla/mutants/B.cfg"), "c");
    String edited = hash();
    assertNotEquals(before, edited);
    Files.move(home.resolve("spec/tla/mutants/B.cfg"), home.resolve("spec/tla/B.cfg"));
    assertNotEquals(edited, hash());
  }

  @ParameterizedTest
  @ValueSource(strings = {"manifest.toml", "tla/mutants/manifest.toml"})
  void aManifestIsPartOfTheHashBecauseConfigsAreDerivedFromIt(String manifest) throws IOException {
    String before = hash();
    Files.writeString(home.resolve("spec").resolve(manifest), "edited");
    assertNotEquals(before, hash());
  }
}
