package dev.fanion.interleavings;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A flag, its loop and one task that waits, cut down to the fields that they share with setters. Each step of the shipped classes
 * has a method. This is the right form. Each form of {@link BrokenLoops} differs from it in one method.
 */
class SmallLoop {
  static final String SCHEDULED_TWICE = "a task is scheduled twice";

  final Watch watch;

  /** Whether a signal is there. */
  final AtomicBoolean raised = new AtomicBoolean();

  /** How often the flag stands in the list of flags at which the loop must look: 0 or 1. */
  final AtomicInteger hints = new AtomicInteger();

  /** Whether the task is inside the wait. Written by the loop, read by setters, as is the next. */
  volatile boolean registered;

  final AtomicBoolean asleep = new AtomicBoolean();

  /** How often the task stands in the queue of the ready. Loop only. */
  int ready;

  SmallLoop(Watch watch) {
    this.watch = watch;
  }

  void set() {
    raised.set(true);
    if (registered) {
      hint();
      wake();
    }
  }

  void hint() {
    if (!isHinted()) {
      hints.set(1);
    }
  }

  void wake() {
    if (asleep.get()) {
      watch.unpark();
    }
  }

  void clear() {
    raised.getAndSet(false);
  }

  /** Begins a wait. If a signal is there, consumes it and returns true: the wait is over. */
  final boolean begin() {
    boolean over = raised.getAndSet(false) || register();
    if (over) {
      registered = false;
      watch.receive();
    }
    return over;
  }

  /** Ends a wait that has begun: by a signal, which it consumes, or at that time. Returns true if by a signal. */
  final boolean end(long time) {
    for (look(); ready == 0 && watch.getAsLong() < time; look()) {
      sleep(time);
    }
    registered = false;
    if (ready == 0) {
      leave();
      return false;
    }
    if (ready > 1) {
      throw new IllegalStateException(SCHEDULED_TWICE);
    }
    ready = 0;
    consume();
    return true;
  }

  /** Makes the wait visible to setters. If a signal came before that, consumes it and returns true. */
  boolean register() {
    registered = true;
    return raised.getAndSet(false);
  }

  boolean isHinted() {
    return hints.get() != 0;
  }

  void look() {
    for (int left = hints.getAndSet(0); left > 0; left--) {
      notice();
    }
  }

  final void notice() {
    if (raised.get()) {
      ready++;
    }
  }

  void sleep(long until) {
    asleep.set(true);
    if (!isHinted()) {
      watch.park(until == Long.MAX_VALUE ? until : until - watch.getAsLong());
    }
    asleep.set(false);
  }

  /** The wait ended with a signal. */
  void consume() {
    raised.getAndSet(false);
    watch.receive();
  }

  /** The wait ended without a signal. */
  void leave() {}
}
