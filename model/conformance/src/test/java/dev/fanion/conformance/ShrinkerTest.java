package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.AdapterFailure;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShrinkerTest {
  private static final int LONG = 40;
  private static final int SHORT = 12;
  private static final int MOST_SCENARIOS = 3_000;
  private static final ModelCache MODELS = new ModelCache();

  @AfterAll
  static void close() {
    MODELS.close();
  }

  private static SpecModel model(Adapter adapter) {
    TreeSet<String> untimed = new TreeSet<>(adapter.hello().operations());
    untimed.removeAll(SpecModel.TIMED);
    return MODELS.get(Profile.asyncio(), untimed, Cast.of(4, 2, 2));
  }

  private static Finding longFinding(TestedAdapter tested, SpecModel model) throws AdapterFailure {
    RandomChooser chooser = new RandomChooser(model, new SplittableRandom(1), (tracker, request) -> true);
    for (int i = 0; i < MOST_SCENARIOS; i++) {
      Finding finding = tested.run(model, chooser.begin(120), rules -> { });
      if (finding != null && finding.exchanges().size() >= LONG) {
        return finding;
      }
    }
    throw new AssertionError("no long conversation went wrong");
  }

  @ParameterizedTest
  @EnumSource(value = Bug.class, names = {"WAKES_TWO", "CANCEL_TAKES_NEIGHBOUR", "CLEAR_FORGETS_WAITERS", "FLAG_COUNTS"})
  void aLongConversationThatGoesWrongBecomesAShortOne(Bug bug) throws Exception {
    try (Adapter adapter = new InJvmPlantedAdapter(bug, Sides.ASYNCIO, PlantedLoop.Notice.TURN)) {
      TestedAdapter tested = new TestedAdapter(adapter);
      SpecModel model = model(adapter);
      Finding found = longFinding(tested, model);
      Finding shrunk = new Shrinker(tested, model, found).shrink();

      assertTrue(shrunk.exchanges().size() <= SHORT, () -> bug + " takes " + shrunk.exchanges());
      assertEquals(found.kind(), shrunk.kind());
      assertTrue((found.rules() & shrunk.rules()) != 0);
      Finding again = tested.run(model, new ReplayPerTask(shrunk.exchanges()), rules -> { });
      assertNotNull(again);
      assertEquals(shrunk.exchanges(), again.exchanges());
    }
  }
}
