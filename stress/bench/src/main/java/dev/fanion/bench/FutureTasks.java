package dev.fanion.bench;

import java.util.ArrayDeque;
import java.util.concurrent.CompletableFuture;

/** An event is a future, replaced before it is completed. A waiter is an action that depends on one future, then on the next. */
final class FutureTasks extends Subject {
  private final ArrayDeque<Runnable> queue = new ArrayDeque<>();
  private CompletableFuture<Void> event = new CompletableFuture<>();

  @Override
  void blockToSet(int waiters) {
    for (int i = 0; i < waiters; i++) {
      event.thenRun(new Waiter());
    }
  }

  @Override
  void blockSharing(int waiters) {
    Runnable end = () -> turns++;
    for (int i = 0; i < waiters; i++) {
      event.thenRun(end);
    }
  }

  @Override
  void blockToCancel(int waiters) {
    throw notPossible("a cancelled dependent stays in the list of its future, so the next wait would leak the last");
  }

  @Override
  void cancelOne() {
    blockToCancel(0);
  }

  @Override
  void setAndResumeAll() {
    CompletableFuture<Void> due = event;
    event = new CompletableFuture<>();
    due.complete(null);
  }

  @Override
  void pingPong(int rounds) {
    Player first = new Player();
    Player second = new Player();
    first.other = second;
    second.other = first;
    second.run();
    while (first.received < rounds) {
      queue.remove().run();
    }
    turns += first.received;
    queue.clear();
  }

  @Override
  void awaitSet(int times) {
    event.complete(null);
    Runnable then = () -> turns++;
    for (int i = 0; i < times; i++) {
      event.thenRun(then);
    }
  }

  private final class Waiter implements Runnable {
    @Override
    public void run() {
      turns++;
      event.thenRun(this);
    }
  }

  /** Resumes from a queue. Without the queue each task would run on the other's stack. */
  private final class Player implements Runnable {
    private CompletableFuture<Void> mine = waiting();
    private Player other;
    private int received = -1;

    private CompletableFuture<Void> waiting() {
      CompletableFuture<Void> next = new CompletableFuture<>();
      next.thenRunAsync(this, queue::add);
      return next;
    }

    @Override
    public void run() {
      received++;
      mine = waiting();
      other.mine.complete(null);
    }
  }
}
