package dev.fanion.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class GuiOwnerTest {
  private final QueueGui gui = new QueueGui();
  private final GuiOwner owner = new GuiOwner(gui::post, gui::postAt, gui::now);
  private final EventLoop loop = owner.loop;
  private final List<String> log = new ArrayList<>();

  private void say(String what) {
    log.add(Duration.ofNanos(gui.now()).toMillis() + " ms " + what);
  }

  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  @Tag("LOP-4") //= LOP-4 type=test
  void tasksSleepAndAreWokenBetweenTheGuisEvents() {
    ThreadSafeFlag clicked = new ThreadSafeFlag(loop, "clicked");
    Task<String> main = loop.start(() -> {
      loop.sleep(Duration.ofMillis(2));
      say("slept");
      clicked.await(Duration.ofMillis(100));
      say("clicked");
      return "done";
    });
    gui.postAt(clicked::set, 5_000_000);
    gui.post(owner::round);
    gui.runUntilIdle();
    assertEquals("done", main.result());
    assertEquals(List.of("2 ms slept", "5 ms clicked"), log);
  }

  @Test
  @Tag("LOP-1") //= LOP-1 type=test
  void theGuisEventsGoBetweenTheRoundsOfBusyTasks() {
    Event go = new Event(loop);
    loop.start(() -> {
      for (int i = 0; i < 3; i++) {
        say("turn " + i);
        loop.sleep(Duration.ZERO);
      }
      go.set();
    });
    gui.post(owner::round);
    gui.post(() -> say("repaint"));
    gui.runUntilIdle();
    assertEquals(List.of("0 ms turn 0", "0 ms repaint", "0 ms turn 1", "0 ms turn 2"), log);
  }

  /** Each round calls off the round that was to come later, so there is never more than one timer. */
  @Test
  @Tag("LOP-2") //= LOP-2 type=test
  void manyWakesLeaveOneTimer() {
    ThreadSafeFlag tick = new ThreadSafeFlag(loop, "tick");
    loop.start(() -> {
      for (int i = 0; i < 50; i++) {
        tick.await(Duration.ofMillis(100));
        assertTrue(gui.delayed() <= 50 - i, "a timer for each round");
      }
    });
    for (int i = 1; i <= 50; i++) {
      gui.postAt(tick::set, i * 1_000_000L);
    }
    gui.post(owner::round);
    gui.runUntilIdle();
    assertEquals(50_000_000, gui.now());
  }
}
