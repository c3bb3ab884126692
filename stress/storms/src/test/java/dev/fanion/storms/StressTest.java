package dev.fanion.storms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.stress.Row;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each storm, signal and fault, with its broken variants, on a small scale. */
class StressTest {
  private static final int SETS = 100_000;
  private static final int ROUNDS = 30;
  private static final int WAITERS = 100_000;

  private final ByteArrayOutputStream progress = new ByteArrayOutputStream();

  static List<Check> storms() {
    return new StormChecks(SETS, 1).all();
  }

  static List<Check> faults() {
    return new FaultChecks(ROUNDS, WAITERS, 1).all();
  }

  private void passes(Check check) throws Exception {
    Row row = check.run(new PrintStream(progress, true, StandardCharsets.UTF_8));
    assertTrue(row.isClean() && row.isTelling() && row.variants() > 0,
        () -> row + "\n" + progress.toString(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @MethodSource("storms")
  @Tag("FLG-2") //= FLG-2 type=test
  @Tag("FLG-4") //= FLG-4 type=test
  @Tag("FLG-5") //= FLG-5 type=test
  @Tag("FLG-6") //= FLG-6 type=test
  @Tag("FLG-11") //= FLG-11 type=test
  @Tag("LOP-4") //= LOP-4 type=test
  void storm(Check check) throws Exception {
    passes(check);
  }

  @ParameterizedTest
  @MethodSource("faults")
  @Tag("CAN-1") //= CAN-1 type=test
  @Tag("FLG-2") //= FLG-2 type=test
  @Tag("FLG-10") //= FLG-10 type=test
  @Tag("LOP-5") //= LOP-5 type=test
  @Tag("LOP-7") //= LOP-7 type=test
  void fault(Check check) throws Exception {
    passes(check);
  }

  @Test
  @Tag("FLG-4") //= FLG-4 type=test
  @Tag("LOP-4") //= LOP-4 type=test
  void signal() throws Exception {
    Assumptions.assumeTrue(SignalChecks.reasonForNone().isEmpty(), SignalChecks::reasonForNone);
    try (SignalStorm storm = new SignalStorm(SignalledLoop.Form.SHIPPED, 1)) {
      assertEquals(Verdict.clean(200), storm.oneByOne(200));
    }
    try (SignalStorm storm = new SignalStorm(SignalledLoop.Form.LOOKS_THEN_SLEEPS, 1)) {
      assertTrue(storm.oneByOne(200).complaint().startsWith("a lost signal"));
    }
  }

  /** The mistakes differ from this right form in their mistake alone. So that is what they are caught for. */
  @Test
  void theCutDownLoopHasNoMistake() throws Exception {
    try (Watch watch = new Watch()) {
      Verdict verdict = new Storm(3, 4, SETS, 1, CutDownLoop::new).run(watch);
      assertEquals("", verdict.complaint());
    }
  }
}
