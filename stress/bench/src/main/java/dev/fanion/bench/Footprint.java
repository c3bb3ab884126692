package dev.fanion.bench;

import java.lang.ref.Reference;

/** Heap that a blocked waiter keeps: what is live with many of them, less what was live before. */
final class Footprint {
  private Footprint() {}

  static double bytes(Subjects kind, int waiters) {
    kind.make().close(); // its classes
    long before = live();
    Subject subject = kind.make();
    subject.blockSharing(waiters);
    long after = live();
    Reference.reachabilityFence(subject);
    subject.close();
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
