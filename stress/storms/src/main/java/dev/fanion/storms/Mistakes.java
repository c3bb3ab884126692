package dev.fanion.storms;

import java.util.concurrent.locks.LockSupport;

/**
 * The cut-down loop with one mistake each, which a storm must find. Where the mistake is a gap, the loop dawdles in the gap. So
 * the mistake shows even where setter and loop seldom run at the same moment.
 */
final class Mistakes {
  private static final int GAP_SPINS = 1_000;

  private Mistakes() {}

  private static void dawdle() {
    for (int spins = 0; spins < GAP_SPINS; spins++) {
      Thread.onSpinWait();
    }
    Thread.yield();
  }

  /** The loop looks, says that it sleeps, and sleeps without another look. */
  static final class LooksThenSleeps extends CutDownLoop {
    LooksThenSleeps(Waits waits) {
      super(waits);
    }

    @Override
    void sleep() {
      if (!hint) {
        dawdle();
        asleep = true;
        LockSupport.park(this);
        asleep = false;
      }
    }
  }

  /** A wait joins the waiters and does not look once more. */
  static final class WaitsWithoutSecondLook extends CutDownLoop {
    WaitsWithoutSecondLook(Waits waits) {
      super(waits);
    }

    @Override
    void joins(int flag) {
      dawdle();
      super.joins(flag);
    }

    @Override
    boolean looksOnceMore(int flag) {
      return false;
    }
  }

  /** A setter wakes the loop before it raises the flag. */
  static final class WakesBeforeStore extends CutDownLoop {
    WakesBeforeStore(Waits waits) {
      super(waits);
    }

    @Override
    void set(int flag) {
      tell(flag);
      raise(flag);
    }
  }

  /** A setter that finds the flag set relies on the setter before it, which may have stopped half-way. */
  static final class SkipsWake extends CutDownLoop {
    SkipsWake(Waits waits) {
      super(waits);
    }

    @Override
    void set(int flag) {
      if (raised.getAndSet(flag, 1) == 0) {
        tell(flag);
      }
    }
  }

  /** The loop takes each return of a park for a signal. */
  static final class CountsEveryWake extends CutDownLoop {
    CountsEveryWake(Waits waits) {
      super(waits);
    }

    @Override
    void sleep() {
      super.sleep();
      waits.returned(0);
    }
  }
}
