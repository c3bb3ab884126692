package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Wire;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite finds each planted mistake, for the right reason, in a short conversation. */
class PlantedTest {
  private static final int SHORT = 12;
  private static final ModelCache MODELS = new ModelCache();

  private static Results run(Bug bug, PlantedRuntime.Side side, PlantedLoop.Notice notice) throws Wire.MalformedLine {
    return run(bug, side, notice, 1);
  }

  private static Results run(Bug bug, PlantedRuntime.Side side, PlantedLoop.Notice notice, long seed)
      throws Wire.MalformedLine {
    Plan plan = new Plan(Profile.asyncio(), Plan.TASKS, Plan.STEPS, seed, false);
    try (Adapter adapter = new InJvmPlantedAdapter(bug, side, notice)) {
      return new Suite(adapter, plan, MODELS, Progress.none()).run();
    }
  }

  @AfterAll
  static void close() {
    MODELS.close();
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void aPlantedMistakeIsFoundAndNamed(Bug bug) throws Wire.MalformedLine {
    findsAndNames(bug, 1);
  }

  /** This mistake needs three waiters, so that only random conversations find it. */
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6, 7})
  void aMistakeThatTakesThreeWaitersIsFoundFromAnySeed(long seed) throws Wire.MalformedLine {
    findsAndNames(Bug.WAKES_TWO, seed);
  }

  private static void findsAndNames(Bug bug, long seed) throws Wire.MalformedLine {
    Results results = run(bug, PlantedRuntime.Side.ASYNCIO, PlantedLoop.Notice.TURN, seed);

    assertEquals(1, results.status(), bug.words());
    List<Finding> named = results.findings().stream()
        .filter(finding -> !Collections.disjoint(Rule.ids(finding.rules()), bug.rules())).toList();
    assertFalse(named.isEmpty(), () -> bug.words() + " breaks " + bug.rules() + ", but found was "
        + results.findings().stream().map(f -> Rule.ids(f.rules())).toList());
    assertTrue(named.stream().anyMatch(finding -> finding.exchanges().size() <= SHORT), () -> bug.words() + " takes "
        + named.stream().map(finding -> finding.exchanges().size()).toList() + " operations");
  }

  @ParameterizedTest
  @EnumSource(PlantedLoop.Notice.class)
  void theUnmutatedAdapterConformsWheneverItNoticesFlags(PlantedLoop.Notice notice) throws Wire.MalformedLine {
    Results results = run(Bug.NONE, PlantedRuntime.Side.ASYNCIO, notice);

    assertEquals(List.of(), results.findings());
    assertEquals(0, results.status(), () -> "" + results.cutShort());
    assertTrue(results.coverage().complete(), () -> results.coverage().toString());
  }

  @Test
  void anotherSideOfAVariationPointIsToldFromAMistake() throws Wire.MalformedLine {
    for (PlantedRuntime.Side side : PlantedRuntime.Side.values()) {
      Results results = run(Bug.NONE, side, PlantedLoop.Notice.TURN);
      boolean asyncio = side == PlantedRuntime.Side.ASYNCIO;
      assertEquals(asyncio ? 0 : 1, results.status(), side::toString);
      assertTrue(results.findings().stream().allMatch(f -> f.kind() == Finding.Kind.OTHER_SIDE), () -> side + ": "
          + results.findings());
    }
  }
}
