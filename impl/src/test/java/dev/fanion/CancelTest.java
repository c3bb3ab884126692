package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Form.class)
class CancelTest {
  private final Form form;
  private World w;
  private Event e;

  CancelTest(Form form) {
    this.form = form;
    renew();
  }

  private void renew() {
    w = new World(form);
    e = w.event("e");
  }

  @Test
  @Tag("CAN-1") //= CAN-1 type=test
  void takesTheWaiterOffAndLeavesTheOthersInOrder() {
    for (String gone : List.of("a", "b", "c")) {
      renew();
      List<String> expected = new ArrayList<>(List.of(gone + " cancelled", "a woken", "b woken", "c woken"));
      expected.remove(gone + " woken");
      assertEquals(expected, w.run(w.waiter("a", e), w.waiter("b", e), w.waiter("c", e), w.pause(),
          w.cancel(gone), w.set(e), w.pause()));
    }
  }

  @Test
  @Tag("CAN-1") //= CAN-1 type=test
  void takesTheWaiterOffAtOnce() {
    w.run(w.waiter("a", e), w.pause(), w.cancel("a"), w.act(() -> assertTrue(e.waiters().isEmpty())), w.pause());
    assertEquals(List.of("a cancelled"), w.log);
  }

  @Test
  @Tag("CAN-1") //= CAN-1 type=test
  void neitherSetsNorClears() {
    w.run(w.waiter("a", e), w.pause(), w.cancel("a"), w.act(() -> assertFalse(e.isSet())), w.pause(),
        w.act(() -> assertFalse(e.isSet())), w.waiter("b", e), w.pause(), w.set(e), w.cancel("b"),
        w.act(() -> assertTrue(e.isSet())), w.pause(), w.act(() -> assertTrue(e.isSet())));
  }

  @Test
  @Tag("CAN-2") //= CAN-2 type=test
  void aWokenWaiterThatHasNotRunEndsAsCancelled() {
    assertEquals(List.of("a cancelled", "b woken"), w.run(
        w.waiter("a", e), w.waiter("b", e), w.pause(), w.set(e), w.cancel("a"), w.pause()));
  }

  @Test
  @Tag("CAN-2") //= CAN-2 type=test
  void aFlagKeepsTheSignalOfAWokenAndCancelledWaiter() {
    ThreadSafeFlag f = w.flag("f");
    assertEquals(List.of("a cancelled", "main woken"), w.run(
        w.waiter("a", f), w.spawn("x", w.cancel("a")), w.pause(),
        w.spawn("x", w.cancel("a")), w.set(f), w.pause(), w.pause(), w.ending("main", w.await(f))));
  }

  @Test
  @Tag("CAN-3") //= CAN-3 type=test
  void severalCancellationsAreOne() {
    assertEquals(List.of("first cancelled", "second woken"), w.run(
        w.spawn("a", w.ending("first", w.await(e)), w.ending("second", w.await(e))), w.pause(),
        w.cancel("a"), w.cancel("a"), w.cancel("a"), w.pause(), w.set(e), w.pause()));
  }

  @Test
  @Tag("CAN-3") //= CAN-3 type=test
  void cancellingAFinishedTaskDoesNothing() {
    w.run(w.spawn("a"), w.pause(), w.cancel("a"), w.cancel("a"), w.pause());
    assertEquals(null, w.task("a").result());
  }

  @Test
  @Tag("CAN-3") //= CAN-3 type=test
  void aTaskCannotCancelItself() {
    w.run(w.spawn("a", w.act(() -> {
      var refusal = assertThrows(IllegalStateException.class, () -> w.task("a").cancel());
      assertEquals("Task a [running] cannot cancel itself. Let it return, or throw an exception.", refusal.getMessage());
    }), w.pause(), w.say("went on")), w.pause(), w.pause());
    assertEquals(List.of("went on"), w.log);
  }

  @Test
  @Tag("CAN-3") //= CAN-3 type=test
  void aReadyTaskKeepsItsPlace() {
    assertEquals(List.of("a cancelled", "b woken", "c"), w.run(
        w.waiter("a", e), w.waiter("b", e), w.pause(), w.set(e), w.spawn("c", w.say("c")), w.cancel("a"), w.pause()));
  }

  @Test
  @Tag("CAN-3") //= CAN-3 type=test
  void aTaskThatGaveWayEndsItsSleepAsCancelled() {
    assertEquals(List.of("a cancelled", "b"), w.run(
        w.spawn("a", w.ending("a", w.pause())), w.spawn("b", w.pause(), w.say("b")),
        w.pause(), w.cancel("a"), w.pause()));
  }

