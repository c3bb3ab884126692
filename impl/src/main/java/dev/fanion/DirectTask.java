package dev.fanion;

import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** A task with a thread of its own. */
final class DirectTask<T extends @Nullable Object> extends Task<T> implements Runnable {
  /*
   * Overview
   *
   * Each task's thread has a baton, and so has the loop's thread. Exactly one thread runs: the one that was given its baton.
   * The loop's thread gives a task's baton and waits for its own. When a task's turn ends, its thread gives the baton of the
   * next task, if that is a direct task as well, else the baton of the loop's thread. So everything in this package but the
   * flag's set() is single-threaded, and the batons order it. A thread starts at the task's first turn and ends with the task;
   * if the task is dropped, its stack is unwound.
   */
  private final Callable<T> body;
  private final Baton baton = new Baton();

  /** Null until the first turn. */
  private @Nullable Thread thread;

  /** How the present wait ended, on its way from the thread that resumes the task to the task's thread. */
  private @Nullable WaitException why;

  /** Whether the task only unwinds its stack from now on. */
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
    } catch (Throwable error) { // the factory made no thread, or the thread did not start
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

  /** Lets the next thread run. From here on this thread is outside the loop, whatever else its factory makes it do. */
  private void passBaton() {
    if (dropped || !loop.handOver()) {
      loop.runOnLoopThread();
      loop.baton.give(loop.thread());
    }
  }

  /** Refuses every wait of a dropped task while its stack unwinds. */
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

  /** Unwinds the stack. An Error, so that a task cannot keep its thread for ever by a catch of every Exception. */
  private static final class Dropped extends Error {
    private static final long serialVersionUID = 1L;

    Dropped() {
      super("The loop has ended", null, false, false);
    }
  }
}
