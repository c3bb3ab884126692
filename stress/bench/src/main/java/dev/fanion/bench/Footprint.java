package dev.fanion.bench;

import java.lang.ref.Reference;

/** Heap that a blocked waiter keeps: by how much what is live grows when a crowd of them is followed by another as big. */
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
    return Math.round((double) (after - before) / waiters); // what all of them share comes to less than a byte for each
  }

  private static long live() {
    Runtime runtime = Runtime.getRuntime();
    for (int i = 0; i < 3; i++) {
      System.gc();
    }
    return runtime.totalMemory() - runtime.freeMemory();
  }
}
