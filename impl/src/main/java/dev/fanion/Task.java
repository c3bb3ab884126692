package dev.fanion;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A coroutine under a loop's care; made by {@link EventLoop#spawn(String, java.util.concurrent.Callable)} and its
 * neighbours.
 *
 * <h2>Threads</h2>
 * {@link #name()}, {@link #isDone()}, {@link #result()} and {@code toString()} may be called on any thread and are
 * wait-free. The other methods are for tasks of the same loop, and refuse every other caller.
 *
 * @param <T> what it ends with
 */
public abstract sealed class Task<T extends @Nullable Object> extends Waiter implements TaskQueue.Labelled
    permits StepTask, DirectTask {
  private final @Nullable String name;

  /** The neighbour in the loop's list of live tasks. */
  @Nullable Task<?> older;

  /** The neighbour in the loop's list of live tasks. */
  @Nullable Task<?> newer;

  /** While alive: the queue of the tasks that await this one, or null. Once done: the value, or a Failure. */
  private @Nullable Object outcome;

  /** Whether somebody learned that this task failed. A plain field: at worst a failure is reported that was retrieved. */
  private boolean retrieved;

  Task(EventLoop loop, @Nullable String name) {
    super(loop);
    this.name = name;
  }

  /**
   * The name given at creation, or else an arbitrary one.
   *
   * @return the name
   */
  public final String name() {
    return name == null ? "task@" + Integer.toHexString(System.identityHashCode(this)) : name;
  }

  /**
   * Whether this task has ended. With memory effects as specified by <a href="package-summary.html#ordering">End</a>.
   *
   * @return true if it has
   */
  public final boolean isDone() {
    return done();
  }

  /**
   * What this task ended with. With memory effects as specified by <a href="package-summary.html#ordering">End</a>.
   *
   * @return its value
   * @throws TaskFailedException if it ended with an exception, which is the cause, or as cancelled
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
   * Ends this task's present wait, at once, as {@linkplain CancelledException cancelled}; also if it was woken or timed out
   * and has not run yet. A ready task keeps its place in the queue. One that has not started ends without having run. A
   * task that this one awaits is not affected. Several cancellations before it runs are one; a task that is done stays so.
   *
   * <p>Bounded: the cost does not depend on how many others wait, nor on how many limits are pending. (Leaving a wait that
   * had a limit does, as their logarithm.)
   *
   * @throws IllegalStateException also if the task is the one that calls: let it return, or throw, instead
   */
  public final void cancel() {
    loop.check(this, "cancel");
    if (loop.isCurrent(this)) {
      throw new IllegalStateException(this + " can not cancel itself. Let it return, or throw an exception.");
    }
    cancelWait(); // Cancel
  }

  /**
   * Blocks the calling direct task until this task has ended. Returns at once if it has.
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
   * Suspends the calling stackless task until this task has ended; {@link #result()} then has its value. Goes on in the
   * same turn if it has ended. If this task ended with an exception, the caller does too.
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
      throw new IllegalStateException(this + " can not await itself; nothing would ever wake it.");
    }
    if (outcome == null) {
      outcome = new Awaiters(this);
    }
    return (TaskQueue) outcome;
  }

  /** What an awaiter of this task, which is done, is told; null if it has a value. From now on its error is retrieved. */
  private @Nullable WaitException failure() {
    if (outcome instanceof Failure failure) {
      retrieved = true;
      return new TaskFailedException(this, failure.cause);
    }
    return null;
  }

  /** What run returns, or throws: an unchecked exception as it is. */
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

  /** The error of this task, which is done; null if it has a value. From now on it is retrieved. */
  final @Nullable Throwable takeError() {
    retrieved = true;
    return outcome instanceof Failure failure ? failure.cause : null;
  }

  /** Whether this task, which is done, failed, was not just cancelled, and nobody knows. */
  final boolean isUnretrieved() {
    return !retrieved && outcome instanceof Failure failure && !(failure.cause instanceof CancelledException);
  }

  /** Ends this suspended task. No more of a stackless one will run, and of a direct one only what unwinds its stack. */
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

  @Override
  public final String label() {
    return "Task " + name();
  }

  @Override
  public final String toString() {
    String what = !done() ? activity() : outcome instanceof Failure failure ? "ended with " + failure.cause : "ended";
    return label() + " [" + what + "]";
  }

  private record Failure(Throwable cause) {}

  /** The tasks that await a task: they are told if it failed. */
  private static final class Awaiters extends TaskQueue {
    private final Task<?> awaited;

    Awaiters(Task<?> awaited) {
      super(awaited);
      this.awaited = awaited;
    }

    @Override
    @Nullable WaitException endWait(byte ending) {
      return ending == Waiter.WOKEN ? awaited.failure() : super.endWait(ending);
    }
  }
}