  @Test
  @Tag("CAN-3") //= CAN-3 type=test
  void aTaskThatHasNotStartedNeverRuns() {
    w.run(w.spawn("a", w.say("ran")), w.cancel("a"), w.pause(), w.act(() -> assertTrue(w.task("a").isDone())));
    assertEquals(List.of(), w.log);
    var failed = assertThrows(TaskFailedException.class, () -> w.task("a").result());
    assertEquals(CancelledException.class, failed.getCause().getClass());
  }

  @Test
  @Tag("CAN-4") //= CAN-4 type=test
  void aTaskMayCatchItsCancellationAndWaitAgain() {
    assertEquals(List.of("first cancelled", "main", "second woken"), w.run(
        w.spawn("a", w.ending("first", w.await(e)), w.ending("second", w.await(e))), w.pause(),
        w.cancel("a"), w.pause(), w.say("main"), w.set(e), w.pause()));
  }

  @Test
  @Tag("CAN-4") //= CAN-4 type=test
  void aCancellationThatIsNotCaughtEndsTheTask() {
    w.run(w.spawn("a", w.await(e), w.say("went on")), w.pause(), w.cancel("a"), w.pause(),
        w.act(() -> assertTrue(w.task("a").isDone())));
    assertEquals(List.of(), w.log);
    assertEquals(List.of(), w.reported);
  }

  @Test
  @Tag("CAN-4") //= CAN-4 type=test
  void aSleepIsCancelledBeforeItsTime() {
    w.run(w.spawn("a", w.ending("a", w.sleep(World.ms(5)))), w.pause(), w.cancel("a"), w.pause());
    assertEquals(List.of("a cancelled"), w.log);
    assertEquals(World.ms(0), w.time.now());
  }

  @Test
  @Tag("CAN-4") //= CAN-4 type=test
  void cancellingWhoAwaitsATaskLeavesThatTaskAlone() {
    assertEquals(List.of("b cancelled", "a woken"), w.run(
        w.waiter("a", e), w.spawn("b", w.ending("b", w.join("a"))), w.pause(),
        w.cancel("b"), w.pause(), w.set(e), w.pause()));
  }

  @Test
  @Tag("CAN-4") //= CAN-4 type=test
  void aTaskIsCancelledOnceItHasEndedSo() {
    w.run(w.spawn("a", w.await(e)), w.pause(), cancelled("a", false), w.cancel("a"), cancelled("a", false), w.pause(),
        cancelled("a", true), w.act(() -> {
          var failed = assertThrows(TaskFailedException.class, () -> w.task("a").result());
          assertEquals(CancelledException.class, failed.getCause().getClass());
        }));
  }

  @Test
  @Tag("CAN-4") //= CAN-4 type=test
  void aTaskThatEndedOtherwiseIsNotCancelled() {
    Deed fail = w.act(() -> {
      throw new ArithmeticException("oh");
    });
    w.run(w.spawn("returned"), w.spawn("failed", fail), w.waiter("caught", e), w.spawn("cancelled", w.await(e)),
        w.spawn("awaiter", w.join("cancelled")), w.spawn("limited", w.await(e, World.ms(1))), w.pause(),
        w.cancel("caught"), w.cancel("cancelled"), w.sleep(World.ms(2)));
    assertTrue(w.task("cancelled").isCancelled());
    for (String other : List.of("returned", "failed", "caught", "awaiter", "limited")) {
      assertTrue(w.task(other).isDone(), other);
      assertFalse(w.task(other).isCancelled(), other);
    }
  }

  @Test
  @Tag("CAN-3") //= CAN-3 type=test
  void aTaskThatNeverRanOrWasDroppedIsCancelled() {
    w.run(w.spawn("new"), w.cancel("new"), w.spawn("dropped", w.await(e)), w.pause(), cancelled("new", true),
        cancelled("dropped", false), w.act(w.loop::close));
    assertTrue(w.task("dropped").isCancelled());
  }

  private Deed cancelled(String name, boolean expected) {
    return w.act(() -> assertEquals(expected, w.task(name).isCancelled()));
  }

  @Test
  @Tag("CAN-1") //= CAN-1 type=test
  void theNameOfWhatWasWaitedForIsInTheException() {
    List<String> messages = new ArrayList<>();
    w.run(w.spawn("a", w.await(e).orElse(why -> messages.add(why.getMessage()))), w.pause(), w.cancel("a"), w.pause());
    assertEquals(List.of("The wait for Event e was cancelled"), messages);
  }
}
