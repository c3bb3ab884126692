package org.example.tiny;

import java.util.ArrayDeque;
import java.util.Deque;

/** An event of a loop, as asyncio has it. Confined to the loop's thread. */
public class TinyEvent {
  /** Who waits, the first one first. */
  protected final Deque<Runnable> waiters = new ArrayDeque<>();

  private final TinyLoop loop;
  private boolean set;

  /** An event that is clear. */
  public TinyEvent(TinyLoop loop) {
    this.loop = loop;
  }

  /** Waits: returns true at once if the event is set, or else has the callback run when it has been. */
  public final boolean await(Runnable then) {
    if (!set) {
      waiters.add(then);
    }
    return set;
  }

  /** Sets it, and wakes all who wait. */
  public final void set() {
    set = true;
    wake();
  }

  /** Makes those ready who wait. */
  protected void wake() {
    while (!waiters.isEmpty()) {
      loop.call(waiters.remove());
    }
  }

  /** Clears it. Those who were woken stay so. */
  public final void clear() {
    set = false;
  }

  /** Whether it is set. */
  public final boolean isSet() {
    return set;
  }

  /** The loop that it belongs to. */
  protected final TinyLoop loop() {
    return loop;
  }
}
