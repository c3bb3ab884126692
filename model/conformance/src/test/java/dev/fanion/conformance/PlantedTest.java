package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Wire;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite finds each planted mistake, for the right reason, in a short conversation. */
class PlantedTest {
  /** Whether all mistakes and all sides are wanted: it takes minutes more. */
  static final boolean ALL = "all".equals(System.getProperty("planted"));

  private static final ModelCache MODELS = new ModelCache();

  @AfterAll
  static void close() {
    MODELS.close();
  }

  /** Every third one, as a whole test is to take minutes; all of them with {@code -Dplanted=all}. */
  static List<Bug> found() {
    return Arrays.stream(Bug.values()).filter(bug -> bug != Bug.NONE && (ALL || bug.ordinal() % 3 == 1)).toList();
  }

  @ParameterizedTest
  @MethodSource("found")
  void aPlantedMistakeIsFoundAndNamed(Bug bug) throws Wire.MalformedLine {
    findsAndNames(bug, Sides.ASYNCIO, 1, MODELS);
  }

  static void findsAndNames(Bug bug, Sides sides, long seed, ModelCache models) throws Wire.MalformedLine {
    PlantedMatrix.Found found = PlantedMatrix.find(bug, sides, seed, models);

    assertEquals(1, found.results().status(), bug.words());
    assertTrue(found.named(), () -> bug.words() + " breaks " + bug.rules() + ", but what was found is "
        + found.results().findings().stream().map(finding -> finding.ruleNames() + " in " + finding.exchanges().size()).toList());
  }
}
