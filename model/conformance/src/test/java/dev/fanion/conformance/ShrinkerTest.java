package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
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
    RandomChooser chooser = new RandomChooser(model, false, new SplittableRandom(1), (tracker, request) -> true);
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
      Finding again = tested.repeat(model, shrunk);
      assertNotNull(again);
      assertEquals(shrunk.exchanges(), again.exchanges());
    }
  }

  /** Without the time that the limit takes, the interrupt would come later, and would not be lost. */
  @Test
  void aWaitWhoseLimitOnlyLetsTimePassBecomesASleep() throws Exception {
    try (Adapter adapter = new InJvmPlantedAdapter(Bug.ARM_IS_LOST_WHEN_BUSY, Sides.ASYNCIO, PlantedLoop.Notice.TURN)) {
      TestedAdapter tested = new TestedAdapter(adapter);
      SpecModel model = MODELS.get(Profile.asyncio(), adapter.hello().operations(), Cast.of(1, 1, 1));
      Request wait = Request.of(Op.WAIT, Request.Kind.FLAG, "f1");
      List<Request> requests = List.of(Request.of(Op.ARM, Request.Kind.FLAG, "f1").lasting(8), wait.lasting(5),
          Request.of(Op.HOG).lasting(5), wait);
      Finding found = tested.run(model, new ReplayInOrder(requests.stream()
          .map(request -> new Exchange(Cast.MAIN, request, null)).toList()), rules -> { });

      assertNotNull(found);
      assertEquals(Set.of("CAN-5"), Rule.ids(found.first()));
      Finding shrunk = new Shrinker(tested, model, found).shrink();
      assertEquals(requests.size(), shrunk.exchanges().size());
      assertEquals(Request.of(Op.SLEEP).lasting(5), shrunk.exchanges().get(1).request());
      assertEquals(Set.of("FLG-4"), Rule.ids(shrunk.first()));
    }
  }
}
