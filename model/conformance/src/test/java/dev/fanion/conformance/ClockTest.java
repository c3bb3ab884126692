package dev.fanion.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Driver;
import dev.fanion.conformance.protocol.Wire;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is judged of a runtime whose clock is its own: time to the microsecond. */
class ClockTest {
  private static final Plan PLAN = new Plan(Profile.asyncio(), 1, 1_000, 1, false);
  private static final ModelCache MODELS = new ModelCache();

  @AfterAll
  static void close() {
    MODELS.close();
  }

  /** A loop that would sleep sleeps for this much longer than it should. */
  private static PlantedTime oversleeping(long nanos) {
    PlantedTime exact = PlantedTime.virtual();
    return new PlantedTime() {
      @Override
      public long nanoTime() {
        return exact.nanoTime();
      }

      @Override
      public void pass(long asked) {
        exact.pass(asked + nanos);
      }
    };
  }

  private static Results run(Sides sides, PlantedTime time, boolean clock) throws Wire.MalformedLine {
    Adapter adapter = new InJvmPlantedAdapter(Bug.NONE, sides, PlantedLoop.Notice.TURN, time, clock);
    return new Suite(adapter, PLAN, MODELS, Progress.none()).run();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ASYNCIO", "WRAPPED", "TIMERS_IDLE", "GROUP"})
  void aRuntimeOnItsOwnClockConforms(String sides) throws Wire.MalformedLine {
    Results results = run(Sides.parse(sides), PlantedTime.virtual(), true);

    assertTrue(results.findings().stream().allMatch(f -> f.kind() == Finding.Kind.OTHER_SIDE), () -> "" + results.findings());
    assertEquals(List.of(), results.errors());
  }

  @Test
  void aLoopThatOversleepsIsFoundByItsOwnClockAlone() throws Wire.MalformedLine {
    assertEquals(List.of(), run(Sides.ASYNCIO, oversleeping(50_000_000), false).findings());
    List<Finding> found = run(Sides.ASYNCIO, oversleeping(50_000_000), true).findings();

    assertTrue(found.stream().anyMatch(finding -> finding.said().contains("too late")), found::toString);
  }

  /** The last reply of each run comes a second late. */
  @Test
  void whatEndsARunIsToldAtOnce() throws Wire.MalformedLine {
    Adapter late = new InJvmPlantedAdapter(Bug.NONE, Sides.ASYNCIO, PlantedLoop.Notice.TURN, PlantedTime.virtual(), true) {
      private boolean over;

      @Override
      public void run(Cast cast, Driver driver) throws AdapterFailure {
        over = false;
        super.run(cast, reply -> {
          over = reply.over();
          return driver.next(reply);
        });
      }

      @Override
      public long nanoTime() {
        return super.nanoTime() + (over ? 1_000_000_000L : 0);
      }
    };
    List<Finding> found = new Suite(late, PLAN, MODELS, Progress.none()).run().findings();

    assertTrue(found.stream().anyMatch(finding -> finding.first() == Rule.bits(Set.of("LOP-5"))), found::toString);
    assertTrue(found.stream().anyMatch(finding -> finding.first() == Rule.bits(Set.of("LOP-6"))), found::toString);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"ended":true}               | each reply has a number "now"
      {"ended":true,"now":"soon"}  | each reply has a number "now"
      {"ended":true,"now":4.5}     | goes backwards in a scenario, to "now":4.5
      """)
  void aReplyWithoutTheTimeIsAMistakeOfTheAdapter(String line, String message) {
    String said = assertThrows(Wire.MalformedLine.class, () -> Wire.now(Wire.parse(line), 5_000_000)).getMessage();

    assertTrue(said.contains(message), said);
  }

  @Test
  void timeIsToldInMilliseconds() throws Wire.MalformedLine {
    assertEquals(5_250_000, Wire.now(Wire.parse("{\"ended\":true,\"now\":5.25}"), 5_250_000));
  }
}
