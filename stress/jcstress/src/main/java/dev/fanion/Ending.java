package dev.fanion;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Its main task spawns a child on demand. The child writes the payload and ends with a value. */
final class Ending extends Fixture {
  private final Step<Integer> ends = this::ends;
  private final Step<@Nullable Void> spawns = this::spawns;
  private Task<Integer> child;

  static Ending ready() {
    Ending fixture = new Ending();
    fixture.started();
    return fixture;
  }

  /** A task that will end in the next round. */
  Task<Integer> child() {
    child = null;
    loop.runReady();
    return child;
  }

  @Override
  Next<@Nullable Void> waits() {
    return loop.sleep(Duration.ZERO, spawns);
  }

  private Next<@Nullable Void> spawns() {
    if (child == null) {
      child = loop.spawnSteps(ends);
    }
    return waits();
  }

  private Next<Integer> ends() {
    payload = 1;
    return Next.end(1);
  }
}
