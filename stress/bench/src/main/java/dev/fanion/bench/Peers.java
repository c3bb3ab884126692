package dev.fanion.bench;

import dev.fanion.Action;
import dev.fanion.LoopOptions;

/** The threads of the peers that block threads. They are of the same kind as those of the reference's direct tasks. */
final class Peers {
  private Peers() {}

  static boolean threadsAreVirtual() {
    return Runtime.version().feature() >= 21;
  }

  static Thread start(Action body) {
    Thread thread = LoopOptions.defaults().threads().newThread(() -> quietly(body));
    thread.start();
    return thread;
  }

  /** Runs what is not meant to fail. Interrupts occur only where the code catches them. */
  static void quietly(Action body) {
    try {
      body.run();
    } catch (Exception unexpected) {
      throw new IllegalStateException(unexpected);
    }
  }
}
