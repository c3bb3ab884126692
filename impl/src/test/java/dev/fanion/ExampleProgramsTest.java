package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The four example programs, which `./fanion demo` shows: basic, waiters, worker, interrupt. */
@ParameterizedClass
@EnumSource(Form.class)
class ExampleProgramsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final World w;
  private final Event e;

  ExampleProgramsTest(Form form) {
    w = new World(form);
    e = w.event("e");
  }

  private Deed print(String text) {
    return w.act(() -> w.log.add(w.time.now().toSeconds() + " s " + text));
  }

  @Test
  @Tag("PRG-1") //= PRG-1 type=test
  void theBasicShape() {
    assertEquals(List.of("0 s waiting", "1 s got signal"), w.run(
        w.spawn("waiter", print("waiting"), w.await(e), print("got signal")), w.sleep(SECOND), w.set(e), w.join("waiter")));
  }

  @Test
  @Tag("PRG-2") //= PRG-2 type=test
  void oneSetResumesSeveralWaiters() {
    assertEquals(List.of("1 s a", "1 s b", "1 s c"), w.run(
        w.spawn("a", w.await(e), print("a")), w.spawn("b", w.await(e), print("b")), w.spawn("c", w.await(e), print("c")),
        w.sleep(SECOND), w.set(e), w.join("a"), w.join("b"), w.join("c")));
  }

  @Test
  @Tag("PRG-3") //= PRG-3 type=test
  void aSignalThatComesBeforeTheClearIsLost() {
    assertEquals(List.of("1 s work"), w.run(
        w.spawn("worker", w.await(e), print("work"), w.sleep(SECOND), w.clear(e), w.await(e), print("work")),
        w.sleep(SECOND), w.set(e), w.pause(), w.set(e), w.sleep(SECOND.multipliedBy(5))));
  }

  @Test
  @Tag("PRG-3") //= PRG-3 type=test
  void clearBeforeTheWorkLosesNone() {
    assertEquals(List.of("1 s work", "2 s work"), w.run(
        w.spawn("worker", w.await(e), w.clear(e), print("work"), w.sleep(SECOND), w.await(e), print("work")),
        w.sleep(SECOND), w.set(e), w.pause(), w.set(e), w.sleep(SECOND.multipliedBy(5))));
  }

  @Test
  @Tag("PRG-3") //= PRG-3 type=test
  void aFlagLosesNone() {
    ThreadSafeFlag f = w.flag("f");
    assertEquals(List.of("1 s work", "2 s work"), w.run(
        w.spawn("worker", w.await(f), print("work"), w.sleep(SECOND), w.await(f), print("work")),
        w.sleep(SECOND), w.set(f), w.pause(), w.pause(), w.set(f), w.sleep(SECOND.multipliedBy(5))));
  }

  @Test
  @Tag("PRG-4") //= PRG-4 type=test
  void anInterruptWakesATask() {
    ThreadSafeFlag button = w.flag("button");
    w.time.interruptAt(SECOND, button::set);
    w.time.interruptAt(SECOND.multipliedBy(3), button::set);
    assertEquals(List.of("1 s pressed", "3 s pressed"), w.run(
        w.await(button), print("pressed"), w.await(button), print("pressed")));
  }
}
