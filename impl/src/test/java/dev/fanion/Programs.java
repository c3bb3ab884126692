package dev.fanion;

import java.time.Duration;
import java.util.function.Consumer;

/** The four example programs, as one writes them in one form of task. */
abstract class Programs {
  static final Duration SECOND = Duration.ofSeconds(1);

  final EventLoop loop;
  final Consumer<String> print;

  Programs(EventLoop loop, Consumer<String> print) {
    this.loop = loop;
    this.print = print;
  }

  /** One task waits, another sets. */
  abstract void basicShape();

  /** Several wait, one set() wakes all. */
  abstract void severalWaiters();

  /** A worker waits, works and clears, so the signal that comes while it works is lost. */
  abstract void worker();

  /** An interrupt sets the flag, twice. */
  abstract void interrupt(ThreadSafeFlag button);
}
