package dev.fanion.adapters.reference;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A thread that stands for interrupts: it runs handlers outside every loop, while the caller waits. */
final class InterruptContext implements AutoCloseable {
  private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
    Thread fresh = new Thread(task, "fanion-interrupts");
    fresh.setDaemon(true);
    return fresh;
  });

  /**
   * Runs a handler to its end.
   *
   * @return whether the operation in the handler refused to run outside the loop
   */
  boolean refuses(Runnable handler) {
    try {
      thread.submit(handler).get();
      return false;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IllegalStateException) {
        return true;
      }
      throw new IllegalStateException("an interrupt failed", e.getCause());
    } catch (InterruptedException e) {
      throw new IllegalStateException("the suite's thread was interrupted", e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
