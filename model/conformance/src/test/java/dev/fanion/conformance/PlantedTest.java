package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Wire;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite finds each planted mistake, for the right reason, in a short conversation. */
class PlantedTest {
  private static final int SHORT = 12;

  /** For a mistake that takes 17 sets. */
  private static final int LONG = 24;

  /** It takes 33 sets. */
  private static final int LONGEST = 110;

  /** These take 17 sets, and five waiters. */
  private static final Set<Bug> LONG_ONES = EnumSet.of(Bug.LOST_17TH_SET, Bug.LOST_FIFTH);

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

  static List<Bug> found() {
    return Arrays.stream(Bug.values()).filter(bug -> bug != Bug.NONE).toList();
  }

  @ParameterizedTest
  @MethodSource("found")
  void aPlantedMistakeIsFoundAndNamed(Bug bug) throws Wire.MalformedLine {
    findsAndNames(bug, PlantedRuntime.Side.ASYNCIO, 1);
  }

  /** These mistakes need three waiters, so that only random conversations find them. */
  @ParameterizedTest
  @ValueSource(longs = {2, 3, 4, 5, 6, 7})
  void aMistakeThatTakesThreeWaitersIsFoundFromAnySeed(long seed) throws Wire.MalformedLine {
    findsAndNames(Bug.WAKES_TWO, PlantedRuntime.Side.ASYNCIO, seed);
    findsAndNames(Bug.LOST_THIRD, PlantedRuntime.Side.ASYNCIO, seed);
  }

  @ParameterizedTest
  @EnumSource(names = {"GROUP", "ANY_ORDER"})
  void aLostTaskIsFoundInWhateverOrderTheOthersRun(PlantedRuntime.Side side) throws Wire.MalformedLine {
    findsAndNames(Bug.LOST_THIRD, side, 1);
  }

  private static void findsAndNames(Bug bug, PlantedRuntime.Side side, long seed) throws Wire.MalformedLine {
    Results results = run(bug, side, PlantedLoop.Notice.TURN, seed);

    assertEquals(1, results.status(), bug.words());
    List<Finding> findings = results.findings().stream()
        .filter(finding -> side == PlantedRuntime.Side.ASYNCIO || finding.kind() != Finding.Kind.OTHER_SIDE).toList();
    assertFalse(findings.isEmpty(), bug.words());
    assertTrue(findings.stream().anyMatch(finding -> isNamedFirst(bug, finding)), () -> bug.words() + " breaks " + bug.rules()
        + ", but named first was " + findings.stream().map(finding -> Rule.ids(finding.first())).toList());
    int most = bug == Bug.LOST_33RD_SET ? LONGEST : LONG_ONES.contains(bug) ? LONG : SHORT;
    assertTrue(findings.stream().anyMatch(finding -> finding.exchanges().size() <= most), () -> bug.words() + " takes "
        + findings.stream().map(finding -> finding.exchanges().size()).toList() + " operations");
  }

  private static boolean isNamedFirst(Bug bug, Finding finding) {
    return finding.first() != 0 && bug.rules().containsAll(Rule.ids(finding.first()));
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
