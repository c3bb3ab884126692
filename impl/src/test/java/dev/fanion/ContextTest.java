package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Who may call what from where. */
@ParameterizedClass
@EnumSource(Form.class)
class ContextTest {
  private static final String USE_A_FLAG =
      " Call it from a task of that loop; to signal from outside, use ThreadSafeFlag.set().";
  private static final String USE_A_FLAG_AND_A_TASK =
      " Call it from a task of that loop; from outside, set a ThreadSafeFlag that such a task waits on.";

  private final World w;
  private final Event e;
  private final ThreadSafeFlag f;

  ContextTest(Form form) {
    w = new World(form);
    e = w.event("e");
    f = w.flag("f");
  }

  /** The message with which the call is refused on a thread named other. */
  private static String refusalElsewhere(Action call) throws Exception {
    FutureTask<String> attempt = new FutureTask<>(() -> refusal(call));
    new Thread(attempt, "other").start();
    return attempt.get();
  }

  private static String refusal(Action call) {
    return assertThrows(IllegalStateException.class, call::run).getMessage();
  }

  /** The call is refused on another thread while a task runs. */
  private Deed refusedElsewhere(String what, String cure, Action call) {
    return w.act(() -> assertEquals(what + " was called on thread 'other', outside its EventLoop loop, which now runs on "
        + "thread '" + Thread.currentThread().getName() + "'." + cure, refusalElsewhere(call)));
  }

  @Test
  @Tag("CTX-1") //= CTX-1 type=test
  void everyMethodOfAnEventIsRefusedOnAnotherThread() {
    w.run(w.waiter("a", e), w.pause(),
        refusedElsewhere("Event.set() of Event e", USE_A_FLAG, e::set),
        refusedElsewhere("Event.clear() of Event e", USE_A_FLAG, e::clear),
        refusedElsewhere("Event.isSet() of Event e", USE_A_FLAG, e::isSet),
        refusedElsewhere("Event.await() of Event e", USE_A_FLAG, e::await),
        refusedElsewhere("Event.await() of Event e", USE_A_FLAG, () -> e.await(World.ms(1))),
        refusedElsewhere("Event.await() of Event e", USE_A_FLAG, () -> e.await(Next::end)),
        w.act(() -> assertFalse(e.isSet())), w.pause(), w.act(() -> assertEquals(List.of(), w.log)),
        w.set(e), refusedElsewhere("Event.clear() of Event e", USE_A_FLAG, e::clear), w.act(() -> assertTrue(e.isSet())),
        w.pause());
    assertEquals(List.of("a woken"), w.log);
  }

  @Test
  @Tag("CTX-2") //= CTX-2 type=test
  void waitAndClearOfAFlagAreRefusedOnAnotherThread() {
    w.run(w.set(f),
        refusedElsewhere("ThreadSafeFlag.clear() of ThreadSafeFlag f", USE_A_FLAG, f::clear),
        refusedElsewhere("ThreadSafeFlag.await() of ThreadSafeFlag f", USE_A_FLAG, f::await),
        refusedElsewhere("ThreadSafeFlag.await() of ThreadSafeFlag f", USE_A_FLAG, () -> f.await(World.ms(1))),
        refusedElsewhere("ThreadSafeFlag.await() of ThreadSafeFlag f", USE_A_FLAG, () -> f.await(Next::end)),
        w.ending("main", w.await(f)));
    assertEquals(List.of("main woken"), w.log);
  }

  @Test
  @Tag("CTX-1") //= CTX-1 type=test
  void theLoopAndItsTasksAreRefusedOnAnotherThread() {
    String task = " of Task a";
    String loop = " of EventLoop loop";
    w.run(w.waiter("a", e), w.pause(),
        refusedElsewhere("Task.cancel()" + task, USE_A_FLAG_AND_A_TASK, () -> w.task("a").cancel()),
        refusedElsewhere("Task.await()" + task, USE_A_FLAG_AND_A_TASK, () -> w.task("a").await()),
        refusedElsewhere("EventLoop.spawn()" + loop, USE_A_FLAG_AND_A_TASK, () -> w.loop.spawn("b", () -> {})),
        refusedElsewhere("EventLoop.spawn()" + loop, USE_A_FLAG_AND_A_TASK, () -> w.loop.spawn(() -> {})),
        refusedElsewhere("EventLoop.spawn()" + loop, USE_A_FLAG_AND_A_TASK, () -> w.loop.spawn(() -> 1)),
        refusedElsewhere("EventLoop.spawnSteps()" + loop, USE_A_FLAG_AND_A_TASK, () -> w.loop.spawnSteps(Next::end)),
        refusedElsewhere("EventLoop.spawnSteps()" + loop, USE_A_FLAG_AND_A_TASK, () -> w.loop.spawnSteps("b", Next::end)),
        refusedElsewhere("EventLoop.sleep()" + loop, USE_A_FLAG_AND_A_TASK, () -> w.loop.sleep(World.ms(1))),
        refusedElsewhere("EventLoop.currentTask()" + loop, USE_A_FLAG_AND_A_TASK, w.loop::currentTask),
        refusedElsewhere("EventLoop.close()" + loop, USE_A_FLAG_AND_A_TASK, w.loop::close),
        w.set(e), w.pause());
    assertEquals(List.of("a woken"), w.log);
  }

  @Test
  @Tag("CTX-1") //= CTX-1 type=test
  void aLoopThatDoesNotRunIsNobodysPlace() {
    String here = Thread.currentThread().getName();
    String idle = "Event.set() of Event e was called on thread '" + here
        + "', outside its EventLoop loop, which is not running." + USE_A_FLAG;
    assertEquals(idle, refusal(e::set));
    w.start(w.act(() -> assertFalse(e.isSet())), w.await(f));
    w.loop.runReady();
    assertEquals(idle, refusal(e::set));
    f.set();
    assertEquals(-1, w.loop.runReady());
    assertEquals(idle, refusal(e::set));
  }

  @Test
  @Tag("CTX-1") //= CTX-1 type=test
  void whoRanTheLoopIsOutsideAfterwards() {
    w.run(w.set(e));
    assertTrue(refusal(e::clear).contains("outside its EventLoop loop, which is not running."));
  }

  @Test
  @Tag("CTX-1") //= CTX-1 type=test
  void aTaskOfAnotherLoopIsOutside() {
    w.start(w.await(f));
    World other = new World(Form.DIRECT);
    other.run(other.act(() -> other.log.add(refusal(e::set))));
    assertTrue(other.log.get(0).startsWith("Event.set() of Event e was called on thread 'fanion loop main', outside"));
  }

  @Test
  @Tag("CTX-1") //= CTX-1 type=test
  void aTasksThreadIsOutsideOnceTheTaskHasEnded() throws Exception {
    List<FutureTask<String>> afterwards = new ArrayList<>();
    List<Event> events = new ArrayList<>();
    EventLoop loop = new EventLoop(LoopOptions.defaults().withThreads(body -> {
      FutureTask<String> after = new FutureTask<>(() -> refusal(events.get(0)::set));
      afterwards.add(after);
      return new Thread(() -> {
        body.run();
        after.run();
      });
    }));
    events.add(new Event(loop, "e"));
    loop.run(() -> loop.spawn("a", () -> {}).await());
    assertEquals(2, afterwards.size());
    for (FutureTask<String> after : afterwards) {
      assertTrue(after.get().contains("outside its EventLoop loop"), after.get());
    }
  }
}
