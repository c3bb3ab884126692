package dev.fanion.bench;

import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.util.concurrent.Future;
import io.netty.util.concurrent.FutureListener;
import io.netty.util.concurrent.Promise;
import java.util.ArrayList;
import java.util.List;

/** An event is a promise of Netty's embedded event loop, which the benchmark's thread drives. A waiter is a listener. */
final class PromiseTasks extends Subject {
  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final List<Waiter> waiting = new ArrayList<>();
  private Promise<Void> event = promise();
  private int next;

  private Promise<Void> promise() {
    return channel.eventLoop().newPromise();
  }

  @Override
  void blockToSet(int waiters) {
    for (int i = 0; i < waiters; i++) {
      event.addListener(new Waiter());
    }
  }

  @Override
  void blockSharing(int waiters) {
    Waiter shared = new Waiter();
    for (int i = 0; i < waiters; i++) {
      event.addListener(shared);
    }
  }

  @Override
  void blockToCancel(int waiters) {
    for (int i = 0; i < waiters; i++) {
      waiting.add(new Waiter());
      event.addListener(waiting.get(i));
    }
  }

  @Override
  void setAndResumeAll() {
    Promise<Void> due = event;
    event = promise();
    due.setSuccess(null);
    channel.runPendingTasks();
  }

  @Override
  void cancelOne() {
    Waiter victim = waiting.get(next);
    event.removeListener(victim);
    victim.cancelled();
    next = Stride.after(next, waiting.size());
  }

  @Override
  void pingPong(int rounds) {
    Player first = new Player();
    Player second = new Player();
    first.other = second;
    second.other = first;
    first.left = rounds;
    second.left = rounds;
    second.operationComplete(null);
    while (first.left > 0) {
      channel.runPendingTasks();
    }
    turns += rounds - first.left;
  }

  @Override
  void awaitSet(int times) {
    if (!event.isDone()) {
      event.setSuccess(null);
    }
    FutureListener<Void> then = future -> turns++;
    for (int i = 0; i < times; i++) {
      event.addListener(then);
    }
    channel.runPendingTasks();
  }

  private final class Waiter implements FutureListener<Void> {
    @Override
    public void operationComplete(Future<Void> future) {
      turns++;
      event.addListener(this);
    }

    void cancelled() {
      turns++;
      event.addListener(this);
    }
  }

  private final class Player implements FutureListener<Void> {
    private Promise<Void> mine = waiting();
    private Player other;
    private int left;

    private Promise<Void> waiting() {
      Promise<Void> next = promise();
      next.addListener(this);
      return next;
    }

    @Override
    public void operationComplete(Future<Void> future) {
      if (left > 0) {
        left--;
        mine = waiting();
        other.mine.setSuccess(null);
      }
    }
  }
}
