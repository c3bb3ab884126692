package dev.fanion.traces;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.traces.TraceCheck.Refusal;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.jspecify.annotations.Nullable;

/** The check refuses each form with a mistake, at the access that is wrong. */
class MistakeTraceTest {
  private static final int TRACES_AT_MOST = 100;
  private static @Nullable TraceCheck check;

  @BeforeAll
  static void load() {
    check = new TraceCheck();
  }

  @AfterAll
  static void close() {
    check.close();
  }

  @TestFactory
  Stream<DynamicTest> eachMistakeIsRefusedAtItsAccess() {
    return Mistakes.ALL.stream().map(mistake -> DynamicTest.dynamicTest(mistake.toString(), () -> {
      TracedClasses classes = new TracedClasses(EditedSources.compile(mistake));
      Refusal refusal = null;
      for (int seed = 1; seed <= TRACES_AT_MOST && refusal == null; seed++) {
        refusal = check.refusal(Traces.of(classes, seed));
      }
      System.out.println(mistake + ": " + refusal);
      assertNotNull(refusal);
      assertTrue(mistake.isRefusedAt(refusal.entry()), refusal::toString);
    }));
  }
}
