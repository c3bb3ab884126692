package dev.fanion;

import static dev.fanion.World.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Form.class)
class TimeLimitTest {
  private final World w;
  private final Event e;
  private final ThreadSafeFlag f;

  TimeLimitTest(Form form) {
    w = new World(form);
    e = w.event("e");
    f = w.flag("f");
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void endsTheWaitWhenItPassesAndNotBefore() {
    w.run(w.ending("main", w.await(e, ms(7))), w.act(() -> assertEquals(ms(7), w.time.now())));
    assertEquals(List.of("main timed out"), w.log);
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void aLimitOfZeroTimesOutAtTheNextRound() {
    w.run(w.spawn("other", w.say("other")), w.ending("main", w.await(e, Duration.ZERO)));
    assertEquals(List.of("other", "main timed out"), w.log);
    assertEquals(ms(0), w.time.now());
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void leavesNoTraceInTheQueue() {
    assertEquals(List.of("first timed out", "b woken", "second woken"), w.run(
        w.spawn("a", w.ending("first", w.await(e, ms(1))), w.ending("second", w.await(e))),
        w.spawn("b", w.ending("b", w.await(e))), w.sleep(ms(2)), w.set(e), w.pause()));
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void aWakeInTimeLeavesNoTraceInTheTimers() {
    w.run(w.spawn("a", w.ending("first", w.await(e, ms(5))), w.ending("second", w.await(e))), w.pause(),
        w.set(e), w.clear(e), w.pause(), w.act(() -> assertTrue(w.loop.timers.isEmpty())), w.sleep(ms(9)),
        w.say("main"), w.set(e), w.pause());
    assertEquals(List.of("first woken", "main", "second woken"), w.log);
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void aCancellationLeavesNoTraceInTheTimers() {
    w.run(w.spawn("a", w.ending("a", w.await(e, ms(5)))), w.pause(), w.cancel("a"), w.pause(),
        w.act(() -> assertTrue(w.loop.timers.isEmpty())));
    assertEquals(List.of("a cancelled"), w.log);
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void aTimedOutFlagKeepsASignalThatCameBeforeTheTaskRan() {
    // The loop is busy across the deadline. In its next round it fires the timers; then main sets the flag before a runs.
    w.run(w.spawn("a", w.ending("a", w.await(f, ms(5)))), w.pause(),
        w.act(() -> w.time.pass(ms(9))), w.pause(), w.set(f), w.pause(), w.pause(),
        w.ending("main", w.await(f, Duration.ZERO)));
    assertEquals(List.of("a timed out", "main woken"), w.log);
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void aFlagThatWakesAfterTheLimitEitherConsumesOrTimesOut() {
    w.run(w.spawn("a", w.ending("a", w.await(f, ms(5)))), w.pause(), w.act(() -> w.time.pass(ms(9))), w.set(f),
        w.pause(), w.pause(), w.ending("main", w.await(f, Duration.ZERO)));
    boolean woken = w.log.get(0).equals("a woken");
    assertEquals(woken ? List.of("a woken", "main timed out") : List.of("a timed out", "main woken"), w.log);
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void aCancellationBeatsALimitThatPassedBeforeTheTaskRan() {
    w.run(w.spawn("x", w.sleep(ms(5)), w.cancel("a")), w.pause(),
        w.spawn("a", w.ending("a", w.await(e, ms(5)))), w.sleep(ms(6)));
    assertEquals(List.of("a cancelled"), w.log);
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void aCancellationBeatsBothTheLimitAndTheWake() {
    w.run(w.spawn("x", w.sleep(ms(5)), w.set(e), w.cancel("a")), w.pause(),
        w.spawn("a", w.ending("a", w.await(e, ms(5)))), w.sleep(ms(6)));
    assertEquals(List.of("a cancelled"), w.log);
  }

  @Test
  @Tag("CAN-6") //= CAN-6 type=test
  void aWaitOnWhatIsSetNeverTimesOut() {
    w.run(w.set(e), w.set(f), w.ending("event", w.await(e, Duration.ZERO)), w.ending("flag", w.await(f, Duration.ZERO)));
    assertEquals(List.of("event woken", "flag woken"), w.log);
  }

  @Test
  @Tag("CAN-4") //= CAN-4 type=test
  void aLimitSwallowsNoCancellation() {
    w.run(w.spawn("a", w.await(e, ms(5)), w.say("went on")), w.pause(), w.set(e), w.cancel("a"), w.pause());
    assertEquals(List.of(), w.log);
    assertTrue(w.task("a").toString().contains("CancelledException"), w.task("a").toString());
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void theLongestLimitDoesNotOverflow() {
    w.run(w.act(() -> w.time.pass(Duration.ofNanos(Long.MAX_VALUE >> 1))),
        w.spawn("a", w.ending("a", w.await(e, Duration.ofSeconds(Long.MAX_VALUE)))), w.sleep(ms(1)), w.set(e), w.pause());
    assertEquals(List.of("a woken"), w.log);
  }

  @Test
  @Tag("CAN-5") //= CAN-5 type=test
  void aNegativeLimitIsRefused() {
    w.run(w.act(() -> {
      var refusal = assertThrows(IllegalArgumentException.class, () -> e.await(ms(-1)));
      assertEquals("limit is negative: PT-0.001S. Use Duration.ZERO or more.", refusal.getMessage());
      assertThrows(IllegalArgumentException.class, () -> f.await(ms(-1), Next::end));
      assertThrows(IllegalArgumentException.class, () -> w.loop.sleep(ms(-1)));
    }));
  }
}
