package dev.fanion.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Manifest;
import dev.fanion.spec.SpecFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oracles that share a copy of TLC are as exact as those that do not. */
class OracleFamilyTest {
  private static final String MODULE = "MCFanion";
  private static final int SMALL = 2_000;

  private static List<Entry> small(Path spec) throws IOException {
    return Manifest.load(spec).select(List.of()).stream()
        .filter(entry -> entry.module().equals(MODULE) && entry.size() < SMALL && entry.expect() instanceof Expectation.Holds)
        .toList();
  }

  private static Search alone(Path spec, Entry entry) {
    try (Oracle oracle = Oracle.load(spec.resolve("tla"), MODULE, entry.config().text())) {
      return Search.of(oracle);
    }
  }

  @Test
  void oraclesOfOneFamilyReachWhatOthersReachAlone() throws IOException {
    Path spec = SpecFiles.find();
    List<Entry> entries = small(spec);
    assertTrue(entries.size() >= 4, entries.toString());
    Map<Entry, Oracle> oracles = new LinkedHashMap<>();
    try (OracleFamily family = new OracleFamily(spec.resolve("tla"), MODULE)) {
      for (Entry entry : entries) {
        oracles.put(entry, family.load(entry.config().text()));
      }
      for (Map.Entry<Entry, Oracle> each : oracles.entrySet()) {
        Expectation.Holds holds = (Expectation.Holds) each.getKey().expect();
        Search found = Search.of(each.getValue());
        assertEquals(holds.distinct(), found.distinct(), each.getKey().name());
        if (found.generated() != holds.generated()) { // an oracle counts equal successors once
          assertEquals(alone(spec, each.getKey()), found, each.getKey().name());
        }
      }
    }
  }

  @Test
  void oneOracleMayBeAskedBetweenTwoAnswersOfAnother(@TempDir Path folder) throws IOException {
    TinySpec.lamps(folder).close(); // writes the module
    String three = TinySpec.LAMPS_CONFIG.replace("\"b\"", "\"b\", \"c\"");
    try (OracleFamily family = new OracleFamily(folder, "Lamps")) {
      Oracle two = family.load(TinySpec.LAMPS_CONFIG);
      int lit = TinySpec.after(two, "Turn(a, true)");
      Oracle more = family.load(three);
      int dark = TinySpec.after(more, "Turn(c, true)", "Turn(c, false)");
      assertEquals(Map.of("a", 2, "b", 0), two.value(TinySpec.after(two, "Turn(a, true)", "Turn(a, false)"), "uses"));
      assertEquals(Set.of("a"), two.value(lit, "lit"));
      assertEquals(Map.of("a", 0, "b", 0, "c", 2), more.value(dark, "uses"));
    }
  }

  @Test
  void aConfigurationThatIsWrongIsToldByItsOwnMessage(@TempDir Path folder) {
    TinySpec.lamps(folder).close();
    try (OracleFamily family = new OracleFamily(folder, "Lamps")) {
      family.load(TinySpec.LAMPS_CONFIG);
      SpecException first = assertThrows(SpecException.class,
          () -> family.load(TinySpec.LAMPS_CONFIG + "CONSTANT Colours = 3\n"));
      SpecException second = assertThrows(SpecException.class, () -> family.load("INIT Nothing\nNEXT Nothing\n"));
      assertTrue(first.getMessage().contains("Colours"), first.getMessage());
      assertTrue(!second.getMessage().contains("Colours"), second.getMessage());
    }
  }
}
