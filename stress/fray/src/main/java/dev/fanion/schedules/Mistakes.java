package dev.fanion.schedules;

import java.util.concurrent.locks.LockSupport;

/** The cut-down flag and loop, each with one mistake. */
final class Mistakes {
  private Mistakes() {}

  /** The loop says that it sleeps, and does not look again. */
  static final class LooksThenSleeps extends CutDownLoop {
    LooksThenSleeps(Payloads payloads) {
      super(payloads);
    }

    @Override
    void sleep() {
      asleep.set(true);
      LockSupport.park(this);
      asleep.set(false);
    }
  }

  /** A wait tests the flag, then registers. */
  static final class TestsThenRegisters extends CutDownLoop {
    TestsThenRegisters(Payloads payloads) {
      super(payloads);
    }

    @Override
    boolean register() {
      registered = true;
      return false;
    }
  }

  /** A setter wakes the loop before it raises the flag. */
  static final class WakesBeforeStore extends CutDownLoop {
    WakesBeforeStore(Payloads payloads) {
      super(payloads);
    }

    @Override
    void set() {
      if (registered) {
        mark();
        wake();
      }
      raised.set(true);
    }
  }

  /** The loop lowers the hint after the look, not before it. */
  static final class LowersAfterLook extends CutDownLoop {
    LowersAfterLook(Payloads payloads) {
      super(payloads);
    }

    @Override
    void look() {
      if (hint.get()) {
        notice();
        hint.set(false);
      }
    }
  }

  /** A setter claims the wake-up before it unparks. */
  static final class ClaimsWake extends CutDownLoop {
    ClaimsWake(Payloads payloads) {
      super(payloads);
    }

    @Override
    void wake() {
      if (asleep.getAndSet(false)) {
        unpark();
      }
    }
  }

  /** A setter leaves the wake-up to the setter that found the flag clear. */
  static final class SkipsWake extends CutDownLoop {
    SkipsWake(Payloads payloads) {
      super(payloads);
    }

    @Override
    void set() {
      boolean first = !raised.getAndSet(true);
      if (registered) {
        mark();
        if (first) {
          wake();
        }
      }
    }
  }

  /** A setter that finds the hint marked leaves the wake-up to the setter that marked it. */
  static final class StopsAtHint extends CutDownLoop {
    StopsAtHint(Payloads payloads) {
      super(payloads);
    }

    @Override
    void set() {
      raised.set(true);
      if (registered && !hint.get()) {
        mark();
        wake();
      }
    }
  }

  /** The consume reads the flag, receives what was sent, then writes the flag. */
  static final class ReadsThenWrites extends CutDownLoop {
    ReadsThenWrites(Payloads payloads) {
      super(payloads);
    }

    @Override
    void consume() {
      if (raised.get()) {
        payloads.receive();
        raised.set(false);
      }
    }
  }

  /** The loop takes each end of a park for a signal. */
  static final class CountsEveryWake extends CutDownLoop {
    CountsEveryWake(Payloads payloads) {
      super(payloads);
    }

    @Override
    void sleep() {
      super.sleep();
      payloads.receive();
    }
  }

  /** A clear takes back the hint with the signal. */
  static final class ClearsTheHint extends CutDownLoop {
    ClearsTheHint(Payloads payloads) {
      super(payloads);
    }

    @Override
    void clear() {
      raised.getAndSet(false);
      hint.set(false);
    }
  }

  /** A wait that was cancelled consumes the signal. */
  static final class ConsumesOnLeaving extends CutDownLoop {
    ConsumesOnLeaving(Payloads payloads) {
      super(payloads);
    }

    @Override
    void leave() {
      raised.getAndSet(false);
    }
  }
}
