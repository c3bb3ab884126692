package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** However long a program keeps a task that has ended, the task holds nothing that its steps held. */
class GarbageTest {
  private final World w = new World(Form.STACKLESS);
  private final Event e = w.event("e");
  private WeakReference<Object> held;

  /** A step that holds an object. Nothing else holds it. */
  private Step<Void> holding(Step<Void> step) {
    Object object = new Object();
    held = new WeakReference<>(object);
    return () -> object == held.get() ? step.run() : null;
  }

  private void holdsNothingAfter(Function<EventLoop, Task<Void>> spawn) {
    Task<?>[] kept = new Task<?>[1];
    w.run(w.act(() -> kept[0] = spawn.apply(w.loop)), w.pause(), w.pause());
    for (int i = 0; i < 50 && held.get() != null; i++) {
      System.gc();
    }
    assertNull(held.get());
    assertTrue(kept[0].isDone());
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void oneThatReturned() {
    holdsNothingAfter(loop -> loop.spawnSteps("a", holding(Next::end)));
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void oneThatFailed() {
    holdsNothingAfter(loop -> loop.spawnSteps("a", holding(() -> {
      throw new ArithmeticException();
    })));
  }

  @Test
  @Tag("LOP-5") //= LOP-5 type=test
  void oneThatWasDropped() {
    holdsNothingAfter(loop -> loop.spawnSteps("a", () -> e.await(holding(Next::end), this::waitAgain)));
  }

  private Next<Void> waitAgain(WaitException why) {
    return e.await(holding(Next::end), this::waitAgain);
  }
}
