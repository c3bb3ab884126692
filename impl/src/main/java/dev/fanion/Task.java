package dev.fanion;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine under a loop's care; made by {@link EventLoop#spawn(String, java.util.concurrent.Callable)} and its
 * neighbours.
 *
 * <p>A task ends with a value, with an exception that left its body, or as cancelled. {@link #isDone()} tells that it has ended,
 * {@link #isCancelled()} whether it was as cancelled, {@link #result()} with what.
 *
 * <h2>Threads</h2>
 * {@link #name()}, {@link #isDone()}, {@link #isCancelled()}, {@link #result()} and {@code toString()} may be called on any
 * thread and are wait-free. The other methods are for tasks of the same loop, and refuse every other caller.
 *
 * @param <T> what it ends with
 */
public abstract sealed class Task<T extends @Nullable Object> extends Waiter
    permits StepTask, DirectTask {
  private final @Nullable String name;

  /** The neighbour in {@link LiveTasks}, which alone writes this field. */
  @Nullable Task<?> older;

  /** The other neighbour, likewise. */
  @Nullable Task<?> newer;

  /**
   * While alive: the queue of the tasks that await this one, or null. Once done: the value, or a Failure. Written inside the
   * loop; read on another thread only after {@link #done()} was seen there, which orders it.
   */
  private @Nullable Object outcome;

  /** Whether somebody learned that this task failed. Plain: a race can only report a failure that somebody retrieved. */
  private boolean retrieved;

  Task(EventLoop loop, @Nullable String name) {
    super(loop);
    this.name = name;
  }

  /**
   * The name given at creation, or else an arbitrary one. Any thread; wait-free.
   *
   * @return the name
   */
  public final String name() {
    return name == null ? "task@" + Integer.toHexString(System.identityHashCode(this)) : name;
  }

  /**
   * Whether this task has ended, in whatever way. Any thread; wait-free. With memory effects as specified by
   * <a href="package-summary.html#order-end">relation End</a>.
   *
   * @return true if it has
   */
  public final boolean isDone() {
    return done();
  }

  /**
   * Whether this task has ended as cancelled: a {@link CancelledException} left its body, or it was cancelled before it
   * started, or it was dropped when its loop ended. False as long as the task has not ended, also after {@link #cancel()}; and
   * false for a task that caught its cancellation and then ended otherwise. Any thread; wait-free. With memory effects as
   * specified by <a href="package-summary.html#order-end">relation End</a>.
   *
   * @return true if it has; {@link #result()} then throws a {@link TaskFailedException} whose cause is the cancellation
   */
  public final boolean isCancelled() {
    return done() && outcome instanceof Failure failure && failure.isCancellation();
  }

  /**
   * What this task ended with. Does not wait: {@link #await()} does. Any thread; wait-free. With memory effects as specified by
   * <a href="package-summary.html#order-end">relation End</a>.
   *
   * @return its value
   * @throws TaskFailedException if it ended with an exception, which is the cause, or as cancelled. To ask counts as
   *     to await: the loop does not report the exception any more
   * @throws IllegalStateException if it has not ended
   */
  public final T result() {
    if (!done()) {
      throw new IllegalStateException(this + " has no result yet. Await it first, or ask isDone().");
    }
    WaitException failed = failure();
    if (failed != null) {
      throw failed.here();
    }
    @SuppressWarnings("unchecked") // written by end() with the value of the body, a T
    T value = (T) outcome;
    return value;
  }

  /**
   * Ends this task's present wait, at once, as {@linkplain CancelledException cancelled}; also if the task was woken or timed
   * out and has not run yet. A ready task keeps its place in the queue. A task that has not started ends without having run. A
   * task that this one awaits is not affected. Several cancellations before the task runs count as one. Does nothing to a task
   * that is done.
   *
   * <p>Inside the loop. Bounded: the cost does not depend on how many others wait, nor on how many limits are pending. (When
   * the task leaves a wait that had a limit, the cost grows with the logarithm of their number.) With memory effects as
   * specified by <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @throws IllegalStateException also if the task is the one that calls: let it return, or throw, instead
   */
  public final void cancel() { //= CAN-1, CAN-3
    loop.check(this, "cancel");
    if (loop.isCurrent(this)) {
      throw new IllegalStateException(this + " cannot cancel itself. Let it return, or throw an exception.");
    }
    cancelWait(); // Cancel
  }

  /**
   * Blocks the calling direct task until this task has ended. Returns at once if it has. Inside the loop. With memory effects
   * as specified by <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @return its value
   * @throws TaskFailedException if it ended with an exception, or as cancelled
   * @throws CancelledException if the caller was cancelled
   */
  public final T await() {
    DirectTask<?> caller = loop.direct(this, "await");
    if (!done()) {
      caller.await(awaiters(caller), TimerHeap.NO_LIMIT);
    }
    return result();
  }

  /**
   * Suspends the calling stackless task until this task has ended; {@link #result()} then has the value. If this task has ended
   * already, the next step follows in the same turn. If this task failed, the caller ends with a {@link TaskFailedException}.
   * Inside the loop. Bounded; allocates a queue for the first task that waits. With memory effects as specified by
   * <a href="package-summary.html#order-turns">relation Turns</a>.
   *
   * @param <U> what the caller ends with
   * @param then the step after the wait
   * @return what the calling step must return
   */
  public final <U extends @Nullable Object> Next<U> await(Step<U> then) {
    return awaitOr(then, null);
  }

  /**
   * As {@link #await(Step)}, with a step for a wait that ended otherwise.
   *
   * @param <U> what the caller ends with
   * @param then the step after the wait
   * @param otherwise the step if the caller was cancelled or this task has failed
   * @return what the calling step must return
   */
  public final <U extends @Nullable Object> Next<U> await(Step<U> then, Otherwise<U> otherwise) {
    return awaitOr(then, Objects.requireNonNull(otherwise, "otherwise"));
  }

  private <U extends @Nullable Object> Next<U> awaitOr(Step<U> then, @Nullable Otherwise<U> otherwise) {
    StepTask<U> caller = loop.stackless(this, "await", then);
    if (!done()) {
      return caller.await(awaiters(caller), TimerHeap.NO_LIMIT, then, otherwise);
    }
    WaitException failed = failure();
    return caller.continueWith(failed == null ? then : () -> StepTask.otherwise(otherwise, failed));
  }

  private TaskQueue awaiters(Task<?> caller) {
    if (caller == this) {
      throw new IllegalStateException(this + " cannot await itself; nothing would ever wake it.");
    }
    if (outcome == null) {
      outcome = new Awaiters(this);
    }
    return (TaskQueue) outcome;
  }

  /** What an awaiter of this task, which is done, is told: null if there is a value. From now on the error is retrieved. */
  final @Nullable WaitException failure() {
    if (outcome instanceof Failure failure) {
      retrieved = true;
      return new TaskFailedException(this, failure.cause);
    }
    return null;
  }

  /** Returns what run returns, or throws what run throws: an unchecked exception as it is. */
  final T valueOrThrow() {
    Throwable error = takeError();
    if (error instanceof RuntimeException unchecked) {
      throw unchecked;
    }
    if (error instanceof Error unchecked) {
      throw unchecked;
    }
    return result();
  }

  /** The error of this task, which is done; null if there is a value. From now on the error is retrieved. */
  final @Nullable Throwable takeError() { //= LOP-7
    retrieved = true;
    return outcome instanceof Failure failure ? failure.cause : null;
  }

  /** Whether this task, which is done, failed, not merely as cancelled, and nobody knows. */
  final boolean isUnretrieved() {
    return !retrieved && outcome instanceof Failure failure && !failure.isCancellation();
  }

  /** Ends this suspended task. A stackless task runs no more; a direct one runs only what unwinds its stack. */
  abstract void drop();

  final void fail(Throwable error) {
    end(new Failure(error));
  }

  final void end(@Nullable Object result) {
    TaskQueue awaiters = (TaskQueue) outcome;
    outcome = result;
    finish();
    loop.ended(this);
    if (awaiters != null) {
      loop.ready.wakeAll(awaiters);
    }
  }

  final String label() {
    return "Task " + name();
  }

  @Override
  public final String toString() {
    String what = !done() ? activity() : outcome instanceof Failure failure ? "ended with " + failure.cause : "ended";
    return label() + " [" + what + "]";
  }

  private record Failure(Throwable cause) {
    boolean isCancellation() {
      return cause instanceof CancelledException;
    }
  }
}
