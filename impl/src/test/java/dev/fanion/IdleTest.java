package dev.fanion;

import static dev.fanion.World.ms;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.function.LongSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A set() at each place between the loop's last look for work and its sleep. */
class IdleTest {
  private final VirtualTime time = new VirtualTime();
  private ThreadSafeFlag flag;

  private void runWith(LoopOptions options) {
    EventLoop loop = new EventLoop(options);
    flag = new ThreadSafeFlag(loop, "f");
    loop.runSteps(() -> {
      loop.spawnSteps(() -> {
        throw new IllegalArgumentException("so that the handler is called");
      });
      return flag.await(ms(5), Next::end);
    });
    assertEquals(ms(0), time.now());
  }

  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  void aSetBeforeTheLoopSaysThatItSleepsIsSeenByItsLastLook() {
    runWith(LoopOptions.defaults().withTime(time, time).withErrors((task, error) -> flag.set()));
    assertEquals(0, time.unparks);
  }

  @Test
  @Tag("LOP-4") //= LOP-4 type=test
  void aSetAfterTheLastLookWakes() {
    LongSupplier clock = () -> {
      if (flag != null && flag.loop.isAsleep() && time.unparks == 0) {
        flag.set(); // the loop asks how long it may sleep: its last look is over
      }
      return time.getAsLong();
    };
    runWith(LoopOptions.defaults().withTime(clock, time).withErrors((task, error) -> {}));
    assertEquals(1, time.unparks);
  }
}
