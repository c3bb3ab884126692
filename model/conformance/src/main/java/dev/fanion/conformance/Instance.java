package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Harmless;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An adapter in this JVM, and the thread on which it was made and runs.
 *
 * <h2>Threads</h2>
 * Confined to one thread, the suite's.
 */
record Instance(Adapter adapter, Thread thread, ExecutorService tasks) {
  /** How long an instance that is ended has to close itself, in nanoseconds. */
  private static final long TO_CLOSE = 500_000_000;

  /**
   * Makes one.
   *
   * @param most how long that may take, in nanoseconds
   * @throws AdapterFailure if it takes longer, or throws
   */
  static Instance make(Callable<? extends Adapter> maker, long most) throws AdapterFailure {
    Thread[] made = new Thread[1];
    ExecutorService tasks = Executors.newSingleThreadExecutor(task -> {
      made[0] = new Thread(task, "fanion-adapter");
      made[0].setDaemon(true);
      return made[0];
    });
    boolean done = false;
    try {
      Adapter adapter = await(tasks.submit((Callable<Adapter>) maker::call), most, "the adapter is not made");
      if (adapter == null) {
        throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "the adapter is not made: it is null");
      }
      done = true;
      return new Instance(adapter, made[0], tasks);
    } finally {
      if (!done) {
        tasks.shutdownNow();
      }
    }
  }

  /** Begins a scenario. */
  void run(Cast cast, Turns turns) {
    tasks.execute(() -> {
      Throwable thrown = null;
      try {
        adapter.run(cast, turns);
      } catch (Throwable e) { // whatever it is, it is the adapter's or its runtime's
        thrown = e;
      }
      turns.returned(thrown);
    });
  }

  /** Where its thread is. */
  StackTraceElement[] stack() {
    return thread.getStackTrace();
  }

  /**
   * Closes it, after its last scenario.
   *
   * @param most how long that may take, in nanoseconds
   * @throws AdapterFailure if it takes longer, or throws
   */
  void quit(long most) throws AdapterFailure {
    try {
      await(tasks.submit(adapter::close, ""), most, "the adapter does not close");
    } finally {
      tasks.shutdownNow();
    }
  }

  /** Ends it in the middle of a scenario: its thread is interrupted, and another one closes it. */
  void end() {
    tasks.shutdownNow();
    Thread closing = new Thread(adapter::close, "fanion-close");
    closing.setDaemon(true);
    closing.setUncaughtExceptionHandler((t, e) -> { }); // why it was ended has been told
    closing.start();
    try {
      closing.join(TimeUnit.NANOSECONDS.toMillis(TO_CLOSE));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> T await(Future<T> future, long most, String what) throws AdapterFailure {
    try {
      return future.get(most, TimeUnit.NANOSECONDS);
    } catch (ExecutionException e) {
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, what + ":" + Harmless.behindAColon(String.valueOf(e.getCause())));
    } catch (TimeoutException e) {
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, what + " within " + most / 1e9 + " s");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, what + ": the thread of the suite was interrupted");
    }
  }
}
