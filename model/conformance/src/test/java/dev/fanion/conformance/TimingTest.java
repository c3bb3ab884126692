package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Op;
import org.junit.jupiter.api.Test;

class TimingTest {
  private long now = 7;
  private final Timing timing = new Timing(() -> now);

  @Test
  void aTimeHasNotComeBeforeItsClockSaysSoButForAMillisecond() {
    timing.begins("t1", Op.SLEEP, 20);
    now += 18_999_999;
    timing.look();
    assertFalse(timing.mayHaveEnded("t1"));
    assertTrue(timing.isPending("t1"));
    assertEquals("after 19.00 of 20 ms", timing.passed("t1"));
    now += 1;
    assertFalse(timing.mayHaveEnded("t1"), "the suite may think for long");
    timing.look();
    assertTrue(timing.mayHaveEnded("t1"));
  }

  @Test
  void aTimeHasComeForCertainSomeWhileLater() {
    timing.begins("f1", Op.SLEEP, 20);
    assertEquals(7 + 20_000_000 + Timing.GRACE, timing.certainEnd("f1"));
  }

  @Test
  void theRuleIsThatOfWhatWasAskedFor() {
    timing.begins("t1", Op.WAIT, 20);
    timing.begins("t2", Op.SLEEP, 20);
    timing.begins("f1", Op.ARM, 20);
    assertEquals("CAN-5", timing.rule("t1"));
    assertEquals("LOP-3", timing.rule("t2"));
    assertEquals("LOP-4", timing.rule("f1"));
  }

  @Test
  void whatNeverBeganOrIsOverIsNotPending() {
    timing.begins("t1", Op.SLEEP, 20);
    timing.over("t1");
    assertTrue(timing.isEmpty());
    assertFalse(timing.isPending("t1"));
    assertFalse(timing.isPending("t2"));
    assertEquals(Long.MAX_VALUE, timing.certainEnd("t2"));
  }
}
