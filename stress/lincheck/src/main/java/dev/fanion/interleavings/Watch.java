package dev.fanion.interleavings;

import dev.fanion.Parker;
import java.util.function.LongSupplier;

/**
 * What one exploration watches: the loop's sleep, the time, and the payloads, of which each setter sends some and the loop
 * must receive all.
 *
 * <p>The sleep is a monitor's, so that a lost wake-up hangs. A hang comes to light only if no thread goes on; a setter that
 * another hid behind and that is merely slow would end it. So this also refuses what FLG-4 forbids at once: that the loop
 * sleeps while a payload whose {@code set()} has returned was not received.
 */
final class Watch implements Parker, LongSupplier {
  static final String SLEEPS_ON = "the loop sleeps although a set() has returned";
  static final String TOO_MANY_RETURNS = "more waits have returned than there were sets";

  private final int[] sent;
  private final int[] returned;
  private final int[] received;
  private final int total;
  private int expected;
  private int returns;
  private boolean permit;
  private boolean sleeping;
  private boolean violated;
  private boolean stopsTheFirstUnpark;
  private volatile long now;

  /** For so many setters, each of which sends so many payloads. */
  Watch(int setters, int payloadsEach) {
    sent = new int[setters];
    returned = new int[setters];
    received = new int[setters];
    total = setters * payloadsEach;
    expected = total;
  }

  /** The first setter that comes to unpark stops there for ever: it is thrown a {@link Stopped}. */
  Watch stoppingTheFirstUnpark() {
    stopsTheFirstUnpark = true;
    return this;
  }

  /** The setter of that number is about to call set(), with one payload more. */
  void begin(int setter) {
    sent[setter]++;
  }

  /** Its set() has returned. */
  synchronized void returned(int setter) {
    returned[setter]++;
    if (sleeping && !permit) {
      violated = isMissing(); // for the loop to throw: it would hang if this threw
      notifyAll();
    }
  }

  /** A wait has returned: takes what was sent. Loop only, as is the next. */
  void receive() {
    int begun = 0;
    for (int setter = 0; setter < sent.length; setter++) {
      received[setter] = sent[setter];
      begun += received[setter];
    }
    if (++returns > begun) {
      throw new IllegalStateException(TOO_MANY_RETURNS);
    }
    expected = total - begun;
  }

  /** Whether payloads are still to be received. */
  boolean isExpecting() {
    return expected > 0;
  }

  /** Time passes. */
  synchronized void advance(long nanos) {
    now += nanos;
    notifyAll();
  }

  @Override
  public long getAsLong() {
    return now;
  }

  @Override
  public synchronized void park(long nanos) {
    long end = nanos == Long.MAX_VALUE ? nanos : now + nanos;
    violated = !permit && isMissing();
    sleeping = true;
    while (!permit && now < end && !violated) {
      waitHere();
    }
    sleeping = false;
    permit = false;
    if (violated) {
      throw new IllegalStateException(SLEEPS_ON);
    }
  }

  private void waitHere() {
    try {
      wait();
    } catch (InterruptedException nobodyInterrupts) {
      throw new IllegalStateException(nobodyInterrupts);
    }
  }

  @Override
  public synchronized void unpark() {
    if (stopsTheFirstUnpark) {
      stopsTheFirstUnpark = false;
      throw new Stopped();
    }
    permit = true;
    notifyAll();
  }

  /** Whether there is a payload whose set has returned and which was not received. */
  private boolean isMissing() {
    for (int setter = 0; setter < sent.length; setter++) {
      if (received[setter] < returned[setter]) {
        return true;
      }
    }
    return false;
  }

  /** Stands for a setter that never goes on. */
  static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }
}
