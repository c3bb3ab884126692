package dev.fanion.interleavings;

/** The cut-down flag and loop, each with one mistake. */
final class BrokenLoops {
  private BrokenLoops() {}

  /** Says that it sleeps and does not look again. */
  static final class LooksThenSleeps extends SmallLoop {
    LooksThenSleeps(Watch watch) {
      super(watch);
    }

    @Override
    void sleep(long until) {
      asleep.set(true);
      watch.park(until);
      asleep.set(false);
    }
  }

  /** Tests, then registers, with room for a set between. */
  static final class TestsThenRegisters extends SmallLoop {
    TestsThenRegisters(Watch watch) {
      super(watch);
    }

    @Override
    boolean register() {
      registered = true;
      return false;
    }
  }

  /** Wakes the loop, then stores what it is to find. */
  static final class WakesBeforeStore extends SmallLoop {
    WakesBeforeStore(Watch watch) {
      super(watch);
    }

    @Override
    void set() {
      if (registered) {
        wake();
        hint();
      }
      raised.set(true);
    }
  }

  /** Lowers the hint after the look, not before. */
  static final class LowersAfterLook extends SmallLoop {
    LowersAfterLook(Watch watch) {
      super(watch);
    }

    @Override
    void look() {
      if (isHinted()) {
        notice();
        hints.set(0);
      }
    }
  }

  /** Takes the wake-up for itself before it gives it. */
  static final class ClaimsWake extends SmallLoop {
    ClaimsWake(Watch watch) {
      super(watch);
    }

    @Override
    void wake() {
      if (asleep.getAndSet(false)) {
        watch.unpark();
      }
    }
  }

  /** Leaves the wake-up to the setter that found the flag clear. */
  static final class SkipsWake extends SmallLoop {
    SkipsWake(Watch watch) {
      super(watch);
    }

    @Override
    void set() {
      boolean first = !raised.getAndSet(true);
      if (registered) {
        hint();
        if (first) {
          wake();
        }
      }
    }
  }

  /** Queues the flag only on the change from clear to set: a later set hides behind a slow one, and a clear queues it twice. */
  static final class QueuesOnChange extends SmallLoop {
    QueuesOnChange(Watch watch) {
      super(watch);
    }

    @Override
    void set() {
      if (!raised.getAndSet(true)) {
        hints.incrementAndGet();
        wake();
      }
    }
  }

  /**
   * Reads the word, acts on it, then writes it. Acting after the write would be right in every interleaving: that the shipped
   * flag must exchange all the same is a matter of memory order, which Lincheck does not explore.
   */
  static final class ReadsThenWrites extends SmallLoop {
    ReadsThenWrites(Watch watch) {
      super(watch);
    }

    @Override
    void consume() {
      if (raised.get()) {
        watch.receive();
        raised.set(false);
      }
    }
  }

  /** Takes the payload of the set that it noticed, then consumes the signal of all. */
  static final class ReceivesThenConsumes extends SmallLoop {
    ReceivesThenConsumes(Watch watch) {
      super(watch);
    }

    @Override
    void consume() {
      watch.receive();
      raised.getAndSet(false);
    }
  }

  /** Takes back the hint with the signal. */
  static final class ClearsTheHint extends SmallLoop {
    ClearsTheHint(Watch watch) {
      super(watch);
    }

    @Override
    void clear() {
      raised.getAndSet(false);
      hints.set(0);
    }
  }

  /** Consumes although the wait has timed out or was cancelled. */
  static final class ConsumesOnLeaving extends SmallLoop {
    ConsumesOnLeaving(Watch watch) {
      super(watch);
    }

    @Override
    void leave() {
      raised.getAndSet(false);
    }
  }
}
