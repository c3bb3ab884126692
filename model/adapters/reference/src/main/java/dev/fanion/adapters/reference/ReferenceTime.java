package dev.fanion.adapters.reference;

import dev.fanion.LoopOptions;
import dev.fanion.Parker;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** The time on which the loops of the reference run: when armed interrupts come, and how a loop sleeps. */
abstract sealed class ReferenceTime implements AutoCloseable {
  private final List<Throwable> errors = new ArrayList<>();

  /** Options for a loop on this time. */
  abstract LoopOptions options();

  abstract long nanoTime();

  /** Lets an interrupt come after a delay, whatever the loop does then. */
  abstract void arm(Runnable interrupt, long nanos);

  /** Keeps the loop of the calling task busy. */
  abstract void hog(long nanos);

  /** Begins or ends a storm; during a storm, sleep is real on any clock. */
  abstract void storm(boolean rages);

  /** The scenario is over: armed interrupts do not come any more. */
  abstract void forget();

  @Override
  public void close() {}

  final LoopOptions reporting(LoopOptions options) {
    return options.withErrors((task, error) -> errors.add(error));
  }

  /** The failures of tasks since the last call. */
  final List<Throwable> errors() {
    List<Throwable> all = List.copyOf(errors);
    errors.clear();
    return all;
  }

  /** A loop on virtual time sleeps, and nothing will ever wake it. */
  static final class NothingWakes extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** Time that passes only while a loop sleeps, or is kept busy. */
  static final class Virtual extends ReferenceTime implements Parker {
    private record Armed(long at, Runnable interrupt) {}

    private final PriorityQueue<Armed> armed = new PriorityQueue<>(Comparator.comparingLong(Armed::at));
    private final Thread loopThread = Thread.currentThread();
    private long now;
    private boolean storm;

    @Override
    LoopOptions options() {
      return reporting(LoopOptions.defaults().withTime(this::nanoTime, this));
    }

    @Override
    long nanoTime() {
      return now;
    }

    @Override
    void arm(Runnable interrupt, long nanos) {
      armed.add(new Armed(now + nanos, interrupt));
    }

    @Override
    void hog(long nanos) {
      pass(now + nanos);
    }

    @Override
    void storm(boolean rages) {
      storm = rages;
    }

    @Override
    void forget() {
      armed.clear();
      storm = false;
    }

    /** Lets time pass, and runs the interrupts that come meanwhile. */
    private void pass(long until) {
      while (!armed.isEmpty() && armed.peek().at() <= until) {
        Armed next = armed.remove();
        now = Math.max(now, next.at());
        next.interrupt().run();
      }
      now = until;
    }

    @Override
    public void park(long nanos) {
      if (storm) {
        LockSupport.park(this);
      } else if (!armed.isEmpty()) {
        pass(Math.min(armed.peek().at(), until(nanos)));
      } else if (nanos == Long.MAX_VALUE) {
        throw new NothingWakes();
      } else {
        now = until(nanos);
      }
    }

    private long until(long nanos) {
      return nanos > Long.MAX_VALUE - now ? Long.MAX_VALUE : now + nanos;
    }

    @Override
    public void unpark() {
      LockSupport.unpark(loopThread);
    }
  }

  /** The system's time. */
  static final class Real extends ReferenceTime {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, task -> {
      Thread thread = Executors.defaultThreadFactory().newThread(task);
      thread.setName("fanion-armed-interrupts");
      thread.setDaemon(true);
      return thread;
    });
    private final List<Future<?>> armed = new ArrayList<>();

    @Override
    LoopOptions options() {
      return reporting(LoopOptions.defaults());
    }

    @Override
    long nanoTime() {
      return System.nanoTime();
    }

    @Override
    void arm(Runnable interrupt, long nanos) {
      armed.add(timer.schedule(interrupt, nanos, TimeUnit.NANOSECONDS));
    }

    @Override
    void hog(long nanos) {
      long until = System.nanoTime() + nanos;
      for (long left = nanos; left > 0; left = until - System.nanoTime()) {
        LockSupport.parkNanos(this, left);
      }
    }

    @Override
    void storm(boolean rages) {}

    @Override
    void forget() {
      armed.forEach(interrupt -> interrupt.cancel(false));
      armed.clear();
    }

    @Override
    public void close() {
      timer.shutdownNow();
    }
  }
}
