package dev.fanion.bench;

/** Visits every index below a size once before it comes back. Neighbours are far apart, so that no prefetcher helps. */
final class Stride {
  private static final int PRIME = 7919;

  private Stride() {}

  static int after(int index, int size) {
    return (int) ((index + (long) PRIME) % size);
  }
}
