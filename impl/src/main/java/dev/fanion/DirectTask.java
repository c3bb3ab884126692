package dev.fanion;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A task with a thread of its own. */
final class DirectTask<T extends @Nullable Object> extends Task<T> implements Runnable {
  /*
   * Overview
   *
   * Exactly one thread runs at a time, the one that was given its baton: the loop's thread gives the task's and takes its
   * own back; the task's thread gives the baton to the task that follows, if that is a direct one as well, else to the
   * loop's. So everything in this package but the flag's set() is single-threaded, and the batons order it. A thread starts
   * at the task's first turn and ends with the task; dropping the task unwinds it.
   */
  private final Callable<T> body;
  private final Baton baton = new Baton();

  /** Null until the first turn. */
  private @Nullable Thread thread;

  /** How the present wait ended, on its way from the loop's thread to this task's. */
  private @Nullable WaitException why;

  private boolean dropped;

  DirectTask(EventLoop loop, @Nullable String name, Callable<T> body) {
    super(loop, name);
    this.body = body;
  }

  /** Blocks in the queue until the wait has ended. Called on this task's thread. */
  void await(TaskQueue waiters, long limit) {
    block(waiters, limit);
    endTurn();
  }

  /** Gives every ready task a turn. Called on this task's thread. */
  void pause() {
    yieldTurn();
    endTurn();
  }

  private void endTurn() {
    passBaton();
    baton.take(this);
    checkNotDropped();
    WaitException otherwise = why;
    if (otherwise != null) {
      why = null;
      throw otherwise.here();
    }
  }

  @Override
  void resume(@Nullable WaitException otherwise) {
    if (thread == null && otherwise != null) {
      fail(otherwise); // it never started
      return;
    }
    why = otherwise;
    try {
      switchToTask();
    } catch (Throwable error) { // there was no thread to be had
      loop.runOnLoopThread();
      fail(error);
    }
  }

  private void switchToTask() {
    boolean fromLoop = loop.isOnLoopThread();
    if (thread == null) {
      thread = Objects.requireNonNull(loop.threads.newThread(this), "LoopOptions.threads made null, not a thread");
      thread.setName("fanion " + loop.name() + " " + name());
      loop.runOn(thread);
      thread.start();
    } else {
      loop.runOn(thread);
      baton.give(thread);
    }
    if (fromLoop) {
      loop.baton.take(loop);
    }
  }

  boolean hasThread() {
    return thread != null;
  }

  @Override
  public void run() {
    try {
      end(body.call());
    } catch (Dropped unwound) {
      failDropped();
    } catch (Throwable error) {
      fail(error);
    } finally {
      passBaton();
    }
  }

  /** Ends the turn. From here on this thread is outside, whatever else its factory makes it do. */
  private void passBaton() {
    if (dropped || !loop.handOver()) {
      loop.runOnLoopThread();
      loop.baton.give(loop.thread());
    }
  }

  /** Refuses whatever a dropped task still tries while its stack unwinds. */
  void checkNotDropped() {
    if (dropped) {
      throw new Dropped();
    }
  }

  @Override
  void drop() {
    if (thread == null) {
      failDropped();
    } else {
      detach();
      dropped = true;
      resume(null);
    }
  }

  private void failDropped() {
    fail(new CancelledException(label() + " was dropped when its loop ended"));
  }

  /** Unwinds the stack; an Error, so that a task which catches every exception does not keep its thread for ever. */
  private static final class Dropped extends Error {
    private static final long serialVersionUID = 1L;

    Dropped() {
      super("The loop has ended", null, false, false);
    }
  }
}
