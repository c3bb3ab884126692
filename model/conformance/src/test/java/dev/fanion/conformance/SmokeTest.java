package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Wire;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A smoke test accepts every side, and tells a runtime that is wrong in what each adapter does. */
class SmokeTest {
  private record Said(int status, String text) {}

  private static Said smoke(Bug bug, Sides sides) throws Wire.MalformedLine {
    StringWriter text = new StringWriter();
    try (PrintWriter out = new PrintWriter(text)) {
      int status = new SmokeRun(Profile.asyncio(), false, out)
          .against(new InJvmPlantedAdapter(bug, sides, PlantedLoop.Notice.TURN));
      return new Said(status, text.toString());
    }
  }

  @Test
  void aRightRuntimeIsFineInEveryOperationThatItDeclares() throws Wire.MalformedLine {
    Said said = smoke(Bug.NONE, Sides.ASYNCIO);

    assertEquals(0, said.status(), said.text());
    assertTrue(said.text().contains("not asked: storm [the adapter does not declare storm]"), said.text());
    assertTrue(said.text().contains("next: ./fanion conform --adapter CMD"), said.text());
  }

  /** All but one: what is left out takes many experiments. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "WOKEN_WAITER_PASSES")
  void aChoiceOfSideIsNoMistake(PlantedRuntime.Side side) throws Wire.MalformedLine {
    Said said = smoke(Bug.NONE, Sides.of(side));

    assertEquals(0, said.status(), said.text());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      FORGETS_STATE               | WRONG: is_set, in the conversation "an event"          | it breaks EVT-
      RETURNS_WITHOUT_LOOKING     | WRONG: wait, event, in the conversation "an event"     | it breaks EVT-7
      CANCEL_IGNORED              | WRONG: wait, event, in the conversation "an event's | it breaks CAN-1
      SLEEP_ENDS_AFTER_TWO_THIRDS | WRONG: sleep, in the conversation "time passes"        | "; too early: after
      RUNS_WAITERS_INSIDE_SET     | WRONG: set, event, in the conversation "an event"      | give the loop no turn to read it
      NEVER_ENDS_WHILE_BLOCKED    | HANG: exit of main, in the conversation "an event"     | send the line that ends the
      """)
  void whatIsWrongInATaskIsToldWithTheOperationAndTheCure(Bug bug, String what, String cure) throws Wire.MalformedLine {
    Said said = smoke(bug, Sides.ASYNCIO);

    assertEquals(1, said.status(), said.text());
    assertTrue(said.text().contains(what), said.text());
    assertTrue(said.text().contains(cure), said.text());
  }

  /** The conversations ask for every operation that there is, and for each kind of thing that it can name. */
  @Test
  void everyOperationIsAskedFor() {
    Set<Op> ops = EnumSet.noneOf(Op.class);
    Set<String> names = new TreeSet<>();
    for (SmokeScript script : SmokeScript.all()) {
      script.experiment().script().queues().values().forEach(requests -> requests.stream().map(Request::op).forEach(ops::add));
      names.addAll(script.operations().keySet());
    }

    assertEquals(EnumSet.allOf(Op.class), ops);
    for (String thing : List.of("event", "flag")) {
      assertTrue(names.containsAll(Set.of("wait, " + thing, "wait, " + thing + ", limit", "set, " + thing, "clear, " + thing,
          "interrupt, " + thing)), names.toString());
    }
  }
}
