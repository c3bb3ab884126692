package org.example.tiny;

import java.util.ArrayDeque;
import java.util.Deque;

/** A loop that runs callbacks, in the order in which they became ready. Confined to one thread. */
public final class TinyLoop {
  private final Deque<Runnable> ready = new ArrayDeque<>();

  /** Runs this callback after all that are ready. */
  public void call(Runnable callback) {
    ready.add(callback);
  }

  /** Runs the first of the ready callbacks. */
  public boolean runOne() {
    Runnable first = ready.poll();
    if (first != null) {
      first.run();
    }
    return first != null;
  }
}
