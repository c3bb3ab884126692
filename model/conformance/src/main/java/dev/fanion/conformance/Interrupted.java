package dev.fanion.conformance;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets the user end a run by Ctrl-C and have the reports so far: the run stops at its next step, and the JVM waits until its
 * reports are written.
 *
 * <h2>Threads</h2>
 * {@link #run} is a shutdown hook; the rest is confined to the thread of the run.
 */
final class Interrupted implements Runnable {
  private static final long SECONDS = 10;

  private final Results results;
  private final CountDownLatch reported = new CountDownLatch(1);
  private final Thread hook = new Thread(this, "fanion-interrupted");

  Interrupted(Results results) {
    this.results = results;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The reports are written. */
  void reported() {
    reported.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      return; // the JVM is ending, and the hook with it
    }
  }

  @Override
  public void run() {
    results.interrupt();
    try {
      reported.await(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
