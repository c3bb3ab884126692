package dev.fanion.interleavings;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Setters against a loop that looks, consumes and goes to sleep: no interleaving loses a wake-up or a payload. */
class SetAgainstSleepTest {
  private static void explore(Class<?> system) {
    new ModelCheckingOptions().iterations(3).invocationsPerIteration(500).threads(2).actorsPerThread(2)
        .actorsBefore(1).actorsAfter(0).minimizeFailedScenario(false).check(system);
  }

  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  @Tag("FLG-4") //= FLG-4 type=test
  @Tag("FLG-5") //= FLG-5 type=test
  void noSignalIsLost() {
    explore(ShippedFlag.class);
  }

  @Test
  void brokenFormsAreFound() {
    isFound(BrokenFlags.LooksThenSleeps.class, "the loop sleeps and nobody woke it");
    isFound(BrokenFlags.ReadsThenWrites.class, "a payload came without a signal");
  }

  private static void isFound(Class<?> broken, String symptom) {
    var found = assertThrows(LincheckAssertionError.class, () -> explore(broken));
    assertTrue(found.getMessage().contains(symptom), found.getMessage());
  }
}
