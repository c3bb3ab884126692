package dev.fanion;

import java.util.Objects;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** Drives a loop, by itself or on behalf of its owner: which thread is inside, who may call, and how an idle loop sleeps. */
abstract sealed class LoopDriver extends Scheduler permits EventLoop {
  final String name;
  final ThreadFactory threads;

  /** Given to the loop's thread by the thread of a direct task. */
  final Baton baton = new Baton();

  private final Parker parker;
  private final AtomicBoolean started = new AtomicBoolean();

  /** The thread that last called run, runReady or close. Read inside the loop only. */
  private @Nullable Thread thread;

  /**
   * The thread that is inside this loop now, or null. Plain on purpose: a thread only compares it with itself, and stores
   * another before it loses the right to run. Each hand-over is ordered: inside the loop by a baton or the start of a thread,
   * between two calls from outside by the owner. Written by the four methods after the constructor and by nobody else.
   */
  private @Nullable Thread runner;

  LoopDriver(LoopOptions options) {
    super(options);
    name = options.name();
    threads = options.threads();
    parker = options.parker() == null ? new ThreadParker(this) : options.parker();
  }

  private void enter(String method) {
    Thread now = runner;
    if (now != null) {
      throw new IllegalStateException(Refusal.call(this, method) + " was called while thread '" + now.getName()
          + "' is inside it. Spawn a task instead, or run another loop.");
    }
    thread = Thread.currentThread();
    runner = thread;
  }

  /** The thread of a direct task is inside from now on. The caller, which was, then starts it or gives it its baton. */
  final void runOn(Thread taskThread) {
    runner = taskThread;
  }

  /** The loop's own thread is inside from now on. The caller then gives it the baton, unless it is that thread. */
  final void runOnLoopThread() {
    runner = thread;
  }

  private void exit() {
    runner = null;
  }

  final boolean isOnLoopThread() {
    return runner == thread;
  }

  /** The loop's own thread, as against that of a direct task. */
  final Thread thread() {
    return Objects.requireNonNull(thread);
  }

  /** Unparks the loop if it sleeps. Any thread; setters call it. */
  final void wakeIfAsleep() { //= LOP-4
    if (isAsleep()) {
      parker.unpark();
    }
  }

  final void check(Object self, String method) { //= CTX-1, CTX-2
    Thread now = runner;
    if (Thread.currentThread() != now) {
      throw Refusal.offLoop(this, now, self, method);
    }
  }

  final boolean isCurrent(Task<?> task) {
    return task == current();
  }

  final Task<?> caller(Object self, String method) {
    check(self, method);
    Task<?> caller = current();
    if (caller == null) {
      throw Refusal.noTask(self, method);
    }
    return caller;
  }

  /** The caller, which must be a direct task. */
  final DirectTask<?> direct(Object self, String method) {
    Task<?> caller = caller(self, method);
    if (caller instanceof DirectTask<?> task) {
      task.checkNotDropped();
      return task;
    }
    throw Refusal.notDirect(self, method, caller);
  }

  /** The caller, which must be a stackless task that has not waited yet in this step. */
  final <T extends @Nullable Object> StepTask<T> stackless(Object self, String method, Step<T> then) {
    Objects.requireNonNull(then, "then");
    Task<?> caller = caller(self, method);
    if (!(caller instanceof StepTask<?>)) {
      throw Refusal.notStackless(self, method, caller);
    }
    @SuppressWarnings("unchecked") // the step that calls returns our Next<T>, so it is a step of a Task<T>
    StepTask<T> task = (StepTask<T>) caller;
    if (task.hasWaited()) {
      throw Refusal.secondWait(self, method, caller);
    }
    return task;
  }

  final void checkNew() {
    if (started.getAndSet(true)) {
      throw new IllegalStateException(label() + " was started or closed before. A loop runs once; make a new one.");
    }
  }

  final void checkOpen(String method) {
    check(this, method);
    if (isDropping()) {
      throw new IllegalStateException(label() + " is closed, so nothing can be spawned. Close it last.");
    }
  }

  final long enterForRound() {
    if (!started.get()) {
      throw new IllegalStateException(label() + " has no main task. Call start first.");
    }
    enter("runReady");
    try {
      return round();
    } finally {
      exit();
    }
  }

  final void closeFromHere() {
    if (runner != null) {
      check(this, "close");
      abandon();
    } else if (!isOver()) {
      started.set(true);
      enter("close");
      try {
        abandon();
        finish();
      } finally {
        exit();
      }
    }
  }

  /** Runs the loop to its end on the calling thread. */
  final <T extends @Nullable Object> T drive(Task<T> main) {
    boolean interrupted = false;
    enter("run");
    runsItself = true;
    try {
      for (long nanos = round(); nanos != ENDED; nanos = round()) {
        if (nanos > 0) {
          parker.park(nanos);
          if (Thread.interrupted()) {
            interrupted = true;
            main.cancelWait();
          }
        }
      }
    } finally {
      if (!isOver()) {
        finish(); // the parker threw
      }
      exit();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    return main.valueOrThrow();
  }

  final String label() {
    return "EventLoop " + name;
  }
}
