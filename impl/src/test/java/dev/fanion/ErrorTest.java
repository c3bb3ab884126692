package dev.fanion;

import static dev.fanion.World.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** An exception in a task goes to whoever awaits it, or else to the loop's handler, once. */
@ParameterizedClass
@EnumSource(Form.class)
class ErrorTest {
  private final World w;

  ErrorTest(Form form) {
    w = new World(form);
  }

  private Deed fail(String message) {
    return w.act(() -> {
      throw new IOException(message);
    });
  }

  private Deed reports(String... expected) {
    return w.act(() -> assertEquals(List.of(expected), w.reported));
  }

  private Deed joined(String who, String task) {
    return w.join(task).orElse(why -> w.log.add(who + ": " + why.getMessage()));
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void reachesEveryoneWhoAwaitsTheTaskAndNobodyElse() {
    assertEquals(List.of("b: Task a ended with java.io.IOException: oh", "main: Task a ended with java.io.IOException: oh"),
        w.run(w.spawn("a", w.pause(), w.pause(), fail("oh")), w.spawn("b", joined("b", "a")), w.pause(), joined("main", "a"),
            w.sleep(ms(1)), reports()));
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void endsAnAwaiterThatDoesNotCatchIt() {
    var failed = assertThrows(TaskFailedException.class, () -> w.run(w.spawn("a", fail("oh")), w.join("a"), w.say("never")));
    assertEquals("oh", failed.getCause().getMessage());
    assertEquals(List.of(), w.log);
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void neverReachesSet() {
    Event e = w.event("e");
    w.run(w.spawn("a", w.await(e), fail("oh")), w.pause(), w.set(e), w.say("set returned"), w.pause(), w.sleep(ms(1)),
        reports("a: oh"));
    assertEquals(List.of("set returned"), w.log);
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void isReportedOnceWhenTheLoopIsIdle() {
    w.run(w.spawn("a", fail("oh")), w.pause(), w.pause(), reports(), w.sleep(ms(1)), reports("a: oh"), w.sleep(ms(1)));
    assertEquals(List.of("a: oh"), w.reported);
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void isReportedWhenNothingIsReadyThoughALimitHasJustPassed() {
    w.run(w.spawn("a", w.act(() -> w.time.pass(ms(1))), fail("oh")), w.sleep(ms(1)), reports("a: oh"));
    assertEquals(List.of("a: oh"), w.reported);
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void isReportedOnceAtTheEnd() {
    w.run(w.spawn("a", fail("oh")), w.pause());
    assertEquals(List.of("a: oh"), w.reported);
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void aLaterAwaitStillGetsIt() {
    w.run(w.spawn("a", fail("oh")), w.sleep(ms(1)), reports("a: oh"), joined("main", "a"));
    assertEquals(List.of("main: Task a ended with java.io.IOException: oh"), w.log);
    assertEquals(List.of("a: oh"), w.reported);
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void anAwaitBeforeTheIdleLookRetrievesIt() {
    w.run(w.spawn("a", fail("oh")), w.pause(), joined("main", "a"), w.sleep(ms(1)));
    assertEquals(List.of(), w.reported);
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void ofTheMainTaskComesOutOfRun() {
    ArithmeticException unchecked = new ArithmeticException("unchecked");
    assertSame(unchecked, assertThrows(ArithmeticException.class, () -> w.run(w.act(() -> {
      throw unchecked;
    }))));
    assertEquals(List.of(), w.reported);
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void ofTheMainTaskComesOutWrappedIfItIsChecked() {
    assertEquals("oh", assertThrows(TaskFailedException.class, () -> w.run(fail("oh"))).getCause().getMessage());
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void theHandlerMaySpawnAndClose() {
    EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(w.time, w.time).withErrors((task, error) -> {
      w.log.add(task.name());
      if (task.name().equals("a")) {
        task.loop.spawn("b", () -> {
          throw new IOException();
        });
      } else {
        task.loop.close();
      }
    }));
    Event never = new Event(loop);
    assertThrows(CancelledException.class, () -> loop.run(() -> {
      loop.spawn("a", () -> {
        throw new IOException();
      });
      never.await();
    }));
    assertEquals(List.of("a", "b"), w.log);
    assertEquals("EventLoop loop []", loop.toString());
  }

  @Test
  @Tag("LOP-7") //= LOP-7 type=test
  void theHandlerIsInsideTheLoopAlsoWhenTheOwnerClosesIt() {
    EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(w.time, w.time)
        .withErrors((task, error) -> w.log.add(task.name() + (new Event(task.loop).isSet() ? ", set" : ", clear"))));
    loop.startSteps(() -> {
      loop.spawnSteps("a", () -> {
        throw new IOException("oh");
      });
      return loop.sleep(ms(0), () -> loop.sleep(ms(0), Next::end));
    });
    loop.runReady();
    loop.runReady();
    loop.close();
    assertEquals(List.of("a, clear"), w.log);
  }
}
