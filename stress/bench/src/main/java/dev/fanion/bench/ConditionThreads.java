package dev.fanion.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** An event is a condition and a count of its sets. A waiter is a thread, virtual where the JDK can. */
final class ConditionThreads extends Subject {
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition set = lock.newCondition();
  private final Condition done = lock.newCondition();
  private final List<Thread> threads = new ArrayList<>();
  private int next;

  /** Guarded by the lock, as are the fields that follow. */
  private int sets;

  private int blocked;
  private boolean over;

  @Override
  void blockToSet(int waiters) {
    for (int i = 0; i < waiters; i++) {
      threads.add(Peers.start(this::await));
    }
    lock.lock();
    try {
      untilAllBlocked();
    } finally {
      lock.unlock();
    }
  }

  private void untilAllBlocked() {
    while (blocked < threads.size()) {
      done.awaitUninterruptibly();
    }
  }

  private void await() {
    lock.lock();
    try {
      while (!over) {
        awaitSet();
      }
    } finally {
      lock.unlock();
    }
  }

  private void awaitSet() {
    int seen = sets;
    if (++blocked == threads.size()) {
      done.signal();
    }
    try {
      while (seen == sets) {
        set.await();
      }
    } catch (InterruptedException cancelled) {
      blocked--;
    }
    turns++;
  }

  @Override
  void blockSharing(int waiters) {
    blockToSet(waiters);
  }

  @Override
  void blockToCancel(int waiters) {
    blockToSet(waiters);
  }

  @Override
  void setAndResumeAll() {
    lock.lock();
    try {
      signalAll();
      untilAllBlocked();
    } finally {
      lock.unlock();
    }
  }

  private void signalAll() {
    sets++;
    blocked = 0;
    set.signalAll();
  }

  @Override
  void cancelOne() {
    lock.lock();
    try {
      long before = turns;
      threads.get(next).interrupt();
      next = Stride.after(next, threads.size());
      while (turns == before || blocked < threads.size()) {
        done.awaitUninterruptibly();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  void pingPong(int rounds) {
    boolean[] pinged = {true};
    int[] received = {0};
    Condition answered = lock.newCondition();
    Thread first = Peers.start(() -> play(rounds, true, pinged, received, answered));
    Thread second = Peers.start(() -> play(rounds, false, pinged, received, answered));
    Peers.quietly(first::join);
    Peers.quietly(second::join);
    turns += received[0];
  }

  /** Each thread waits for its turn on a condition of its own: the first on set, the second on answered. */
  private void play(int rounds, boolean first, boolean[] pinged, int[] received, Condition answered)
      throws InterruptedException {
    lock.lock();
    try {
      for (int i = 0; i < rounds; i++) {
        while (pinged[0] != first) {
          (first ? set : answered).await();
        }
        received[0] += first ? 1 : 0;
        pinged[0] = !first;
        (first ? answered : set).signal();
      }
    } finally {
      lock.unlock();
    }
  }

  @Override
  void awaitSet(int times) {
    sets = 1;
    for (int i = 0; i < times; i++) {
      lock.lock();
      try {
        while (sets == 0) {
          set.awaitUninterruptibly();
        }
        turns++;
      } finally {
        lock.unlock();
      }
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      over = true;
      signalAll();
    } finally {
      lock.unlock();
    }
  }
}
