package dev.fanion.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** TLC keeps a spec in static fields; oracles must not share them. */
class SeveralOraclesTest {
  private static final String THREE = TinySpec.LAMPS_CONFIG.replace("\"b\"", "\"b\", \"c\"");

  @Test
  void oraclesOfDifferentSpecsAnswerForThemselvesTurnByTurn(@TempDir Path one, @TempDir Path other) {
    try (Oracle lamps = TinySpec.lamps(one); Oracle parcel = TinySpec.parcel(other)) {
      int lit = TinySpec.after(lamps, "Turn(a, true)");
      int sent = TinySpec.after(parcel, "Send");
      assertEquals(Set.of("a"), lamps.value(lit, "lit"));
      assertEquals("road", parcel.value(sent, "at"));
      assertEquals(true, lamps.apply(lit, "AreLit", Set.of("a")));
      assertEquals(2, parcel.successors(sent, TinySpec.action(parcel, "Roll")).length);
      assertEquals(Map.of("a", 2, "b", 0), lamps.value(TinySpec.after(lamps, "Turn(a, true)", "Turn(a, false)"), "uses"));
    }
  }

  @Test
  void oraclesOfOneModuleWithDifferentConstantsAreDifferent(@TempDir Path folder) {
    try (Oracle two = TinySpec.lamps(folder); Oracle three = Oracle.load(folder, "Lamps", THREE)) {
      Search small = Search.of(two);
      Search large = Search.of(three);
      assertNotEquals(small, large);
      assertEquals(Set.of("b"), two.apply(two.initial()[0], "Others", "a"));
      assertEquals(Set.of("b", "c"), three.apply(three.initial()[0], "Others", "a"));
    }
  }

  @Test
  void modulesOfOneNameInDifferentFoldersAreDifferent(@TempDir Path one, @TempDir Path other) throws Exception {
    Path changed = Files.createDirectory(other.resolve("changed"));
    String renamed = TinySpec.PARCEL.replace("\"door\"", "\"porch\"");
    try (Oracle first = TinySpec.parcel(one); Oracle second = TinySpec.load(changed, "Parcel", renamed, TinySpec.PLAIN_CONFIG)) {
      String[] way = {"Send", "Roll", "Lift", "Arrive"};
      assertEquals("door", first.value(TinySpec.after(first, way), "at"));
      assertEquals("porch", second.value(TinySpec.after(second, way), "at"));
    }
  }

  @Test
  void oraclesOnDifferentThreadsDoNotDisturbEachOther(@TempDir Path one, @TempDir Path other) throws Exception {
    try (Oracle expected = TinySpec.lamps(one); Oracle parcel = TinySpec.parcel(other)) {
      List<Search> alone = List.of(Search.of(expected), Search.of(parcel));
      ExecutorService threads = Executors.newFixedThreadPool(2);
      try {
        Future<Search> lamps = threads.submit(() -> searched(one, "Lamps", TinySpec.LAMPS_CONFIG));
        Future<Search> parcels = threads.submit(() -> searched(other, "Parcel", TinySpec.PLAIN_CONFIG));
        assertEquals(alone, List.of(lamps.get(), parcels.get()));
      } finally {
        threads.shutdown();
      }
    }
  }

  private static Search searched(Path folder, String module, String config) {
    try (Oracle oracle = Oracle.load(folder, module, config)) {
      return Search.of(oracle);
    }
  }

  @Test
  void aClosedOracleDoesNotTakeTheOthersAlong(@TempDir Path one, @TempDir Path other) {
    try (Oracle parcel = TinySpec.parcel(other)) {
      TinySpec.lamps(one).close();
      assertEquals(6, Search.of(parcel).distinct());
    }
  }
}
