package dev.fanion;

import static dev.fanion.World.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Pipe;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A loop inside another loop, whose owner calls it. */
@ParameterizedClass
@EnumSource(Form.class)
class OwnerDrivenTest {
  private final Form form;
  private final World w;
  private final ThreadSafeFlag f;

  OwnerDrivenTest(Form form) {
    this.form = form;
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

  /** A selector's loop owns ours: what sets a flag wakes the selector, and a channel that is readable sets another. */
  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  @Tag("PRG-4") //= PRG-4 type=test
  @Timeout(60)
  void runsInsideASelector() throws Exception {
    try (Selector selector = Selector.open()) {
      EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(System::nanoTime, wakingUp(selector)));
      ThreadSafeFlag pressed = new ThreadSafeFlag(loop, "pressed");
      ThreadSafeFlag readable = new ThreadSafeFlag(loop, "readable");
      Pipe pipe = Pipe.open();
      pipe.source().configureBlocking(false).register(selector, SelectionKey.OP_READ, readable);
      Task<?> main = form.start(loop, List.of(w.say("waits"), w.await(pressed), w.say("pressed"),
          w.act(() -> pipe.sink().write(ByteBuffer.wrap(new byte[1]))), w.await(readable), w.say("readable")));
      new Thread(pressed::set).start();
      drive(selector, loop);
      main.result();
      assertEquals(List.of("waits", "pressed", "readable"), w.log);
      pipe.sink().close();
      pipe.source().close();
    }
  }

  private static void drive(Selector selector, EventLoop loop) throws IOException {
    for (long due = loop.runReady(); due >= 0; due = loop.runReady()) {
      long millis = due / 1_000_000;
      if (due == 0) {
        selector.selectNow();
      } else {
        selector.select(due == Long.MAX_VALUE ? 0 : Math.max(1, millis));
      }
      assertFalse(Thread.interrupted(), "the time limit of the test has passed: a wake-up was lost");
      for (SelectionKey key : selector.selectedKeys()) {
        key.cancel();
        ((ThreadSafeFlag) key.attachment()).set();
      }
    }
  }

  private static Parker wakingUp(Selector selector) {
    return new Parker() {
      @Override
      public void park(long nanos) {
        throw new AssertionError("the owner sleeps");
      }

      @Override
      public void unpark() {
        selector.wakeup();
      }
    };
  }
}
