package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of a small model: what they cover, what they show, and that the same ones are written each time. */
class VectorsTest {
  private static final Set<String> FEATURES = Set.of("event", "flag", "cancel", "deadlock");
  private static final Cast SMALL = Cast.of(1, 1, 1);
  private static final ModelCache MODELS = new ModelCache();
  private static Vectors vectors;

  @TempDir private Path folder;

  @BeforeAll
  static void make() {
    vectors = Vectors.of(Profile.asyncio(), FEATURES, SMALL, List.of(new Crowds("left", Scripts.CROWD, Scripts.left())), MODELS);
  }

  @AfterAll
  static void close() {
    MODELS.close();
  }

  private static Collection<TestVector> all() {
    return vectors.all().values();
  }

  static List<Set<String>> choices() {
    return CoveringWalk.choices(FEATURES);
  }

  @ParameterizedTest
  @MethodSource("choices")
  void whatAnAdapterCanBeAskedCoversEveryTransition(Set<String> choice) {
    Atlas atlas = new Atlas(MODELS.get(Profile.asyncio(), choice, SMALL), Atlas.Noticing.EACH_TURN);
    all().stream().filter(vector -> vector.kind().equals(Vectors.WALK) && choice.containsAll(vector.needs()))
        .forEach(vector -> follow(vector, atlas));

    assertTrue(Coverage.of(atlas, Integer.MAX_VALUE).complete(), Coverage.of(atlas, Integer.MAX_VALUE)::toString);
  }

  /** Goes the way of a vector on which flags are noticed between two turns. */
  private static void follow(TestVector vector, Atlas atlas) {
    Atlas.Node at = atlas.start;
    for (int i = 0; i != TestVector.OVER; ) {
      TestVector.Step step = vector.steps().get(i);
      Atlas.Move move = atlas.moves(at).stream().filter(each -> each.request().equals(step.ask())).findFirst().orElse(null);
      if (move == null) {
        return; // it is the end
      }
      at.place.covered |= move.bit();
      Atlas.Outcome outcome = move.outcomes().get(0);
      at = outcome.node;
      i = step.then().get(outcome.reply.toString());
    }
  }

  @Test
  void everyWayEndsTheScenario() {
    for (TestVector vector : all()) {
      assertTrue(ends(vector, 0, new HashSet<>(), new HashSet<>()), vector::id);
      for (TestVector.Step step : vector.steps()) {
        step.then().forEach((reply, next) ->
            assertEquals(reply.startsWith("ended") || reply.startsWith("deadlock"), next == TestVector.OVER, reply));
      }
    }
  }

  private static boolean ends(TestVector vector, int step, Set<Integer> way, Set<Integer> known) {
    if (step == TestVector.OVER || known.contains(step)) {
      return true;
    }
    boolean ends = way.add(step) && vector.steps().get(step).then().values().stream()
        .allMatch(next -> ends(vector, next, way, known));
    known.add(step);
    way.remove(step);
    return ends;
  }

  @ParameterizedTest
  @EnumSource(PlantedLoop.Notice.class)
  void aRightRuntimeIsRightWheneverItNoticesFlags(PlantedLoop.Notice notice) throws Wire.MalformedLine {
    assertNull(new VectorPlayer(Bug.NONE, notice).first(all()));
  }

  @ParameterizedTest
  @EnumSource(names = {"CLEAR_FORGETS_WAITERS", "RETESTS_AFTER_WAKE", "FLAG_CLEAR_UNREGISTERS", "CANCEL_TWICE",
      "FLAG_CANCEL_CONSUMES", "NEVER_ENDS_WHILE_BLOCKED", "FLAGS_ONLY_WHEN_IDLE", "KEEPS_STATE_IF_MANY_STAY"})
  void aPlantedMistakeIsShown(Bug bug) throws Wire.MalformedLine {
    VectorPlayer.Wrong wrong = new VectorPlayer(bug, PlantedLoop.Notice.TURN).first(all());

    assertNotEquals(null, wrong, bug::words);
    assertNull(NotInVectors.why(bug));
  }

  @ParameterizedTest
  @EnumSource(names = {"TIMEOUT_CONSUMES", "SLEEP_KEEPS_THE_LOOP", "ONE_ARM_AT_A_TIME"})
  void aMistakeThatNeedsTimeIsNotShown(Bug bug) throws Wire.MalformedLine {
    assertNull(new VectorPlayer(bug, PlantedLoop.Notice.TURN).first(all()));
    assertNotEquals(null, NotInVectors.why(bug));
  }

  @Test
  void thePageListsMistakesThatThereAre() {
    Set<String> words = Arrays.stream(Bug.values()).map(Bug::words).collect(Collectors.toSet());
    assertEquals(List.of(), NotInVectors.WHY.keySet().stream().filter(each -> !words.contains(each)).toList());
  }

  @Test
  void theSameFilesAreWrittenAgain() throws IOException {
    for (String each : List.of("one", "two")) {
      try (ModelCache models = new ModelCache()) {
        Vectors made = Vectors.of(Profile.asyncio(), Set.of("event", "cancel"), Cast.of(1, 1, 0), List.of(), models);
        new VectorFile(made).write(folder.resolve(each));
      }
    }
    for (String name : List.of("asyncio.jsonl", "asyncio.txt")) {
      assertEquals(-1, Files.mismatch(folder.resolve("one").resolve(name), folder.resolve("two").resolve(name)), name);
    }
  }

  @Test
  void aNameIsOfWhatIsAskedAndWhatIsRight() {
    TestVector one = all().iterator().next();
    List<TestVector.Step> steps = new ArrayList<>(one.steps());

    assertEquals(one.id(), new TestVector("another kind", one.cast(), steps).id());
    steps.remove(steps.size() - 1);
    assertNotEquals(one.id(), new TestVector(one.kind(), one.cast(), steps).id());
  }

  @Test
  void aScriptWithTooMuchOpenIsLeftOutAndCounted() {
    Crowds open = new Crowds("open", Cast.of(1, 1, 0), List.of(
        Script.of("main: 5000 is_set e1")));
    Vectors found = Vectors.of(Profile.asyncio(), Set.of("event"), Cast.of(1, 1, 0), List.of(open), MODELS);

    assertEquals(new Vectors.Count(0, 0, 1), found.counts().get("open"));
    assertEquals(1, found.open());
  }
}
