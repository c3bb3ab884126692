package dev.fanion.interleavings;

import dev.fanion.Parker;
import java.util.function.LongSupplier;

/**
 * Watches one exploration: the loop's sleep, the time, and the payloads. Each setter sends some payloads, and the loop must
 * receive all of them.
 *
 * <p>The loop sleeps by a monitor, so that a lost wake-up hangs. Lincheck sees a hang only if no thread can continue. A setter on
 * which another one relied may merely be slow, and would end the hang. So this also refuses at once what FLG-4 forbids: the loop
 * sleeps, and a payload whose {@code set()} has returned was not received.
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

  /** A watch for a number of setters, each of which sends a number of payloads. */
  Watch(int setters, int payloadsEach) {
    sent = new int[setters];
    returned = new int[setters];
    received = new int[setters];
    total = setters * payloadsEach;
    expected = total;
  }

  /** Makes the first setter that comes to unpark stop there for ever, by a {@link Stopped}. */
  Watch stoppingTheFirstUnpark() {
    stopsTheFirstUnpark = true;
    return this;
  }

  /** The setter of that number is about to call set() for its next payload. */
  void begin(int setter) {
    sent[setter]++;
  }

  /** The set() of that setter has returned. */
  synchronized void returned(int setter) {
    returned[setter]++;
    if (sleeping && !permit) {
      violated = isMissing(); // the loop throws for it: if this threw, the loop would hang
      notifyAll();
    }
  }

  /** A wait has returned: receives all that was sent. Loop only, as is the next. */
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

  /** Moves the time forward. */
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

  /** Whether the set() of some payload has returned, and the payload was not received. */
  private boolean isMissing() {
    for (int setter = 0; setter < sent.length; setter++) {
      if (received[setter] < returned[setter]) {
        return true;
      }
    }
    return false;
  }

  /** Stops a setter for ever. */
  static final class Stopped extends Error {
    private static final long serialVersionUID = 1L;
  }
}
