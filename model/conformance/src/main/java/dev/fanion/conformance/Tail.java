package dev.fanion.conformance;

import java.nio.charset.StandardCharsets;

/**
 * The last bytes of a stream, in a ring: however much flows through, it allocates nothing.
 *
 * <h2>Threads</h2>
 * Any.
 */
final class Tail {
  private final byte[] ring;
  private long count;

  Tail(int size) {
    ring = new byte[size];
  }

  /** Adds the first bytes of a chunk. */
  synchronized void add(byte[] chunk, int length) {
    for (int from = Math.max(0, length - ring.length); from < length; ) {
      int at = (int) ((count + from) % ring.length);
      int run = Math.min(length - from, ring.length - at);
      System.arraycopy(chunk, from, ring, at, run);
      from += run;
    }
    count += length;
  }

  /** What is kept, as UTF-8. */
  synchronized String text() {
    int size = (int) Math.min(count, ring.length);
    byte[] kept = new byte[size];
    for (int i = 0; i < size; i++) {
      kept[i] = ring[(int) ((count - size + i) % ring.length)];
    }
    return new String(kept, StandardCharsets.UTF_8);
  }
}
