package dev.fanion;

import static dev.fanion.World.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Form.class)
class DeadlockTest {
  private final World w;
  private final Event e;

  DeadlockTest(Form form) {
    w = new World(form);
    e = w.event("e");
  }

  @Test
  @Tag("LOP-6") //= LOP-6 type=test
  void theLoopNamesEachBlockedTaskAndWhatItWaitsFor() {
    var deadlock = assertThrows(DeadlockException.class, () -> w.run(
        w.waiter("a", e), w.spawn("b", w.join("a")), w.ending("main", w.join("b"))));
    assertEquals("""
        Nothing is left that could wake the main task. Blocked:
          Task main [waits for Task b]
          Task a [waits for Event e]
          Task b [waits for Task a]
        Set the event from a task that still runs, wait with a limit, or wait on a ThreadSafeFlag.""",
        deadlock.getMessage());
    assertEquals(List.of("main", "a", "b"), deadlock.tasks().stream().map(Task::name).toList());
    assertEquals(List.of("main cancelled", "a cancelled"), w.log);
  }

  @Test
  @Tag("LOP-6") //= LOP-6 type=test
  void aPendingLimitIsNoDeadlock() {
    assertEquals(List.of("main timed out"), w.run(w.ending("main", w.await(e, ms(1)))));
  }

  @Test
  @Tag("LOP-6") //= LOP-6 type=test
  void aFlagThatIsWaitedOnIsNoDeadlock() {
    ThreadSafeFlag f = w.flag("f");
    w.time.interruptAt(ms(1), f::set);
    assertEquals(List.of("a", "main woken"), w.run(
        w.spawn("a", w.await(f), w.say("a"), w.set(e)), w.ending("main", w.await(e))));
  }

  @Test
  @Tag("LOP-6") //= LOP-6 type=test
  void aFlagThatNobodyWaitsOnWakesNobody() {
    ThreadSafeFlag f = w.flag("f");
    assertThrows(DeadlockException.class, () -> w.run(w.spawn("a", w.await(f)), w.pause(), w.cancel("a"), w.await(e)));
  }

  @Test
  @Tag("LOP-6") //= LOP-6 type=test
  void anOwnerIsToldToo() {
    Task<?> main = w.start(w.await(e));
    assertThrows(DeadlockException.class, w.loop::runReady);
    assertEquals(true, main.isDone());
    assertEquals(-1, w.loop.runReady());
  }
}
