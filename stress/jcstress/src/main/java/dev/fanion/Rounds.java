package dev.fanion;

/** Many sleeps of a real thread, and as many sets. Each set comes after the wake-up before it. */
abstract class Rounds {
  private static final int SLEEPS = 1_000;

  /** How long the loop's thread is on its way into a sleep, in spins. The setter waits from half as long to twice as long. */
  private static final int WAY = 0x40;

  /** After this number of looks in vain the setter concludes that the loop sleeps for ever. */
  private static final int LOOKS = 10_000_000;

  /** How often the loop's thread was woken. Written by it, read by the setter. */
  private volatile int wakes;

  /** Sets the flag once. Any thread. */
  abstract void set();

  final boolean isMoreToCome() {
    return wakes < SLEEPS;
  }

  final void woken() {
    wakes = wakes + 1;
    spin(WAY);
  }

  /** Sets the flag once for each sleep, sometimes earlier, sometimes later on the loop's way into it. */
  final void setOften() {
    boolean isAwake = true;
    for (int round = 0; round < SLEEPS && isAwake; round++) {
      spin(WAY / 2 + round % (WAY + WAY / 2));
      set();
      isAwake = wakesAfter(round);
    }
  }

  private boolean wakesAfter(int round) {
    for (int looks = 0; looks < LOOKS; looks++) {
      if (wakes != round) {
        return true;
      }
      if (looks > 1_000) {
        Thread.yield();
      }
    }
    return false;
  }

  private static void spin(int times) {
    for (int left = times; left > 0; left--) {
      Thread.onSpinWait();
    }
  }
}
