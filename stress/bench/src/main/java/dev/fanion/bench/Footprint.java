package dev.fanion.bench;

import java.lang.ref.Reference;

/** The heap that a blocked waiter keeps: the growth of the live heap when a second crowd of the same size joins the first. */
final class Footprint {
  private Footprint() {}

  static double bytes(SubjectKind kind, int waiters) {
    Subject first = kind.make();
    first.blockSharing(waiters);
    long before = live();
    Subject second = kind.make();
    second.blockSharing(waiters);
    long after = live();
    Reference.reachabilityFence(first);
    Reference.reachabilityFence(second);
    first.close();
    second.close();
    return Math.round((double) (after - before) / waiters); // the share of what all waiters have in common is less than a byte
  }

  private static long live() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
