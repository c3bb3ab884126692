package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Form.class)
class FlagTest {
  private final World w;
  private final ThreadSafeFlag f;

  FlagTest(Form form) {
    w = new World(form);
    f = w.flag("f");
  }

  @Test
  @Tag("FLG-1") //= FLG-1 type=test
  @Tag("FLG-4") //= FLG-4 type=test
  void isClearWhenNewAndBlocksUntilSet() {
    assertEquals(List.of("before", "a woken"), w.run(
        w.waiter("a", f), w.pause(), w.pause(), w.say("before"), w.set(f), w.pause(), w.pause()));
  }

  @Test
  @Tag("FLG-2") //= FLG-2 type=test
  @Tag("LOP-4") //= LOP-4 type=test
  void anInterruptWakesASleepingLoop() {
    w.time.interruptAt(World.ms(3), f::set);
    assertEquals(List.of("main woken"), w.run(w.ending("main", w.await(f))));
    assertEquals(World.ms(3), w.time.now());
    assertEquals(1, w.time.unparks);
  }

  @Test
  @Tag("FLG-2") //= FLG-2 type=test
  void afterTheEndOfTheLoopSetDoesNothing() {
    w.run(w.waiter("a", f), w.pause());
    f.set();
    assertEquals(0, w.time.unparks);
    assertEquals(List.of("a cancelled"), w.log);
  }

  @Test
  @Tag("FLG-3") //= FLG-3 type=test
  void waitOnASetFlagReturnsAtOnceAndConsumes() {
    assertEquals(List.of("main woken", "other", "again timed out"), w.run(
        w.spawn("other", w.say("other")), w.set(f), w.ending("main", w.await(f)),
        w.ending("again", w.await(f, World.ms(1)))));
  }

  @Test
  @Tag("FLG-4") //= FLG-4 type=test
  void everySetterThatFindsTheLoopAsleepWakesIt() {
    // The first setter's unpark may never be carried out: it is stopped there. So the second must not rely on it.
    w.time.interruptAt(World.ms(1), () -> {
      f.set();
      f.set();
    });
    w.run(w.await(f));
    assertEquals(2, w.time.unparks);
  }

  @Test
  @Tag("FLG-4") //= FLG-4 type=test
  void noSetterWakesABusyLoop() {
    w.run(w.waiter("a", f), w.pause(), w.set(f), w.pause(), w.pause());
    assertEquals(0, w.time.unparks);
  }

  @Test
  @Tag("FLG-5") //= FLG-5 type=test
  @Tag("FLG-6") //= FLG-6 type=test
  void setsBeforeTheReturnAreOneSignal() {
    // Two before the loop notices, and one between that and the turn of the woken task.
    assertEquals(List.of("first woken", "second timed out"), w.run(
        w.spawn("a", w.ending("first", w.await(f)), w.ending("second", w.await(f, World.ms(1)))), w.pause(),
        w.spawn("x", w.set(f)), w.set(f), w.set(f), w.pause(), w.sleep(World.ms(2))));
  }

  @Test
  @Tag("FLG-5") //= FLG-5 type=test
  void aSetAfterTheReturnIsKept() {
    assertEquals(List.of("first woken", "second woken"), w.run(
        w.spawn("a", w.ending("first", w.await(f)), w.set(f), w.ending("second", w.await(f))), w.pause(),
        w.set(f), w.pause(), w.pause()));
  }

  @Test
  @Tag("FLG-7") //= FLG-7 type=test
  void aSetWithNobodyWaitingIsKept() {
    assertEquals(List.of("main woken"), w.run(w.set(f), w.pause(), w.pause(), w.ending("main", w.await(f))));
  }

  @Test
  @Tag("FLG-7") //= FLG-7 type=test
  void aSetBeforeTheLoopStartsIsKept() {
    f.set();
    assertEquals(List.of("main woken"), w.run(w.ending("main", w.await(f))));
  }

  @Test
  @Tag("FLG-8") //= FLG-8 type=test
  void clearTakesBackASignalThatWasNotNoticedAndKeepsTheWaiter() {
    assertEquals(List.of("before", "a woken"), w.run(
        w.waiter("a", f), w.pause(), w.set(f), w.clear(f), w.pause(), w.pause(), w.say("before"),
        w.set(f), w.pause(), w.pause()));
  }

  @Test
  @Tag("FLG-8") //= FLG-8 type=test
  void clearTakesBackASignalThatNobodyWaitedFor() {
    assertEquals(List.of("main timed out"), w.run(
        w.set(f), w.pause(), w.clear(f), w.ending("main", w.await(f, World.ms(1)))));
  }

  @Test
  @Tag("FLG-8") //= FLG-8 type=test
  void clearTakesBackNoWakeAndTheReturnLeavesNothingBehind() {
    assertEquals(List.of("cleared", "a woken", "main timed out"), w.run(
        w.waiter("a", f), w.pause(), w.spawn("x", w.clear(f), w.say("cleared")), w.set(f), w.pause(), w.pause(),
        w.ending("main", w.await(f, World.ms(1)))));
  }

  @Test
  @Tag("FLG-10") //= FLG-10 type=test
  void nothingStaysRegistered() {
    Deed empty = w.act(() -> assertTrue(w.loop.hints.isEmpty() && f.waiters().isEmpty()));
    w.run(w.waiter("a", f), w.pause(), w.set(f), w.pause(), w.pause(), empty,
        w.waiter("b", f), w.pause(), w.cancel("b"), w.pause(), empty,
        w.ending("main", w.await(f, World.ms(1))), empty, w.set(f), w.await(f), empty);
    assertEquals(List.of("a woken", "b cancelled", "main timed out"), w.log);
  }

  @Test
  @Tag("FLG-10") //= FLG-10 type=test
  void nothingStaysRegisteredAfterTheEnd() {
    w.run(w.waiter("a", f), w.pause());
    assertTrue(w.loop.hints.isEmpty());
  }

  @Test
  @Tag("FLG-4") //= FLG-4 type=test
  void noSetterWakesALoopThatIsBusyAgain() {
    w.run(w.waiter("a", f), w.sleep(World.ms(1)), w.set(f), w.pause(), w.pause());
    assertEquals(0, w.time.unparks);
    assertEquals(List.of("a woken"), w.log);
  }

  @Test
  @Tag("FLG-10") //= FLG-10 type=test
  void aSetOfAFlagThatNobodyWaitsOnDisturbsNoSleep() {
    w.time.interruptAt(World.ms(2), f::set);
    w.run(w.spawn("a", w.ending("a", w.await(f, World.ms(1)))), w.sleep(World.ms(3)), w.ending("main", w.await(f)));
    assertEquals(List.of("a timed out", "main woken"), w.log);
    assertEquals(0, w.time.unparks);
  }
}
