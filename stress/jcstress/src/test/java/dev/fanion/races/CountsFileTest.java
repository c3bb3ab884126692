package dev.fanion.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A long run continues from the counts of a stopped one, but not from counts of another JDK or of other classes. */
class CountsFileTest {
  @TempDir Path home;

  private Path file;

  @BeforeEach
  void pack() throws IOException {
    file = home.resolve("long.tsv");
    pack(1);
  }

  private void pack(int content) throws IOException {
    pack("races.jar", content);
  }

  private void pack(String jar, int content) throws IOException {
    try (OutputStream out = Files.newOutputStream(home.resolve(jar)); ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry("A.class"));
      zip.write(content);
    }
  }

  private void keep() throws IOException {
    Tally tally = new Tally();
    Tally.Count count = tally.of("dev.fanion.SomeRace");
    count.runs = 2;
    count.samples = 3_000_000_000L;
    count.bad = 4;
    count.interesting = 5;
    tally.of("dev.fanion.NotRunYet");
    new CountsFile(file, home).write(tally);
  }

  @Test
  void nothingIsAddedWhereNothingIsKept() throws IOException {
    Tally tally = new Tally();
    new CountsFile(file, home).addTo(tally);
    assertTrue(tally.counts().isEmpty());
  }

  @Test
  void countsAreFoundAgain() throws IOException {
    keep();
    Tally tally = new Tally();
    pack(1);
    new CountsFile(file, home).addTo(tally);
    assertEquals(1, tally.counts().size());
    Tally.Count count = tally.of("dev.fanion.SomeRace");
    assertEquals("2 3000000000 4 5", count.runs + " " + count.samples + " " + count.bad + " " + count.interesting);
  }

  @Test
  void countsOfOtherClassesAreRefused() throws IOException {
    keep();
    pack(2);
    IOException refused = assertThrows(IOException.class, () -> new CountsFile(file, home).addTo(new Tally()));
    assertTrue(refused.getMessage().contains("of other classes"), refused::getMessage);
  }

  @Test
  void countsOfOtherShippedClassesAreRefused() throws IOException {
    pack("fanion-1.0.jar", 1);
    keep();
    pack("fanion-1.0.jar", 2);
    assertThrows(IOException.class, () -> new CountsFile(file, home).addTo(new Tally()));
  }

  @Test
  void anotherCommandAroundTheRacesChangesNothing() throws IOException {
    pack("fanion-stress-run-1.0.jar", 1);
    keep();
    pack("fanion-stress-run-1.0.jar", 2);
    Tally tally = new Tally();
    new CountsFile(file, home).addTo(tally);
    assertEquals(1, tally.counts().size());
  }

  @Test
  void withoutTheJarNothingTellsTheClassesApart() throws IOException {
    Files.delete(home.resolve("races.jar"));
    IOException refused = assertThrows(IOException.class, () -> new CountsFile(file, home));
    assertTrue(refused.getMessage().startsWith("No races.jar in "), refused::getMessage);
  }

  @Test
  void aBrokenLineIsRefused() throws IOException {
    keep();
    Files.writeString(file, "dev.fanion.SomeRace\t2\tthree\n", StandardOpenOption.APPEND);
    IOException refused = assertThrows(IOException.class, () -> new CountsFile(file, home).addTo(new Tally()));
    assertTrue(refused.getMessage().contains("not one of counts: dev.fanion.SomeRace 2 three"), refused::getMessage);
  }
}
