package dev.fanion.schedules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.schedules.Scenario.Broken;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be said of the list without Fray. {@code ./fanion stress --only fray} runs it. */
class ScenarioListTest {
  @Test
  void everyScenarioHasARightAndABrokenForm() {
    assertEquals(11, ScenarioList.ALL.size());
    for (Scenario scenario : ScenarioList.ALL) {
      assertFalse(scenario.right().isEmpty() || scenario.broken().isEmpty(), scenario.name());
      List<String> mistakes = scenario.broken().stream().map(Broken::name).distinct().toList();
      assertEquals(scenario.broken().size(), mistakes.size(), mistakes::toString);
    }
  }

  @Test
  void aMistakeIsCaughtByItsSymptomOnly() {
    Broken broken = Broken.hangs("a mistake", () -> {});
    assertTrue(broken.isCaughtBy(new Exploration(3, 3, "org.pastalab.fray.runtime.DeadlockException")));
    assertFalse(broken.isCaughtBy(new Exploration(3, 3, "java.lang.NullPointerException")));
    assertFalse(broken.isCaughtBy(new Exploration(3_000, 3_000, null)));
  }

  /** Without Fray a right form is a program that ends. */
  @Test
  void rightFormsEndWithoutFrayToo() {
    for (Scenario scenario : ScenarioList.ALL) {
      scenario.right().forEach(Runnable::run);
      scenario.shipped().run();
    }
  }
}
