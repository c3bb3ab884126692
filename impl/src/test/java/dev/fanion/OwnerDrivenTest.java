package dev.fanion;

import static dev.fanion.World.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A loop inside another loop, whose owner calls it. */
@ParameterizedClass
@EnumSource(Form.class)
class OwnerDrivenTest {
  private final World w;
  private final ThreadSafeFlag f;

  OwnerDrivenTest(Form form) {
    w = new World(form);
    f = w.flag("f");
  }

  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  void tellsWhenItIsDueAgain() {
    Task<?> main = w.start(w.pause(), w.sleep(ms(3)), w.await(f), w.say("main"));
    assertEquals(0, w.loop.runReady());
    assertFalse(main.isDone());
    assertEquals(ms(3).toNanos(), w.loop.runReady());
    w.time.pass(ms(1));
    assertEquals(ms(2).toNanos(), w.loop.runReady());
    w.time.pass(ms(2));
    assertEquals(Long.MAX_VALUE, w.loop.runReady());
    assertEquals(0, w.time.unparks);
    f.set();
    assertEquals(1, w.time.unparks);
    assertEquals(-1, w.loop.runReady());
    assertTrue(main.isDone());
    assertEquals(-1, w.loop.runReady());
    assertEquals(List.of("main"), w.log);
  }

  @Test
  @Tag("LOP-1") //= LOP-1 type=test
  void givesEachReadyTaskOneTurnACall() {
    w.start(w.spawn("a", w.say("a"), w.pause(), w.say("a2")), w.pause(), w.say("main"), w.pause(), w.say("main2"));
    w.loop.runReady();
    w.loop.runReady();
    assertEquals(List.of("a", "main"), w.log);
    w.loop.runReady();
    assertEquals(List.of("a", "main", "a2", "main2"), w.log);
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void closeEndsItBetweenTwoCalls() {
    Task<?> main = w.start(w.waiter("a", f), w.pause(), w.ending("main", w.sleep(ms(9))));
    while (w.loop.runReady() == 0) {
      assertFalse(main.isDone());
    }
    w.loop.close();
    assertTrue(main.isDone() && w.task("a").isDone() && w.loop.hints.isEmpty());
    assertEquals(-1, w.loop.runReady());
    assertEquals(List.of(), w.log);
  }

  /** Each call is on a thread of its own, one at a time. */
  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void theOwnerMayChangeItsThread() throws Exception {
    Task<?> main = w.start(w.waiter("a", f), w.pause(), w.await(w.event("e")));
    assertEquals(0, elsewhere(w.loop::runReady));
    assertEquals(Long.MAX_VALUE, elsewhere(w.loop::runReady));
    elsewhere(() -> {
      w.loop.close();
      return null;
    });
    assertTrue(main.isDone() && w.task("a").isDone());
    assertEquals(List.of(), w.log);
  }

  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  void anOwnerNeedsOnlyAWakeup() {
    EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(w.time, Parker.withWakeup(() -> w.log.add("woken"))));
    ThreadSafeFlag flag = new ThreadSafeFlag(loop);
    Task<Void> main = loop.startSteps(() -> flag.await(Next::end));
    assertEquals(Long.MAX_VALUE, loop.runReady());
    assertEquals(List.of(), w.log);
    flag.set();
    assertEquals(List.of("woken"), w.log);
    assertEquals(-1, loop.runReady());
    assertTrue(main.isDone());
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void aLoopThatCannotSleepDoesNotRunItself() {
    EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(w.time, Parker.withWakeup(() -> {})));
    ThreadSafeFlag flag = new ThreadSafeFlag(loop);
    assertEquals("A parker withWakeup does not sleep; its loop has an owner. Call start and then runReady, or use another "
        + "parker.", assertThrows(IllegalStateException.class, () -> loop.runSteps(() -> flag.await(Next::end))).getMessage());
    assertEquals("EventLoop loop []", loop.toString());
  }

  private static <T> T elsewhere(Callable<T> call) throws Exception {
    FutureTask<T> task = new FutureTask<>(call);
    Thread thread = new Thread(task, "owner");
    thread.setDaemon(true);
    thread.start();
    return task.get(20, TimeUnit.SECONDS); // if it hangs, that is the failure
  }

  @Test
  void hasToBeStartedFirst() {
    assertEquals("EventLoop loop has no main task. Call start first.",
        assertThrows(IllegalStateException.class, w.loop::runReady).getMessage());
  }
}
