package dev.fanion.interleavings;

/** An event with one waiter, statement by statement as a runtime without a thread check has it, and the check. The right form. */
class SmallEvent {
  static final String BLOCKED = "a task is blocked on a set event";
  static final String SCHEDULED_TWICE = "a task is scheduled twice";

  private final Thread home = Thread.currentThread();
  private volatile boolean set;

  /** Whether the task stands in the event's queue. */
  private volatile boolean queued;

  /** How often the task stands in the queue of the ready. */
  private volatile int ready;

  void check() {
    if (Thread.currentThread() != home) {
      throw new IllegalStateException("off-loop");
    }
  }

  final void set() {
    check();
    if (queued) {
      ready++;
      queued = false;
    }
    set = true;
  }

  final void await() {
    if (!set) {
      queued = true;
    }
  }

  /** A wait races with a setter. */
  final void explore() {
    Actor setter = setter();
    Actor.startAll(setter);
    await();
    Actor.joinAll(setter);
    if (queued && set) {
      throw new IllegalStateException(BLOCKED);
    }
  }

  /** Another task sets the event while a setter does. */
  final void exploreTwoSets() {
    await();
    Actor setter = setter();
    Actor.startAll(setter);
    set();
    Actor.joinAll(setter);
    if (ready > 1) {
      throw new IllegalStateException(SCHEDULED_TWICE);
    }
  }

  private Actor setter() {
    return new Actor() {
      @Override
      void act() {
        try {
          SmallEvent.this.set();
        } catch (IllegalStateException refused) {
          // the right form refuses
        }
      }
    };
  }

  /** Broken: any thread may call. */
  static final class Unguarded extends SmallEvent {
    @Override
    void check() {}
  }
}
