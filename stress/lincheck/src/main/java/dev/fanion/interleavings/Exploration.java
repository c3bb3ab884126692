package dev.fanion.interleavings;

import java.nio.ByteBuffer;
import org.jetbrains.lincheck.Lincheck;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jspecify.annotations.Nullable;

/**
 * What a bounded exploration of one scenario found.
 *
 * @param interleavings how many were run; fewer than the bound if there are no more, or if one failed
 * @param failure Lincheck's report of the one that failed, or null
 */
record Exploration(long interleavings, @Nullable String failure) {
  /** What Lincheck says where no thread can go on. */
  static final String HUNG = "Concurrent test has hung";

  /** The count; outside the heap, since Lincheck restores what is on it between two interleavings. */
  private static final ByteBuffer RUN = ByteBuffer.allocateDirect(Long.BYTES);

  /**
   * Explores interleavings, those with fewest preemptions first.
   *
   * @param scenario starts its threads and waits for them; must do the same each time but for the interleaving
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
