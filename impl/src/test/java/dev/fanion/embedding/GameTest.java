package dev.fanion.embedding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Parker;
import dev.fanion.ThreadSafeFlag;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The owner calls at each frame, come what may. */
class GameTest {
  private final List<String> log = new ArrayList<>();
  private long time;
  private int frames;

  // [game
  private final Parker parker = Parker.withWakeup(() -> {}); // the next frame is soon enough
  private final EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(() -> time, parker));

  /** Sixty times a second. Returns whether the game goes on. */
  private boolean frame() {
    boolean goesOn = loop.runReady() >= 0; // one turn for each task that is ready by now
    draw();
    return goesOn;
  }
  // game]

  private void draw() {
    frames++;
    time += 16_000_000;
  }

  private void say(String what) {
    log.add("frame " + frames + ": " + what);
  }

  @Test
  @Tag("LOP-1") //= LOP-1 type=test
  @Tag("LOP-2") //= LOP-2 type=test
  void eachFrameGivesEachReadyTaskOneTurn() {
    ThreadSafeFlag key = new ThreadSafeFlag(loop, "key");
    loop.start(() -> {
      loop.spawn("walker", () -> {
        while (true) {
          say("walks");
          loop.sleep(Duration.ofMillis(40));
        }
      });
      loop.sleep(Duration.ZERO);
      say("runs");
      key.await();
      say("jumps");
    });
    for (int i = 0; i < 6; i++) {
      assertEquals(true, frame());
    }
    key.set();
    assertFalse(frame());
    assertEquals(List.of("frame 1: walks", "frame 1: runs", "frame 4: walks", "frame 6: jumps"), log);
  }
}
