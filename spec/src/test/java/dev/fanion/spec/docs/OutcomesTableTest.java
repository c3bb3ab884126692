package dev.fanion.spec.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The table of a race has each outcome that was printed, once, with its shortest run, and no other outcome. */
class OutcomesTableTest {
  private static final List<String> RUN = List.of(
      "TLC2 Version 2.18",
      "\"outcome; true, false; wait() blocks; set(); the waiter returns\"",
      "\"outcome; false, true; clear(); set()\"",
      "\"outcome; true, false; set(); wait() returns\"");

  @Test
  void hasEachOutcomeOnceWithItsShortestRun() {
    assertEquals("""
        | outcome | for example |
        | --- | --- |
        | `false, true` | clear(); set() |
        | `true, false` | set(); wait() returns |
        """, OutcomesTable.markdown(RUN));
  }

  @Test
  void isTheSameInWhicheverOrderTheLinesCome() {
    List<String> backwards = new ArrayList<>(RUN);
    Collections.reverse(backwards);
    assertEquals(OutcomesTable.markdown(RUN), OutcomesTable.markdown(backwards));
  }

  @Test
  void isAnotherWithAnOutcomeMore() {
    List<String> more = new ArrayList<>(RUN);
    more.add("\"outcome; false, false; set(); clear()\"");
    assertNotEquals(OutcomesTable.markdown(RUN), OutcomesTable.markdown(more));
  }

  @Test
  void refusesARunThatPrintedNothing() {
    String message = assertThrows(IllegalArgumentException.class, () -> OutcomesTable.markdown(RUN.subList(0, 1))).getMessage();
    assertTrue(message.startsWith("No outcome in what was printed."), message);
  }
}
