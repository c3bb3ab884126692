package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Hello;
import dev.fanion.conformance.protocol.Wire;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the experiments alone print. */
class FingerprintTest {
  @TempDir
  Path folder;

  private final StringWriter said = new StringWriter();

  private int fingerprint(Bug bug, Sides sides) throws IOException, Wire.MalformedLine {
    Plan plan = new Plan(Profile.asyncio(), Plan.TASKS, Plan.STEPS, 1, false);
    return new SuiteRun(plan, folder, new PrintWriter(said)).fingerprint(
        new InJvmPlantedAdapter(bug, sides, PlantedLoop.Notice.TURN));
  }

  @Test
  void aSideThatWasNotAskedForIsShownByAConversation() throws IOException, Wire.MalformedLine {
    assertEquals(0, fingerprint(Bug.NONE, Sides.of(PlantedRuntime.Side.GROUP)));

    assertTrue(said.toString().matches("(?s).*\nWakeOrder=group, since fifo does not allow:\n +main started\n.*"
        + "-> t\\d woken\n +the spec allows: t\\d woken\n.*"), said::toString);
  }

  @Test
  void whatNoSideExplainsIsShownByAConversation() throws IOException, Wire.MalformedLine {
    assertEquals(2, fingerprint(Bug.WAKES_ONE, Sides.ASYNCIO));

    assertTrue(said.toString().matches("(?s).*\nWakeOrder is unknown, since no side allows:\n +main started\n.*"
        + "\n +the spec allows: .*"), said::toString);
  }

  /** Each of these was taken for another side once, and its conversations then for mistakes. */
  @ParameterizedTest
  @CsvSource({
      "GROUP_BY_NAME, none, WakeOrder=group",
      "FLAG_WAITER_FIRST, none, WakeOrder=any",
      "FLAG_WAITER_FIRST, event, WakeOrder=any",
      "WRAPPED, event, LimitedWait=wrapped",
      "CANCEL_AFTER_SET_WOKEN, event, CancelAfterSet=woken",
      "WRAPPED+NEWEST_FIRST, none, LimitedWait=wrapped",
      "WAIT_ON_SET_YIELDS+NEWEST_FIRST, none, WaitOnSet=yields",
      "FLAG_WAIT_YIELDS+NEWEST_FIRST, event, WaitOnSetFlag=yields"})
  void aSideIsFoundAlsoWhereLittleShowsIt(String sides, String without, String found) throws IOException, Wire.MalformedLine {
    Adapter adapter = new InJvmPlantedAdapter(Bug.NONE, Sides.parse(sides), PlantedLoop.Notice.TURN) {
      @Override
      public Hello hello() {
        Hello all = super.hello();
        Set<String> features = new TreeSet<>(all.features());
        features.remove(without);
        return new Hello(all.name(), all.version(), features);
      }
    };

    assertEquals(0, new SuiteRun(Plan.of(Profile.asyncio()), folder, new PrintWriter(said)).fingerprint(adapter), said::toString);
    assertTrue(said.toString().contains(found), said::toString);
  }

  /** A reply of each run comes a second late: a machine can be slow, so that it says nothing of a side. */
  @ParameterizedTest
  @ValueSource(strings = {"ASYNCIO", "GROUP", "WRAPPED"})
  void aLateReplyLeavesNoSideUnknown(String sides) throws IOException, Wire.MalformedLine {
    Adapter late = new InJvmPlantedAdapter(Bug.NONE, Sides.parse(sides), PlantedLoop.Notice.TURN) {
      private int replies;

      @Override
      public void run(Cast cast, Driver driver) throws AdapterFailure {
        replies = 0;
        super.run(cast, reply -> {
          replies++;
          return driver.next(reply);
        });
      }

      @Override
      public long nanoTime() {
        return super.nanoTime() + (replies > 4 ? 1_000_000_000L : 0);
      }
    };
    SuiteRun run = new SuiteRun(Plan.of(Profile.asyncio()), folder, new PrintWriter(said));

    assertEquals(0, run.fingerprint(late), said::toString);
    assertEquals(sides.equals("GROUP"), said.toString().contains("WakeOrder=group"), said::toString);
    assertEquals(sides.equals("WRAPPED"), said.toString().contains("LimitedWait=wrapped"), said::toString);
  }
}
