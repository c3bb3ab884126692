package org.example.tiny;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.junit.EventConformance;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** A mistake in the tiny loop fails the test of the rule that it breaks, and no other. */
class PlantedMistakeTest {
  /** An event that wakes the first of its waiters only. */
  private static final class WakesOne extends TinyEvent {
    WakesOne(TinyLoop loop) {
      super(loop);
    }

    @Override
    protected void wake() {
      if (!waiters.isEmpty()) {
        loop().call(waiters.remove());
      }
    }
  }

  /** Not run by itself, since its name is not that of a test. */
  static final class Planted extends EventConformance {
    @Override
    protected Adapter adapter() {
      return new TinyAdapter(WakesOne::new);
    }
  }

  @Test
  void theRuleThatTheMistakeBreaksFails() {
    SummaryGeneratingListener listener = new SummaryGeneratingListener();
    LauncherFactory.create().execute(
        LauncherDiscoveryRequestBuilder.request().selectors(selectClass(Planted.class)).build(), listener);

    List<TestExecutionSummary.Failure> failures = listener.getSummary().getFailures();
    assertEquals(1, failures.size(), failures::toString);
    assertTrue(failures.get(0).getTestIdentifier().getDisplayName().startsWith("EVT-2 "), failures::toString);
    assertTrue(listener.getSummary().getTestsSucceededCount() > 0);
  }
}
