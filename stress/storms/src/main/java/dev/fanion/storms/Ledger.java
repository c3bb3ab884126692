package dev.fanion.storms;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Keeps what each setter wrote for each flag before its sets, and what the returned waits saw of it. Only the flag under test
 * orders a setter's writes for the loop. Nothing here does: the payload is a plain array, and opaque writes count the sets that
 * have returned.
 */
final class Ledger extends Waits {
  /** The distance of two setters' counters. On one cache line they would slow each other down. */
  private static final int APART = 8;

  final int setters;

  /** Of a flag: how many sets each setter has begun. That setter writes it before its set, the loop reads it; plain. */
  private final long[][] begun;

  /** Of a flag: how many sets each setter has returned from. Opaque. */
  private final AtomicLongArray finished;

  /** Of a flag: how many sets of each setter had returned when the present wait began. Loop only. */
  private final long[][] due;

  /** Of a flag: the value of begun that its last wait saw. Loop only. */
  private final long[][] seen;

  /** Of a flag: how many waits have returned. Loop only. */
  private final long[] returns;

  /** How many sets of each setter the loop has seen. Written by the loop (release), awaited by the setter. */
  private final AtomicLongArray seenOf;

  /** How many sets of each setter have returned, of all flags. With the next field, the progress that a watch looks at. */
  private final AtomicLongArray setsOf;

  private final AtomicLong returned = new AtomicLong();

  Ledger(int flags, int setters) {
    super(flags);
    this.setters = setters;
    begun = new long[flags][setters * APART];
    due = new long[flags][setters];
    seen = new long[flags][setters];
    returns = new long[flags];
    finished = new AtomicLongArray(flags * setters * APART);
    seenOf = new AtomicLongArray(setters * APART);
    setsOf = new AtomicLongArray(setters * APART);
  }

  /** The setter is about to set the flag. */
  void sets(int setter, int flag) {
    begun[flag][setter * APART]++;
  }

  /** The setter's set has returned. */
  void hasSet(int setter, int flag) {
    int place = (flag * setters + setter) * APART;
    finished.setOpaque(place, finished.getPlain(place) + 1);
    setsOf.setOpaque(setter * APART, setsOf.getPlain(setter * APART) + 1);
  }

  /** Whether the loop has seen every set of the setter. */
  boolean hasSeenAllOf(int setter) {
    return seenOf.getAcquire(setter * APART) == setsOf.getPlain(setter * APART);
  }

  @Override
  void begins(int flag) {
    for (int setter = 0; setter < setters; setter++) {
      due[flag][setter] = finished.getOpaque((flag * setters + setter) * APART);
    }
  }

  @Override
  void returned(int flag) {
    long sets = 0;
    for (int setter = 0; setter < setters; setter++) {
      long now = begun[flag][setter * APART];
      long last = seen[flag][setter];
      if (now < due[flag][setter] || now < last) {
        complain("a stale payload: a wait on flag " + flag + " saw " + now + " of setter " + setter + ", of whose sets "
            + due[flag][setter] + " had returned before it, and " + last + " were seen before");
      }
      if (now > last) {
        seen[flag][setter] = now;
        seenOf.setRelease(setter * APART, seenOf.getPlain(setter * APART) + now - last);
      }
      sets += now;
    }
    if (++returns[flag] > sets) {
      complain("more returns than sets: " + returns[flag] + " of flag " + flag + ", which was set " + sets + " times");
    }
    returned.setOpaque(returned.getPlain() + 1);
  }

  long sets() {
    long sum = 0;
    for (int setter = 0; setter < setters; setter++) {
      sum += setsOf.getOpaque(setter * APART);
    }
    return sum;
  }

  long returns() {
    return returned.getOpaque();
  }
}
