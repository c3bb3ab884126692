package dev.fanion.storms;

import java.util.concurrent.locks.LockSupport;

/**
 * The cut-down loop, each time with one mistake that a storm must find. Where the mistake is a gap, the loop dawdles in it, so
 * that it shows also where setter and loop seldom run at the same moment.
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

  /** Says that it sleeps, and does not look again. */
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

  /** A wait joins, and does not look once more. */
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

  /** A setter wakes the loop, and then writes. */
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

  /** A setter that finds the flag set relies on the setter before, which may have stopped half-way. */
  static final class SkipsWake extends CutDownLoop {
    SkipsWake(Waits waits) {
      super(waits);
    }

    @Override
    void set(int flag) {
      if (words.getAndSet(flag, 1) == 0) {
        tell(flag);
      }
    }
  }

  /** A park that returns is taken for a signal. */
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
