package dev.fanion.races;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RacesCommandTest {
  @TempDir private Path folder;

  @Test
  void anUnknownRaceIsRefusedWithTheNamesOfAll() {
    StringWriter said = new StringWriter();
    Path rows = folder.resolve("rows.tsv");
    CommandLine line = new CommandLine(new RacesCommand()).setErr(new PrintWriter(said));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    assertEquals(2, line.execute("quick", "--out", rows.toString(), "--race", "SetVersusNothing"));
    assertTrue(said.toString().startsWith("There is no race SetVersusNothing. There are: "), said::toString);
    for (Race race : Race.all()) {
      assertTrue(said.toString().contains(race.test()), race.test());
    }
    assertFalse(Files.exists(rows));
  }
}
