package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What only a task with a thread of its own can do: unwind, be interrupted, get no thread. */
class DirectTest {
  private final World w = new World(Form.DIRECT);
  private final EventLoop loop = w.loop;
  private final Event e = w.event("e");

  private static EventLoop with(ThreadFactory threads) {
    return new EventLoop(LoopOptions.defaults().withThreads(threads));
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void oneThatIsDroppedUnwindsOutsideEveryQueue() {
    loop.run(() -> {
      loop.spawn("a", () -> {
        try {
          e.await();
        } finally {
          w.log.add(loop.currentTask() + ", " + e);
        }
      });
      loop.sleep(World.ms(0));
      loop.close();
    });
    assertEquals(List.of("Task a [running], Event e [clear, nobody waits]"), w.log);
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void oneThatIsDroppedWaitsNoMoreWhateverItCatches() {
    loop.run(() -> {
      loop.spawn("a", () -> {
        for (int i = 0; i < 4; i++) {
          try {
            e.await();
          } catch (Throwable thrown) {
            w.log.add(thrown.getMessage() + ", " + e);
          }
        }
      });
      loop.sleep(World.ms(0));
    });
    String cancelled = "The wait for Event e was cancelled, Event e [clear, nobody waits]";
    String ended = "The loop has ended, Event e [clear, nobody waits]";
    assertEquals(List.of(cancelled, cancelled, ended, ended), w.log);
  }

  @Test
  @Tag("LOP-1") //= LOP-1 type=test
  void anInterruptOfItsThreadEndsNoWaitAndIsKept() {
    List<Thread> threads = new ArrayList<>();
    loop.run(() -> {
      Task<?> a = loop.spawn("a", () -> {
        threads.add(Thread.currentThread());
        e.await();
        w.log.add("woken, " + (Thread.interrupted() ? "interrupted" : "not interrupted"));
      });
      loop.sleep(World.ms(0));
      while (LockSupport.getBlocker(threads.get(0)) != a) {
        Thread.onSpinWait();
      }
      threads.get(0).interrupt();
      loop.sleep(World.ms(0));
      w.log.add("main");
      e.set();
      a.await();
    });
    assertEquals(List.of("main", "woken, interrupted"), w.log);
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void oneThatGetsNoThreadFails() {
    List<Runnable> first = new ArrayList<>();
    EventLoop onlyMain = with(body -> {
      if (!first.isEmpty()) {
        throw new OutOfMemoryError("no more threads");
      }
      first.add(body);
      return new Thread(body);
    });
    onlyMain.run(() -> {
      Task<?> a = onlyMain.spawn("a", () -> w.log.add("never"));
      Throwable failed = assertThrows(TaskFailedException.class, a::await);
      assertEquals("no more threads", failed.getCause().getMessage());
      w.log.add("main");
    });
    assertEquals(List.of("main"), w.log);
  }

  /** The loop's thread is inside again, and runs the others. */
  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void oneWhoseThreadDoesNotStartFails() {
    EventLoop startless = with(body -> new Thread(body) {
      @Override
      public void start() {
        throw new OutOfMemoryError("no room for a stack");
      }
    });
    Event event = new Event(startless);
    List<String> failures = new ArrayList<>();
    startless.runSteps(() -> startless.spawn("a", () -> w.log.add("never")).await(Next::end, why -> {
      event.set();
      failures.add(why.getCause().getMessage());
      return Next.end();
    }));
    assertEquals(List.of("no room for a stack"), failures);
    assertEquals(List.of(), w.log);
  }

  @Test
  void aFactoryThatMakesNoThreadIsNamed() {
    EventLoop threadless = with(body -> null);
    assertEquals("LoopOptions.threads made null, not a thread",
        assertThrows(NullPointerException.class, () -> threadless.run(() -> {})).getMessage());
    assertTrue(threadless.toString().endsWith("[]"));
  }
}
