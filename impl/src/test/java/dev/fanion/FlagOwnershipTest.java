package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** One task at a time is inside a flag's wait, until it has left. */
@ParameterizedClass
@EnumSource(Form.class)
class FlagOwnershipTest {
  private final World w;
  private final ThreadSafeFlag f;

  FlagOwnershipTest(Form form) {
    w = new World(form);
    f = w.flag("f");
  }

  /** The deed is refused because a is inside. */
  private Deed refused(String who, Deed deed) {
    String message = "Task a is inside await of ThreadSafeFlag f, so Task " + who
        + " cannot wait on it. Give each task a flag of its own, or wake several by an Event.";
    return new Deed(
        () -> check(message, () -> deed.direct().run()),
        (then, otherwise) -> {
          check(message, () -> deed.stackless().run(then, otherwise));
          return then.run();
        });
  }

  private void check(String message, Action refusedCall) {
    assertEquals(message, assertThrows(IllegalStateException.class, refusedCall::run).getMessage());
    w.log.add("refused");
  }

  @Test
  @Tag("FLG-9") //= FLG-9 type=test
  void aSecondWaitIsRefusedWhileTheFirstIsBlocked() {
    assertEquals(List.of("refused", "refused", "a woken"), w.run(
        w.waiter("a", f), w.pause(), refused("main", w.await(f)), refused("main", w.await(f, World.ms(1))),
        w.set(f), w.pause(), w.pause()));
  }

  @Test
  @Tag("FLG-9") //= FLG-9 type=test
  void theRefusalGoesBeforeTheSignal() {
    assertEquals(List.of("refused", "a woken"), w.run(
        w.waiter("a", f), w.pause(), w.set(f), refused("main", w.await(f)), w.pause(), w.pause()));
  }

  @Test
  @Tag("FLG-9") //= FLG-9 type=test
  void aSecondWaitIsRefusedWhileTheFirstIsWoken() {
    assertEquals(List.of("refused", "a woken"), w.run(
        w.waiter("a", f), w.pause(), w.spawn("x", refused("x", w.await(f))), w.set(f), w.pause(), w.pause()));
  }

  @Test
  @Tag("FLG-9") //= FLG-9 type=test
  void aSecondWaitIsRefusedWhileTheFirstIsCancelled() {
    assertEquals(List.of("refused", "a cancelled", "main woken"), w.run(
        w.waiter("a", f), w.pause(), w.cancel("a"), refused("main", w.await(f)), w.pause(),
        w.set(f), w.ending("main", w.await(f))));
  }

  @Test
  @Tag("FLG-9") //= FLG-9 type=test
  void aSecondWaitIsRefusedWhileTheFirstIsTimedOut() {
    assertEquals(List.of("refused", "a timed out"), w.run(
        w.spawn("x", w.sleep(World.ms(1)), refused("x", w.await(f))), w.pause(),
        w.spawn("a", w.ending("a", w.await(f, World.ms(1)))), w.sleep(World.ms(2))));
  }

  @Test
  @Tag("FLG-9") //= FLG-9 type=test
  void whoLeftMayBeFollowed() {
    assertEquals(List.of("a woken", "main woken"), w.run(
        w.waiter("a", f), w.pause(), w.set(f), w.pause(), w.pause(), w.set(f), w.ending("main", w.await(f))));
  }
}
