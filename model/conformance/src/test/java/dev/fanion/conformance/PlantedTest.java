package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
  private static final long FEW_STEPS = 4_000;

  /** For a mistake that takes 17 sets. */
  private static final int LONG = 24;

  /** It takes 33 sets. */
  private static final int LONGEST = 110;

  /** These take 17 sets, and five waiters. */
  private static final Set<Bug> LONG_ONES = EnumSet.of(Bug.LOST_17TH_SET, Bug.LOST_FIFTH);

  private static final ModelCache MODELS = new ModelCache();

  /** A short run, up to its first finding, or a whole one. */
  private static Results run(Bug bug, PlantedRuntime.Side side, long seed, boolean whole) throws Wire.MalformedLine {
    Plan plan = new Plan(Profile.asyncio(), Plan.TASKS, whole ? Plan.STEPS : FEW_STEPS, seed, !whole);
    return InJvmPlantedAdapter.judged(bug, side, PlantedLoop.Notice.TURN, plan, MODELS);
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
  @EnumSource(names = {"GROUP", "ANY_ORDER", "YIELDS_IDLE"})
  void aLostTaskIsFoundInWhateverOrderTheOthersRun(PlantedRuntime.Side side) throws Wire.MalformedLine {
    findsAndNames(Bug.LOST_THIRD, side, 1);
  }

  /** The first finding of a short run is enough if it names the mistake; else a whole run has to find it. */
  private static void findsAndNames(Bug bug, PlantedRuntime.Side side, long seed) throws Wire.MalformedLine {
    Results results = run(bug, side, seed, false);
    if (relevant(results, side).stream().noneMatch(finding -> isNamed(bug, finding))) {
      results = run(bug, side, seed, true);
    }

    assertEquals(1, results.status(), bug.words());
    List<Finding> findings = relevant(results, side);
    List<Set<String>> named = findings.stream().map(finding -> Rule.ids(finding.first())).toList();
    List<Integer> sizes = findings.stream().map(finding -> finding.exchanges().size()).toList();
    assertTrue(findings.stream().anyMatch(finding -> isNamed(bug, finding)), () -> bug.words() + " breaks " + bug.rules()
        + ", but named first was " + named + " after operations " + sizes);
  }

  private static List<Finding> relevant(Results results, PlantedRuntime.Side side) {
    return results.findings().stream()
        .filter(finding -> side == PlantedRuntime.Side.ASYNCIO || finding.kind() != Finding.Kind.OTHER_SIDE).toList();
  }

  private static boolean isNamed(Bug bug, Finding finding) {
    int most = bug == Bug.LOST_33RD_SET ? LONGEST : LONG_ONES.contains(bug) ? LONG : SHORT;
    return finding.first() != 0 && bug.rules().containsAll(Rule.ids(finding.first())) && finding.exchanges().size() <= most;
  }
}
