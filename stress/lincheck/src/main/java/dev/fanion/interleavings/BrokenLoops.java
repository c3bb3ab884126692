package dev.fanion.interleavings;

/** The cut-down flag and loop, each with one mistake. */
final class BrokenLoops {
  private BrokenLoops() {}

  /** The loop says that it sleeps, and does not look again. */
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

  /** A wait tests the flag, then registers. A set may come between the two. */
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

  /** A setter wakes the loop before it raises the flag. */
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

  /** The loop lowers the hint after the look, not before it. */
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

  /** A setter claims the wake-up before it unparks. */
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

  /** A setter leaves the wake-up to the setter that found the flag clear. */
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

  /** A setter that finds the hint marked leaves the wake-up to the setter that marked it. */
  static final class StopsAtHint extends SmallLoop {
    StopsAtHint(Watch watch) {
      super(watch);
    }

    @Override
    void set() {
      raised.set(true);
      if (registered && !isHinted()) {
        hint();
        wake();
      }
    }
  }

  /**
   * A setter queues the flag only if it was clear. So a later set relies on a slower one, and a flag that was cleared in between
   * is queued twice.
   */
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
   * The consume reads the flag, acts on what it read, then writes the flag. To act after the write would be right in every
   * interleaving. The shipped flag needs an exchange all the same, for a reason of memory order, which Lincheck does not explore.
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

  /** The consume takes the payload of the set that it noticed, then the signal of all sets. */
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

  /** A clear takes back the hint with the signal. */
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

  /** A wait that has timed out or was cancelled consumes the signal. */
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
