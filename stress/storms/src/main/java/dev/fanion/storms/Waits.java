package dev.fanion.storms;

import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/** Hears of each wait on some flags, each of which has one waiter, and collects complaints. */
abstract class Waits {
  final int flags;

  private final AtomicLong bad = new AtomicLong();
  private volatile @Nullable String complaint;

  Waits(int flags) {
    this.flags = flags;
  }

  /** A wait on the flag is about to begin. Loop only. */
  abstract void begins(int flag);

  /** A wait on the flag has returned. Loop only. */
  abstract void returned(int flag);

  /** Records that something is wrong. Any thread. */
  final void complain(String what) {
    if (bad.getAndIncrement() == 0) {
      complaint = what;
    }
  }

  final boolean isBad() {
    return complaint != null;
  }

  final Verdict verdict(long samples) {
    String first = complaint;
    return first == null ? Verdict.clean(samples) : new Verdict(samples, bad.get(), first);
  }
}
