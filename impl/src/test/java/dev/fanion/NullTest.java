package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Null is refused at once, by the name of the parameter, and nothing changes. */
class NullTest {
  private static final Duration NO_TIME = null;
  private static final Step<Void> NO_STEP = null;
  private static final Otherwise<Void> NO_OTHERWISE = null;
  private static final Callable<Void> NO_CALL = null;
  private static final Action NO_ACTION = null;

  private final World w = new World(Form.STACKLESS);
  private final EventLoop loop = w.loop;
  private final Event e = w.event("e");

  private static void refused(String name, Action call) {
    assertEquals(name, assertThrows(NullPointerException.class, call::run).getMessage());
  }

  @Test
  void inOptions() {
    LoopOptions options = LoopOptions.defaults();
    refused("name", () -> options.withName(null));
    refused("clock", () -> options.withTime(null, w.time));
    refused("parker", () -> options.withTime(w.time, null));
    refused("threads", () -> options.withThreads(null));
    refused("errors", () -> options.withErrors(null));
    refused("wakeup", () -> Parker.withWakeup(null));
  }

  @Test
  void inConstructors() {
    refused("loop", () -> new Event(null));
    refused("loop", () -> new ThreadSafeFlag(null, "f"));
    refused("name", () -> new Event(loop, null));
    refused("name", () -> new ThreadSafeFlag(loop, null));
  }

  @Test
  void atTheStartWhichIsStillToCome() {
    refused("main", () -> loop.run(NO_CALL));
    refused("main", () -> loop.run(NO_ACTION));
    refused("first", () -> loop.runSteps(null));
    refused("main", () -> loop.start(NO_CALL));
    refused("main", () -> loop.start(NO_ACTION));
    refused("first", () -> loop.startSteps(null));
    loop.runSteps(Next::end);
  }

  @Test
  void inSpawn() {
    w.run(w.act(() -> {
      refused("taskName", () -> loop.spawn(null, () -> 1));
      refused("taskName", () -> loop.spawn(null, () -> {}));
      refused("taskName", () -> loop.spawnSteps(null, Next::end));
      refused("body", () -> loop.spawn("a", NO_CALL));
      refused("body", () -> loop.spawn("a", NO_ACTION));
      refused("body", () -> loop.spawn(NO_CALL));
      refused("body", () -> loop.spawn(NO_ACTION));
      refused("first", () -> loop.spawnSteps("a", null));
      refused("first", () -> loop.spawnSteps(null));
      assertEquals("EventLoop loop [Task main [running]]", loop.toString());
    }));
  }

  @Test
  void inWaits() {
    w.run(w.act(() -> {
      refused("time", () -> loop.sleep(NO_TIME));
      refused("time", () -> loop.sleep(NO_TIME, Next::end));
      refused("then", () -> loop.sleep(World.ms(1), NO_STEP));
      refused("otherwise", () -> loop.sleep(World.ms(1), Next::end, NO_OTHERWISE));
      refused("limit", () -> e.await(NO_TIME));
      refused("limit", () -> e.await(NO_TIME, Next::end));
      refused("limit", () -> e.await(NO_TIME, Next::end, why -> Next.end()));
      refused("then", () -> e.await(NO_STEP));
      refused("otherwise", () -> e.await(Next::end, NO_OTHERWISE));
      refused("otherwise", () -> e.await(World.ms(1), Next::end, NO_OTHERWISE));
      refused("then", () -> loop.currentTask().await(NO_STEP));
      refused("otherwise", () -> loop.currentTask().await(Next::end, NO_OTHERWISE));
      assertEquals("Event e [clear, nobody waits]", e.toString());
    }));
  }
}
