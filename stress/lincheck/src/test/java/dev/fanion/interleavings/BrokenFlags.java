package dev.fanion.interleavings;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/** The flag and its loop cut down to what they share, each with one mistake. */
final class BrokenFlags {
  private BrokenFlags() {}

  /** The right form: the others differ from it in one method each. */
  public abstract static class Flag {
    final AtomicBoolean word = new AtomicBoolean();
    final AtomicInteger payload = new AtomicInteger();
    volatile boolean asleep;
    volatile boolean unparked;
    int seen;

    @Operation
    public void set() {
      payload.incrementAndGet();
      word.set(true);
      wake();
    }

    @Operation(nonParallelGroup = "loop")
    public void round() {
      asleep = false;
      unparked = false;
      look();
      sleep();
    }

    void wake() {
      if (asleep) {
        unparked = true;
      }
    }

    void look() {
      if (word.getAndSet(false)) {
        seen = payload.get();
      }
    }

    void sleep() {
      asleep = true;
      if (word.get()) {
        asleep = false;
      }
    }

    @Validate
    public void nothingIsLost() {
      if (asleep && !unparked && word.get()) {
        throw new IllegalStateException("the loop sleeps and nobody woke it");
      }
      look();
      if (seen != payload.get()) {
        throw new IllegalStateException("a payload came without a signal");
      }
    }
  }

  /** Says that it sleeps and does not look again. */
  public static class LooksThenSleeps extends Flag {
    @Override
    void sleep() {
      asleep = true;
    }
  }

  /**
   * Reads the word, acts on it, then writes it. Were the payload read after the write, every interleaving would be right:
   * that the shipped flag must exchange all the same is a matter of memory order, which Lincheck does not explore.
   */
  public static class ReadsThenWrites extends Flag {
    @Override
    void look() {
      if (word.get()) {
        seen = payload.get();
        word.set(false);
      }
    }
  }
}
