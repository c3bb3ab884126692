package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Wire;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The suite finds nothing wrong with a runtime without a mistake, on whichever side it stands. */
class PlantedSidesTest {
  /** A runtime without a mistake gives each step the same chance to be judged wrongly; the rest is left to real runtimes. */
  private static final long STEPS = 4_000;

  private static final ModelCache MODELS = new ModelCache();

  private static Results run(PlantedRuntime.Side side, PlantedLoop.Notice notice) throws Wire.MalformedLine {
    Plan plan = new Plan(Profile.asyncio(), Plan.TASKS, STEPS, 1, false);
    try (Adapter adapter = new InJvmPlantedAdapter(Bug.NONE, side, notice)) {
      return new Suite(adapter, plan, MODELS, Progress.none()).run();
    }
  }

  @AfterAll
  static void close() {
    MODELS.close();
  }

  @ParameterizedTest
  @EnumSource(PlantedLoop.Notice.class)
  void theUnmutatedAdapterConformsWheneverItNoticesFlags(PlantedLoop.Notice notice) throws Wire.MalformedLine {
    Results results = run(PlantedRuntime.Side.ASYNCIO, notice);

    assertEquals(List.of(), results.findings());
    assertEquals(0, results.status(), () -> "" + results.cutShort());
    assertTrue(results.coverage().complete(), () -> results.coverage().toString());
  }

  @ParameterizedTest
  @EnumSource(names = "ASYNCIO", mode = EnumSource.Mode.EXCLUDE)
  void anotherSideOfAVariationPointIsToldFromAMistake(PlantedRuntime.Side side) throws Wire.MalformedLine {
    Results results = run(side, PlantedLoop.Notice.TURN);

    assertEquals(1, results.status());
    assertTrue(results.findings().stream().allMatch(f -> f.kind() == Finding.Kind.OTHER_SIDE), () -> "" + results.findings());
  }
}
