package dev.fanion.spec.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables follow from what was tried and what failed. If that does not decide everything, there is no table. */
class OrdersTableTest {
  private static final List<String> WAYS = List.of(
      line("way; d; set: store relaxed; look: read relaxed"),
      line("way; d; set: store release; look: read acquire"),
      line("way; d; set: exchange release; look: read acquire"));
  private static final List<String> RUN = List.of(
      line("tried; d; set: store release; look: read acquire"),
      line("tried; d; set: exchange release; look: read relaxed"),
      line("tried; d; set: store relaxed; look: read acquire"),
      line("bad; d; set: exchange release; look: read relaxed; payload missed"),
      line("bad; d; set: store relaxed; look: read acquire; lost wake-up"));

  private static String line(String text) {
    return "\"orders; " + text + "\"";
  }

  private static List<String> lines(List<String> more) {
    List<String> lines = new ArrayList<>(List.of("TLC2 Version 2.18", "\"something else\""));
    lines.addAll(WAYS);
    lines.addAll(more);
    return lines;
  }

  private static String error(List<String> printed) {
    return assertThrows(IllegalArgumentException.class, () -> OrdersTable.markdown(printed)).getMessage();
  }

  @Test
  void showsTheWeakestAndWhatGoesWrongOneStepWeaker() {
    assertEquals("""
        **Design "d": the weakest that lose nothing**

        | site | 1 |
        | --- | --- |
        | set | store release |
        | look | read acquire |

        | one step weaker | in | what goes wrong |
        | --- | --- | --- |
        | set: store release → store relaxed | 1 | lost wake-up |
        | look: read acquire → read relaxed | 1 | payload missed |
        """, OrdersTable.markdown(lines(RUN)));
  }

  @Test
  void anotherOrderOfTheLinesGivesTheSameTables() {
    List<String> backwards = new ArrayList<>(WAYS);
    for (String line : RUN) {
      backwards.add(WAYS.size(), line);
    }
    assertEquals(OrdersTable.markdown(lines(RUN)), OrdersTable.markdown(backwards));
  }

  @Test
  void refusesARunThatPrintedNothing() {
    assertTrue(error(List.of()).startsWith("No orders in what was printed."));
    assertTrue(error(List.of("Model checking completed.")).startsWith("No orders in what was printed."));
  }

  @Test
  void refusesARunThatLeavesAssignmentsUndecided() {
    assertTrue(error(lines(RUN.subList(0, 1))).startsWith("Design d: undecided: {set=exchange release, look=read relaxed}"));
  }

  @Test
  void refusesARunInWhichAStrongerOneFails() {
    assertTrue(error(lines(List.of(
        line("tried; d; set: store relaxed; look: read relaxed"),
        line("bad; d; set: store release; look: read acquire; lost wake-up"))))
        .startsWith("Design d: good and bad: "));
  }

  @Test
  void refusesARunInWhichEverythingFails() {
    assertEquals("Design d: every assignment that was tried fails.", error(WAYS));
  }

  @Test
  void refusesAnotherWordAndAShortLine() {
    assertEquals("Not a word of OrdersSearch: seen", error(List.of(line("seen; d; set: store release"))));
    assertEquals("Not a line of OrdersSearch: " + line("bad; d"), error(List.of(line("bad; d"))));
  }
}
