package dev.fanion;

import static dev.fanion.World.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How a run ends. */
@ParameterizedClass
@EnumSource(Form.class)
class EndTest {
  private final World w;
  private final Event e;

  EndTest(Form form) {
    w = new World(form);
    e = w.event("e");
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void theRunEndsWithTheMainTaskAndCancelsTheOthers() {
    assertEquals(List.of("main", "a cancelled", "b cancelled"), w.run(
        w.waiter("a", e), w.spawn("b", w.ending("b", w.sleep(ms(9)))), w.spawn("c", w.pause(), w.say("never")), w.pause(),
        w.spawn("not started", w.say("never")), w.say("main")));
    assertEquals(ms(0), w.time.now());
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void theRunDoesNotEndBeforeTheMainTask() {
    assertEquals(List.of("a", "main"), w.run(w.spawn("a", w.say("a")), w.sleep(ms(5)), w.say("main")));
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void oneThatWaitsAgainIsCancelledOnceMoreAndThenDropped() {
    assertEquals(List.of("1 cancelled", "2 cancelled"), w.run(
        w.spawn("a", w.ending("1", w.await(e)), w.ending("2", w.await(e)), w.ending("3", w.await(e)), w.say("never")),
        w.pause()));
    assertTrue(w.task("a").isDone());
    assertTrue(e.waiters().isEmpty());
    assertTrue(w.task("a").toString().contains("was dropped when its loop ended"));
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void oneThatGivesWayGetsItsTurnsUntilItEnds() {
    assertEquals(List.of("a cancelled", "1", "b cancelled", "2", "3"), w.run(
        w.spawn("a", w.ending("a", w.await(e)), w.say("1"), w.pause(), w.say("2"), w.pause(), w.say("3")),
        w.waiter("b", e), w.pause()));
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void oneThatIsSpawnedAfterTheEndNeverRuns() {
    assertEquals(List.of("a cancelled"), w.run(
        w.spawn("a", w.ending("a", w.await(e)), w.spawn("late", w.say("never"))), w.pause()));
    assertTrue(w.task("late").isDone());
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void nothingIsLeftBehind() {
    ThreadSafeFlag f = w.flag("f");
    w.run(w.waiter("a", e), w.waiter("b", f), w.spawn("c", w.await(e, ms(5))), w.spawn("d", w.join("a")), w.pause());
    assertTrue(e.waiters().isEmpty() && f.waiters().isEmpty() && w.loop.hints.isEmpty() && w.loop.timers.isEmpty());
    assertEquals("EventLoop loop []", w.loop.toString());
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void theThreadsOfDirectTasksEnd() throws Exception {
    List<Thread> threads = new ArrayList<>();
    EventLoop loop = new EventLoop(LoopOptions.defaults().withThreads(body -> {
      threads.add(new Thread(body));
      return threads.get(threads.size() - 1);
    }));
    Event event = new Event(loop);
    loop.run(() -> {
      loop.spawn("stubborn", () -> {
        for (int i = 0; i < 9; i++) {
          try {
            event.await();
          } catch (CancelledException again) {
            w.log.add("cancelled");
          }
        }
      });
      loop.sleep(ms(0));
    });
    assertEquals(2, threads.size());
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(List.of("cancelled", "cancelled"), w.log);
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void closeGivesNobodyAFurtherTurn() {
    assertThrows(CancelledException.class, () -> w.run(
        w.waiter("a", e), w.pause(), w.spawn("b", w.say("never")), w.act(w.loop::close), w.say("main"), w.pause(),
        w.say("never")));
    assertEquals(List.of("main"), w.log);
    assertEquals("EventLoop loop []", w.loop.toString());
    assertTrue(e.waiters().isEmpty());
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void aClosedLoopRunsNothing() {
    w.loop.close();
    w.loop.close();
    assertEquals("EventLoop loop was started or closed before. A loop runs once; make a new one.",
        assertThrows(IllegalStateException.class, w::run).getMessage());
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void whatTheParkerThrowsEndsTheRun() {
    w.time.interruptAt(ms(1), () -> {
      throw new ArithmeticException("no more");
    });
    ThreadSafeFlag f = w.flag("f");
    assertEquals("no more", assertThrows(ArithmeticException.class,
        () -> w.run(w.waiter("a", f), w.ending("main", w.await(e)))).getMessage());
    assertEquals(List.of("main cancelled", "a cancelled"), w.log);
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void anInterruptOfTheSleepingThreadCancelsTheMainTask() {
    w.time.interruptAt(ms(1), () -> Thread.currentThread().interrupt());
    ThreadSafeFlag f = w.flag("f");
    w.run(w.ending("main", w.await(f)));
    assertTrue(Thread.interrupted());
    assertEquals(List.of("main cancelled"), w.log);
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void noSetterWakesALoopThatIsEnding() {
    w.time.interruptAt(ms(1), () -> {
      throw new ArithmeticException("no more");
    });
    ThreadSafeFlag f = w.flag("f");
    assertThrows(ArithmeticException.class,
        () -> w.run(w.waiter("a", f), w.ending("main", w.sleep(ms(2))), w.set(f)));
    assertEquals(List.of("main cancelled", "a cancelled"), w.log);
    assertEquals(0, w.time.unparks);
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void aLoopThatWasClosedByATaskSpawnsNothing() {
    w.run(w.act(w.loop::close), w.act(() -> assertEquals(
        "EventLoop loop is closed, so nothing can be spawned. Close it last.",
        assertThrows(IllegalStateException.class, () -> w.loop.spawn("a", () -> {})).getMessage())));
  }
}
