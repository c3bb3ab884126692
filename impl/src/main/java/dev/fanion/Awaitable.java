package dev.fanion;

import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a task can wait for, event or flag: it has a loop, a name, and tasks that wait. */
abstract sealed class Awaitable permits Event, ThreadSafeFlag {
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
   * task. Inside the loop. With memory effects as specified by <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @throws CancelledException if the task was cancelled meanwhile
   */
  public void await() {
    awaitSet(TimerHeap.NO_LIMIT);
  }

  /**
   * As {@link #await()}, for a limited time.
   *
   * @param limit the longest time to wait; ignored if this is set already
   * @throws CancelledException if the task was cancelled meanwhile
   * @throws TimedOutException if the time passed first
   */
  public void await(Duration limit) {
    awaitSet(TimerHeap.nanos(limit, "limit"));
  }

  /**
   * Suspends the calling stackless task until this is set. If it is set already, the next step follows in the same turn. If
   * the wait is cancelled, the task ends as cancelled. Inside the loop. Bounded; the wait allocates nothing. With memory
   * effects as specified by <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @param <T> what the task ends with
   * @param then the step after the wait
   * @return what the calling step must return
   */
  public <T extends @Nullable Object> Next<T> await(Step<T> then) {
    return awaitSet(TimerHeap.NO_LIMIT, then, null);
  }

  /**
   * As {@link #await(Step)}, with a step for a wait that ended otherwise.
   *
   * @param <T> what the task ends with
   * @param then the step after the wait
   * @param otherwise the step after a cancelled wait
   * @return what the calling step must return
   */
  public <T extends @Nullable Object> Next<T> await(Step<T> then, Otherwise<T> otherwise) {
    return awaitSet(TimerHeap.NO_LIMIT, then, Objects.requireNonNull(otherwise, "otherwise"));
  }

  /**
   * As {@link #await(Step)}, for a limited time. If the time passes first, the task ends with a {@link TimedOutException}.
   * Allocates nothing but a timer, once for a task. The number of steps grows with the logarithm of the number of pending
   * limits.
   *
   * @param <T> what the task ends with
   * @param limit the longest time to wait; ignored if this is set already
   * @param then the step after the wait
   * @return what the calling step must return
   */
  public <T extends @Nullable Object> Next<T> await(Duration limit, Step<T> then) {
    return awaitSet(TimerHeap.nanos(limit, "limit"), then, null);
  }

  /**
   * As {@link #await(Duration, Step)}, with a step for a wait that ended otherwise.
   *
   * @param <T> what the task ends with
   * @param limit the longest time to wait; ignored if this is set already
   * @param then the step after the wait
   * @param otherwise the step after a wait that was cancelled or timed out
   * @return what the calling step must return
   */
  public <T extends @Nullable Object> Next<T> await(Duration limit, Step<T> then, Otherwise<T> otherwise) {
    return awaitSet(TimerHeap.nanos(limit, "limit"), then, Objects.requireNonNull(otherwise, "otherwise"));
  }

  private void awaitSet(long limit) { //= EVT-7, EVT-9, FLG-4, CAN-6
    DirectTask<?> task = loop.direct(this, "await");
    if (!enter(task)) {
      task.await(waiters(), limit);
    }
  }

  private <T extends @Nullable Object> Next<T> awaitSet(long limit, Step<T> then, @Nullable Otherwise<T> otherwise) {
    StepTask<T> task = loop.stackless(this, "await", then);
    return enter(task) ? task.continueWith(then) : task.await(waiters(), limit, then, otherwise);
  }

  final String label() {
    return getClass().getSimpleName() + " " + (name == null ? Integer.toHexString(System.identityHashCode(this)) : name);
  }
}
