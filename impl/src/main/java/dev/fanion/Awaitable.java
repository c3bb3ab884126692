package dev.fanion;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What event and flag have in common: a loop, a name, and tasks that wait. */
abstract sealed class Awaitable implements TaskQueue.Labelled permits Event, ThreadSafeFlag {
  final EventLoop loop;
  final @Nullable String name;

  Awaitable(EventLoop loop, @Nullable String name) {
    this.loop = Objects.requireNonNull(loop, "loop");
    this.name = name;
  }

  abstract TaskQueue waiters();

  /** Begins a wait of the task, which is running. Returns true if the wait has ended at once, false if it must block. */
  abstract boolean enter(Task<?> task);

  /**
   * Blocks the calling direct task until this is set. If it is set already, returns at once, without a turn for any other
   * task.
   *
   * @throws IllegalStateException also if this is a flag and another task is inside its wait
   * @throws CancelledException if the task was cancelled meanwhile; nothing was consumed
   */
  public void await() {
    awaitSet(TimerHeap.NO_LIMIT);
  }

  /**
   * As {@link #await()}, for a limited time.
   *
   * @param limit how long at most; of no account if this is set already
   * @throws IllegalStateException also if this is a flag and another task is inside its wait
   * @throws CancelledException if the task was cancelled meanwhile; nothing was consumed
   * @throws TimedOutException if the time passed first; nothing was consumed
   */
  public void await(Duration limit) {
    awaitSet(TimerHeap.nanos(limit, "limit"));
  }

  /**
   * Suspends the calling stackless task until this is set. If it is set already, the task goes on in the same turn. If the
   * wait is cancelled, the task ends as cancelled. Bounded; allocates nothing.
   *
   * @param <T> what the task ends with
   * @param then the step after the wait
   * @return what the calling step must return
   * @throws IllegalStateException also if this is a flag and another task is inside its wait
   */
  public <T extends @Nullable Object> Next<T> await(Step<T> then) {
    return awaitSet(TimerHeap.NO_LIMIT, then, null);
  }

  /**
   * As {@link #await(Step)}, with a step for a wait that ended otherwise.
   *
   * @param <T> what the task ends with
   * @param then the step after the wait
   * @param otherwise the step after a cancelled wait; nothing was consumed
   * @return what the calling step must return
   * @throws IllegalStateException also if this is a flag and another task is inside its wait
   */
  public <T extends @Nullable Object> Next<T> await(Step<T> then, Otherwise<T> otherwise) {
    return awaitSet(TimerHeap.NO_LIMIT, then, Objects.requireNonNull(otherwise, "otherwise"));
  }

  /**
   * As {@link #await(Step)}, for a limited time. If the time passes first, the task ends with a {@link TimedOutException}.
   * Allocates nothing but, once for a task, a timer; takes as many steps as the logarithm of the number of pending limits.
   *
   * @param <T> what the task ends with
   * @param limit how long at most; of no account if this is set already
   * @param then the step after the wait
   * @return what the calling step must return
   * @throws IllegalStateException also if this is a flag and another task is inside its wait
   */
  public <T extends @Nullable Object> Next<T> await(Duration limit, Step<T> then) {
    return awaitSet(TimerHeap.nanos(limit, "limit"), then, null);
  }

  /**
   * As {@link #await(Duration, Step)}, with a step for a wait that ended otherwise.
   *
   * @param <T> what the task ends with
   * @param limit how long at most; of no account if this is set already
   * @param then the step after the wait
   * @param otherwise the step after a wait that was cancelled or timed out; nothing was consumed
   * @return what the calling step must return
   * @throws IllegalStateException also if this is a flag and another task is inside its wait
   */
  public <T extends @Nullable Object> Next<T> await(Duration limit, Step<T> then, Otherwise<T> otherwise) {
    return awaitSet(TimerHeap.nanos(limit, "limit"), then, Objects.requireNonNull(otherwise, "otherwise"));
  }

  private void awaitSet(long limit) {
    DirectTask<?> task = loop.direct(this, "await");
    if (!enter(task)) {
      task.await(waiters(), limit);
    }
  }

  private <T extends @Nullable Object> Next<T> awaitSet(long limit, Step<T> then, @Nullable Otherwise<T> otherwise) {
    StepTask<T> task = loop.stackless(this, "await", then);
    return enter(task) ? task.continueWith(then) : task.await(waiters(), limit, then, otherwise);
  }

  @Override
  public final String label() {
    return getClass().getSimpleName() + " " + (name == null ? Integer.toHexString(System.identityHashCode(this)) : name);
  }
}
