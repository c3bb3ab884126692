package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a debugger shows, and some words of refusals. */
class TextTest {
  private final World w = new World(Form.STACKLESS);
  private final Event e = w.event("e");
  private final ThreadSafeFlag f = w.flag("f");

  @Test
  void tellsStateAndWaiters() {
    assertEquals("Event e [clear, nobody waits]", e.toString());
    assertEquals("ThreadSafeFlag f [clear, nobody waits]", f.toString());
    w.run(w.waiter("a", e), w.waiter("b", e), w.waiter("c", f), w.pause(), w.act(() -> {
      assertEquals("Event e [clear, waiting: a, b]", e.toString());
      assertEquals("ThreadSafeFlag f [clear, waiting: c]", f.toString());
      assertEquals("Task a [waits for Event e]", w.task("a").toString());
      assertEquals("EventLoop loop [Task main [running], Task a [waits for Event e], Task b [waits for Event e], "
          + "Task c [waits for ThreadSafeFlag f]]", w.loop.toString());
    }), w.set(e), w.act(() -> assertEquals("Event e [set, nobody waits]", e.toString())),
        w.act(() -> assertEquals("Task a [ready]", w.task("a").toString())),
        w.set(f), w.act(() -> assertEquals("ThreadSafeFlag f [set, waiting: c]", f.toString())), w.pause());
    assertEquals("Task a [ended]", w.task("a").toString());
  }

  @Test
  void namesOnlyTheFirstTenWaiters() {
    List<Deed> deeds = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      deeds.add(w.waiter("" + i, e));
    }
    deeds.add(w.pause());
    deeds.add(w.act(() -> assertEquals("Event e [clear, waiting: 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, …]", e.toString())));
    w.run(deeds.toArray(Deed[]::new));
  }

  @Test
  void theThreadOfADirectTaskBearsItsName() {
    World direct = new World(Form.DIRECT);
    direct.run(direct.spawn("a", direct.act(() -> direct.log.add(Thread.currentThread().getName()))), direct.pause());
    assertEquals(List.of("fanion loop a"), direct.log);
  }

  @Test
  void aTaskThatHasNotEndedHasNoResult() {
    w.run(w.waiter("a", e), w.pause(), w.act(() -> assertEquals(
        "Task a [waits for Event e] has no result yet. Await it first, or ask isDone().",
        assertThrows(IllegalStateException.class, () -> w.task("a").result()).getMessage())));
  }

  @Test
  void aTaskDoesNotAwaitItself() {
    w.run(w.spawn("a", w.act(() -> w.task("a").await(Next::end))), w.pause(), w.sleep(Duration.ofMillis(1)));
    assertEquals(List.of("a: Task a [running] cannot await itself; nothing would ever wake it."), w.reported);
  }

  @Test
  void optionsKeepWhatIsNotChanged() {
    LoopOptions options = LoopOptions.defaults().withName("n").withTime(w.time, w.time);
    assertEquals("n", options.name());
    assertEquals(w.time, options.withName("m").withThreads(Thread::new).parker());
    assertEquals("LoopOptions n", options.toString());
    assertEquals("EventLoop n []", new EventLoop(options).toString());
    assertTrue(new Event(new EventLoop()).toString().startsWith("Event "));
  }
}
