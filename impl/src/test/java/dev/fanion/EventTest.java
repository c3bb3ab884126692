package dev.fanion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Form.class)
class EventTest {
  private final World w;
  private final Event e;

  EventTest(Form form) {
    w = new World(form);
    e = w.event("e");
  }

  private Deed look() {
    return w.act(() -> w.log.add(e.isSet() ? "set" : "clear"));
  }

  @Test
  @Tag("EVT-1") //= EVT-1 type=test
  void isClearWhenNew() {
    assertEquals(List.of("clear"), w.run(look()));
  }

  @Test
  @Tag("EVT-2") //= EVT-2 type=test
  void setWakesEveryWaiterOnceInOrderBehindTheReadyTasks() {
    assertEquals(List.of("set returned", "ready", "a woken", "b woken", "c woken"), w.run(
        w.waiter("a", e), w.waiter("b", e), w.waiter("c", e), w.pause(),
        w.spawn("r", w.say("ready")), w.set(e), w.say("set returned"), w.pause(), w.pause()));
  }

  @Test
  @Tag("EVT-2") //= EVT-2 type=test
  void setOrdersByTheBeginningOfTheWaitNotOfTheTask() {
    assertEquals(List.of("b woken", "a woken"), w.run(
        w.spawn("a", w.pause(), w.ending("a", w.await(e))), w.waiter("b", e), w.pause(), w.pause(),
        w.set(e), w.pause()));
  }

  @Test
  @Tag("EVT-3") //= EVT-3 type=test
  void staysSetWhateverElseHappens() {
    assertEquals(List.of("a woken", "b cancelled", "set", "set", "main woken", "set"), w.run(
        w.waiter("a", e), w.waiter("b", e), w.pause(), w.set(e), w.cancel("b"), w.pause(),
        look(), look(), w.ending("main", w.await(e)), look()));
  }

  @Test
  @Tag("EVT-4") //= EVT-4 type=test
  void setOnASetEventChangesNothing() {
    assertEquals(List.of("set", "a woken", "clear"), w.run(
        w.waiter("a", e), w.pause(), w.set(e), w.set(e), look(), w.pause(), w.clear(e), look(), w.pause()));
  }

  @Test
  @Tag("EVT-4") //= EVT-4 type=test
  void setWithNobodyWaitingIsNotLost() {
    assertEquals(List.of("main woken"), w.run(w.set(e), w.pause(), w.ending("main", w.await(e))));
  }

  @Test
  @Tag("EVT-5") //= EVT-5 type=test
  @Tag("EVT-8") //= EVT-8 type=test
  void clearTakesBackNoWake() {
    assertEquals(List.of("clear", "a woken", "b woken", "clear"), w.run(
        w.waiter("a", e), w.waiter("b", e), w.pause(), w.set(e), w.clear(e), look(), w.pause(), look()));
  }

  @Test
  @Tag("EVT-5") //= EVT-5 type=test
  void clearMakesLaterWaitsBlock() {
    assertEquals(List.of("main", "a woken"), w.run(
        w.set(e), w.clear(e), w.waiter("a", e), w.pause(), w.say("main"), w.set(e), w.pause()));
  }

  @Test
  @Tag("EVT-5") //= EVT-5 type=test
  void clearWakesNobody() {
    assertEquals(List.of("main"), w.run(
        w.spawn("a", w.await(e), w.say("a")), w.pause(), w.clear(e), w.pause(), w.pause(), w.say("main")));
  }

  @Test
  @Tag("EVT-6") //= EVT-6 type=test
  void waitOnASetEventGivesNobodyATurn() {
    Deed[] deeds = new Deed[1002];
    deeds[0] = w.spawn("other", w.say("other"));
    deeds[1] = w.set(e);
    for (int i = 2; i < deeds.length; i++) {
      deeds[i] = w.await(e);
    }
    deeds[1001] = w.say("main");
    assertEquals("main", w.run(deeds).get(0));
  }

  @Test
  @Tag("EVT-7") //= EVT-7 type=test
  void waitOnAClearEventBlocksUntilSet() {
    assertEquals(List.of("before", "a woken"), w.run(
        w.waiter("a", e), w.pause(), w.pause(), w.say("before"), w.set(e), w.pause()));
  }

  @Test
  @Tag("EVT-9") //= EVT-9 type=test
  void aSetBeforeTheWaitBeginsIsMissedAfterClear() {
    assertEquals(List.of("main"), w.run(
        w.spawn("a", w.await(e), w.say("a")), w.set(e), w.clear(e), w.pause(), w.pause(), w.say("main")));
  }

  @Test
  @Tag("EVT-9") //= EVT-9 type=test
  void aTaskThatStartsAfterSetOvertakesTheWoken() {
    assertEquals(List.of("late woken", "a woken"), w.run(
        w.waiter("a", e), w.pause(), w.waiter("late", e), w.set(e), w.pause()));
  }

  @Test
  @Tag("EVT-10") //= EVT-10 type=test
  void oneWakeAWait() {
    assertEquals(List.of("first woken", "main", "second woken"), w.run(
        w.spawn("a", w.ending("first", w.await(e)), w.ending("second", w.await(e))), w.pause(),
        w.set(e), w.clear(e), w.pause(), w.pause(), w.say("main"), w.set(e), w.pause()));
  }

  @Test
  @Tag("EVT-11") //= EVT-11 type=test
  void aQueryHasNoEffect() {
    assertEquals(List.of("clear", "clear", "set", "a woken"), w.run(
        w.waiter("a", e), w.pause(), look(), w.pause(), look(), w.set(e), look(), w.pause()));
  }

  @Test
  @Tag("EVT-12") //= EVT-12 type=test
  void eventsAreIndependent() {
    Event other = w.event("other");
    assertEquals(List.of("b woken", "clear"), w.run(
        w.spawn("a", w.await(e), w.say("a")), w.waiter("b", other), w.pause(), w.set(other), w.pause(), w.pause(), look()));
  }

  @Test
  @Tag("EVT-12") //= EVT-12 type=test
  void aThousandWaitersAllResume() {
    Deed[] deeds = new Deed[1004];
    for (int i = 0; i < 1000; i++) {
      deeds[i] = w.spawn("t" + i, w.await(e), w.say("woken"));
    }
    deeds[1000] = w.pause();
    deeds[1001] = w.set(e);
    deeds[1002] = w.pause();
    deeds[1003] = w.say("main");
    w.run(deeds);
    assertEquals(1001, w.log.size());
    assertEquals("main", w.log.get(1000));
  }

  @Test
  @Tag("EVT-14") //= EVT-14 type=test
  void aSetEventHasNoBlockedWaiter() {
    w.run(w.waiter("a", e), w.pause(), w.act(() -> assertFalse(e.waiters().isEmpty())),
        w.set(e), w.act(() -> assertTrue(e.waiters().isEmpty())));
  }

  @Test
  @Tag("EVT-13") //= EVT-13 type=test
  void nothingButSetOrClearIsToBeLearned() {
    Set<Class<?>> told = new HashSet<>();
    for (Method method : Event.class.getMethods()) {
      if (method.getDeclaringClass() != Object.class) {
        told.add(method.getReturnType());
        assertTrue(Set.of(Duration.class, Step.class, Otherwise.class).containsAll(Set.of(method.getParameterTypes())));
      }
    }
    assertEquals(Set.of(void.class, boolean.class, Next.class, String.class), told); // Next is for the loop, String for people
  }
}
