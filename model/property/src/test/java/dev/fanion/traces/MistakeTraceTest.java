package dev.fanion.traces;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.traces.TraceCheck.Refusal;
import org.junit.jupiter.api.Test;

/** The check refuses each form with a mistake, at the access that is wrong. */
class MistakeTraceTest {
  private static final int TRACES_AT_MOST = 100;

  @Test
  void eachMistakeIsRefusedAtItsAccess() {
    try (TraceCheck check = new TraceCheck()) {
      assertAll(Mistakes.ALL.stream().map(mistake -> () -> isRefused(check, mistake)));
    }
  }

  private static void isRefused(TraceCheck check, Mistake mistake) throws Exception {
    TracedClasses classes = new TracedClasses(EditedSources.compile(mistake), new FlagNames());
    Refusal refusal = null;
    for (int seed = 1; seed <= TRACES_AT_MOST && refusal == null; seed++) {
      refusal = check.refusal(Traces.ofFlags(classes, seed));
    }
    System.out.println(mistake + ": " + refusal);
    assertNotNull(refusal, mistake::toString);
    assertTrue(mistake.isRefusedAt(refusal.entry()), mistake + ": " + refusal);
  }
}
