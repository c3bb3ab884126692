package dev.fanion.bench;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;

/** The sleepers that need no loop. */
final class LooplessSleepers {
  private LooplessSleepers() {}

  /** The floor: a volatile field, park and unpark. */
  static final class Parked extends ThreadSleeper {
    private volatile boolean signalled;

    Parked() {
      start();
    }

    @Override
    void sleep() {
      while (!signalled) {
        LockSupport.park(this);
      }
      signalled = false;
    }

    @Override
    void signal() {
      signalled = true;
      LockSupport.unpark(thread());
    }
  }

  /** Joins a future, and then the next. */
  static final class Joining extends ThreadSleeper {
    private volatile CompletableFuture<Void> event = new CompletableFuture<>();

    Joining() {
      start();
    }

    @Override
    void sleep() {
      event.join();
    }

    @Override
    void signal() {
      CompletableFuture<Void> due = event;
      event = new CompletableFuture<>();
      due.complete(null);
    }
  }

  /** Awaits a latch, and then the next. */
  static final class AtLatch extends ThreadSleeper {
    private volatile CountDownLatch event = new CountDownLatch(1);

    AtLatch() {
      start();
    }

    @Override
    void sleep() throws InterruptedException {
      event.await();
    }

    @Override
    void signal() {
      CountDownLatch due = event;
      event = new CountDownLatch(1);
      due.countDown();
    }
  }

  /** Awaits a condition. */
  static final class AtCondition extends ThreadSleeper {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition set = lock.newCondition();
    private boolean signalled;

    AtCondition() {
      start();
    }

    @Override
    void sleep() throws InterruptedException {
      lock.lock();
      try {
        while (!signalled) {
          set.await();
        }
        signalled = false;
      } finally {
        lock.unlock();
      }
    }

    @Override
    void signal() {
      lock.lock();
      try {
        signalled = true;
        set.signal();
      } finally {
        lock.unlock();
      }
    }
  }
}
