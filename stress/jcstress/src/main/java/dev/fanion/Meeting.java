package dev.fanion;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Its task waits on an event. A second task sets and clears the event when it is told to. */
final class Meeting extends Fixture {
  final Event event = new Event(loop);

  /** Whether the second task is to set the event in its next turn; loop only. */
  boolean due;

  private final Step<@Nullable Void> sets = this::sets;
  private boolean spawned;

  static Meeting ready() {
    Meeting fixture = new Meeting();
    fixture.started();
    fixture.loop.runReady();
    return fixture;
  }

  @Override
  Next<@Nullable Void> waits() {
    if (!spawned) {
      spawned = true;
      loop.spawnSteps(sets);
    }
    return event.await(returned);
  }

  private Next<@Nullable Void> sets() {
    if (due) {
      due = false;
      event.set();
      event.clear();
    }
    return loop.sleep(Duration.ZERO, sets);
  }

  /** Whether set() is refused. For threads outside the loop. */
  boolean isRefused() {
    try {
      event.set();
      return false;
    } catch (IllegalStateException refused) {
      return true;
    }
  }
}
