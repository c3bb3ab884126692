package dev.fanion;

import static dev.fanion.World.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Turns, rounds and time. */
@ParameterizedClass
@EnumSource(Form.class)
class LoopTest {
  private final World w;

  LoopTest(Form form) {
    w = new World(form);
  }

  @Test
  @Tag("LOP-1") //= LOP-1 type=test
  void readyTasksRunInTheOrderInWhichTheyBecameReady() {
    assertEquals(List.of("main", "a1", "b1", "main2", "a2", "b2"), w.run(
        w.spawn("a", w.say("a1"), w.pause(), w.say("a2")), w.spawn("b", w.say("b1"), w.pause(), w.say("b2")),
        w.say("main"), w.pause(), w.say("main2"), w.pause()));
  }

  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  void sleepOfZeroGivesEveryReadyTaskOneTurn() {
    assertEquals(List.of("a", "b", "main", "a", "b"), w.run(
        w.spawn("a", w.say("a"), w.pause(), w.say("a"), w.pause(), w.say("a")),
        w.spawn("b", w.say("b"), w.pause(), w.say("b"), w.pause(), w.say("b")), w.pause(), w.say("main"), w.pause()));
  }

  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  void aSleepEndsAtItsDeadlineAndNotBefore() {
    w.run(w.sleep(ms(3)), w.act(() -> assertEquals(ms(3), w.time.now())),
        w.act(() -> w.time.pass(ms(1))), w.sleep(ms(3)), w.act(() -> assertEquals(ms(7), w.time.now())));
  }

  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  void aLoopThatIsWokenTooEarlySleepsOn() {
    ThreadSafeFlag f = w.flag("f");
    w.time.interruptAt(ms(1), f::set);
    w.run(w.spawn("a", w.await(f), w.say("a")), w.sleep(ms(3)), w.act(() -> assertEquals(ms(3), w.time.now())));
    assertEquals(List.of("a"), w.log);
  }

  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  void deadlinesWakeInTheirOrderAndEqualOnesInTheOrderOfTheirSetting() {
    List<Integer> sleeps = new ArrayList<>();
    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      sleeps.add(1 + i % 20);
    }
    Collections.shuffle(sleeps, new Random(7));
    List<Deed> deeds = new ArrayList<>();
    for (int i = 0; i < sleeps.size(); i++) {
      deeds.add(w.spawn("t" + i, w.sleep(ms(sleeps.get(i))), w.say(sleeps.get(i) + "/" + i)));
      expected.add(sleeps.get(i) + "/" + i);
    }
    deeds.add(w.act(() -> w.time.pass(ms(0))));
    deeds.add(w.pause());
    deeds.add(w.act(() -> w.time.pass(ms(99)))); // all are due in the same round
    deeds.add(w.pause());
    deeds.add(w.pause());
    expected.sort((a, b) -> Integer.compare(sleepOf(a), sleepOf(b))); // stable
    assertEquals(expected, w.run(deeds.toArray(Deed[]::new)));
  }

  private static int sleepOf(String word) {
    return Integer.parseInt(word.substring(0, word.indexOf('/')));
  }

  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  void cancelledSleepsLeaveTheOthersInOrder() {
    List<Deed> deeds = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      int sleep = 1 + i * 17 % 40;
      deeds.add(w.spawn("t" + sleep, w.sleep(ms(sleep)), w.say("" + sleep)));
    }
    deeds.add(w.pause());
    for (int i = 0; i < 20; i++) {
      deeds.add(w.cancel("t" + (2 + 14 * i % 40))); // every even one, in a scattered order
    }
    deeds.add(w.sleep(ms(50)));
    List<String> expected = IntStream.range(0, 20).mapToObj(i -> "" + (1 + 2 * i)).toList();
    assertEquals(expected, w.run(deeds.toArray(Deed[]::new)));
  }

  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  void aTimerThatFillsAGapMayHaveToRise() {
    // As a heap, in this order: 11 is below 10, and the last, 6, takes its place, from another branch.
    int[] sleeps = {1, 10, 2, 11, 12, 3, 5, 20, 21, 22, 23, 30, 6};
    List<Deed> deeds = new ArrayList<>();
    for (int sleep : sleeps) {
      deeds.add(w.spawn("t" + sleep, w.sleep(ms(sleep)), w.say("" + sleep)));
    }
    deeds.addAll(List.of(w.pause(), w.cancel("t11"), w.pause(), w.act(() -> w.time.pass(ms(40))), w.pause(), w.pause()));
    List<String> expected = IntStream.of(sleeps).filter(sleep -> sleep != 11).sorted().mapToObj(sleep -> "" + sleep).toList();
    assertEquals(expected, w.run(deeds.toArray(Deed[]::new)));
  }

  @Test
  @Tag("LOP-3") //= LOP-3 type=test
  void aBusyLoopLooksAtTheFlagsBetweenTwoTurns() {
    ThreadSafeFlag f = w.flag("f");
    // x, b and main run in one round. The flag is set before the turn of b, so a is ready before what b spawns.
    assertEquals(List.of("b", "a woken", "c"), w.run(
        w.waiter("a", f), w.spawn("x", w.pause(), w.set(f)),
        w.spawn("b", w.pause(), w.say("b"), w.spawn("c", w.say("c"))), w.pause(), w.pause(), w.pause(), w.pause()));
  }

  @Test
  @Tag("LOP-3") //= LOP-3 type=test
  void aBusyLoopLooksAtTheTimersInEachRound() {
    assertEquals(List.of("a", "main"), w.run(
        w.spawn("a", w.sleep(ms(1)), w.say("a")), w.pause(), w.act(() -> w.time.pass(ms(1))), w.pause(), w.pause(),
        w.say("main")));
  }

  @Test
  void aLoopRunsOnce() {
    w.run();
    String message = "EventLoop loop was started or closed before. A loop runs once; make a new one.";
    assertEquals(message, assertThrows(IllegalStateException.class, w::run).getMessage());
    assertEquals(message, assertThrows(IllegalStateException.class, w::start).getMessage());
  }

  @Test
  void aLoopIsNotRunFromInside() {
    w.run(w.act(() -> assertTrue(assertThrows(IllegalStateException.class, w.loop::runReady).getMessage()
        .contains("is inside it. Spawn a task instead, or run another loop."))));
  }

  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  void aLoopWithoutLimitsDoesNotReadTheClock() {
    EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(() -> {
      throw new AssertionError("there is no deadline to compare with");
    }, w.time));
    Event e = new Event(loop);
    loop.run(() -> {
      Task<?> waiter = loop.spawn("waiter", () -> e.await());
      loop.sleep(ms(0));
      e.set();
      waiter.await();
    });
  }
}
