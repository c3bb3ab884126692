package dev.fanion.interleavings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Each scenario passes on the shipped classes, within small bounds, and finds each of its broken forms. */
class ScenarioListTest {
  private static final int FEW = 60;

  /** More than any broken form needs. */
  private static final int ENOUGH = 5_000;

  @TestFactory
  @Tag("CTX-1") //= CTX-1 type=test
  @Tag("FLG-2") //= FLG-2 type=test
  @Tag("FLG-4") //= FLG-4 type=test
  @Tag("FLG-5") //= FLG-5 type=test
  @Tag("LOP-4") //= LOP-4 type=test
  Stream<DynamicTest> theShippedClassesLoseNothing() {
    return ScenarioList.ALL.stream().map(scenario -> dynamicTest(scenario.name(), () -> holds(scenario.shipped())));
  }

  @TestFactory
  Stream<DynamicTest> theRightFormCutDownLosesNothing() {
    return ScenarioList.ALL.stream().map(scenario -> dynamicTest(scenario.name(), () -> holds(scenario.right())));
  }

  @TestFactory
  Stream<DynamicTest> brokenFormsAreFound() {
    return ScenarioList.ALL.stream().flatMap(scenario -> scenario.broken().stream()
        .map(broken -> dynamicTest(scenario.name() + ": " + broken.name(), () -> {
          Exploration found = Exploration.of(broken.run(), ENOUGH);
          assertTrue(broken.isCaughtBy(found), found::toString);
        })));
  }

  @Test
  void everyScenarioHasABrokenForm() {
    assertEquals(10, ScenarioList.ALL.size());
    for (Scenario scenario : ScenarioList.ALL) {
      assertFalse(scenario.broken().isEmpty(), scenario.name());
    }
  }

  private static void holds(Runnable scenario) {
    Exploration explored = Exploration.of(scenario, FEW);
    assertNull(explored.failure(), explored::failure);
    assertTrue(explored.interleavings() > 0);
  }
}
