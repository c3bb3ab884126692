package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Each form has its own methods, and a step returns what its one wait returned. */
class FormTest {
  private final World w = new World(Form.STACKLESS);
  private final Event e = w.event("e");

  private static String refusal(Action call) {
    return assertThrows(IllegalStateException.class, call::run).getMessage();
  }

  private <T> String failure(Step<T> first) {
    return assertThrows(IllegalStateException.class, () -> w.loop.runSteps(first)).getMessage();
  }

  @Test
  void aStacklessTaskCannotBlock() {
    w.run(w.act(() -> {
      assertEquals("Event.await() of Event e would block Task main, which is stackless. Name the next step: "
          + "return x.await(this::next).", refusal(e::await));
      assertTrue(refusal(() -> w.loop.sleep(World.ms(1))).startsWith("EventLoop.sleep() of EventLoop loop would block"));
      assertTrue(refusal(() -> w.loop.currentTask().await()).startsWith("Task.await() of Task main would block"));
    }));
  }

  @Test
  void aDirectTaskHasNoSteps() {
    w.loop.run(() -> {
      assertEquals("Event.await() of Event e with a next step was called by Task main, which is direct. Call it without a "
          + "step; it blocks.", refusal(() -> e.await(Next::end)));
      assertTrue(refusal(() -> w.loop.sleep(World.ms(1), Next::end)).contains("which is direct"));
    });
  }

  @Test
  void aStepWaitsOnce() {
    w.loop.runSteps(() -> {
      Next<Void> next = w.loop.sleep(World.ms(1), Next::end);
      assertEquals("Event.await() of Event e: this step of Task main has waited already. Return what that call gave, and "
          + "wait here in the next step.", refusal(() -> e.await(Next::end)));
      return next;
    });
    assertEquals(World.ms(1), w.time.now());
    assertTrue(e.waiters().isEmpty());
  }

  @Test
  void aStepReturnsSomething() {
    assertEquals("A step of Task main returned null. Return what await gave, or Next.end().", failure(() -> null));
  }

  @Test
  void aStepThatWaitedDoesNotEnd() {
    assertEquals("A step of Task main both waited and ended. Return what await gave.", failure(() -> {
      e.await(Next::end);
      return Next.end();
    }));
    assertTrue(e.waiters().isEmpty());
  }

  @Test
  void aStepReturnsItsOwnWait() {
    assertEquals("A step of Task main returned a wait that it did not call itself.", failure(Next::awaiting));
  }

  @Test
  void aStepThatThrowsAfterItWaitedLeavesTheWait() {
    ThreadSafeFlag f = w.flag("f");
    assertEquals("thrown", failure(() -> {
      f.await(Next::end);
      throw new IllegalStateException("thrown");
    }));
    assertTrue(w.loop.hints.isEmpty() && f.waiters().isEmpty());
  }

  @Test
  void aMainTaskHasAValue() {
    assertEquals("value", w.loop.runSteps(() -> w.loop.sleep(World.ms(1), () -> Next.end("value"))));
    assertEquals("value", new World(Form.DIRECT).loop.run(() -> "value"));
    assertNull(new World(Form.STACKLESS).loop.runSteps(() -> Next.end(null)));
  }

  @Test
  void aStartedMainTaskHasAValueOrNone() {
    World valued = new World(Form.DIRECT);
    Task<String> main = valued.loop.start(() -> "value");
    assertEquals(-1, valued.loop.runReady());
    assertEquals("value", main.result());
    World plain = new World(Form.DIRECT);
    Task<Void> action = plain.loop.start(() -> {
      plain.log.add("ran");
    });
    assertEquals(List.of(), plain.log);
    assertEquals(-1, plain.loop.runReady());
    assertNull(action.result());
    assertEquals(List.of("ran"), plain.log);
  }

  @Test
  void aTaskNeedsNoName() {
    w.loop.run(() -> {
      Task<String> valued = w.loop.spawn(() -> w.loop.currentTask().name());
      Task<Void> plain = w.loop.spawn(() -> {
        w.log.add(w.loop.currentTask().name());
      });
      assertTrue(valued.name().matches("task@[0-9a-f]+"), valued.name());
      assertEquals(valued.name(), valued.await());
      assertNull(plain.await());
      assertEquals(List.of(plain.name()), w.log);
    });
  }

  @Test
  void aTaskKnowsItself() {
    w.loop.run(() -> {
      assertEquals("main", w.loop.currentTask().name());
      Task<Task<?>> task = w.loop.spawn("a", w.loop::currentTask);
      assertSame(task, task.await());
    });
  }
}
