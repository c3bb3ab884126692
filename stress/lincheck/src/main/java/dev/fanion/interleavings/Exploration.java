package dev.fanion.interleavings;

import java.nio.ByteBuffer;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jspecify.annotations.Nullable;

/**
 * The result of a bounded exploration of one scenario.
 *
 * @param interleavings how many were run: fewer than the bound if there are no more, or if one failed
 * @param failure Lincheck's report of the interleaving that failed, or null
 */
record Exploration(long interleavings, @Nullable String failure) {
  /** Lincheck's words for an interleaving in which no thread can continue. */
  static final String HUNG = "Concurrent test has hung";

  /** The count of interleavings. It is outside the heap, since Lincheck restores the heap between two interleavings. */
  private static final ByteBuffer RUN = ByteBuffer.allocateDirect(Long.BYTES);

  /**
   * Explores interleavings in the order of their number of preemptions, fewest first.
   *
   * @param scenario starts its threads and waits for them; apart from the interleaving it must do the same each time
   * @param bound how many to run at most
   */
  static synchronized Exploration of(Runnable scenario, int bound) {
    RUN.putLong(0, 0);
    String failure = null;
    try {
      Lincheck.runConcurrentTest(bound, () -> {
        RUN.putLong(0, RUN.getLong(0) + 1);
        scenario.run();
      });
    } catch (LincheckAssertionError found) {
      failure = String.valueOf(found.getMessage());
    }
    return new Exploration(RUN.getLong(0), failure);
  }
}
