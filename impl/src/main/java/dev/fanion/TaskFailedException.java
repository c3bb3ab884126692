package dev.fanion;

/**
 * A task has no value: it ended with an exception, which is the cause of this one, or as cancelled; then the cause is a
 * {@link CancelledException}.
 *
 * <p>Not only a wait throws this. {@link Task#result()} waits for nothing, and throws it so that {@code await} and
 * {@code result} tell a failure in the same way. Around {@code result}, catch this class; that it is a {@link WaitException} is
 * for those who wait. Not to be confused with the caller's own cancellation: that is a {@code CancelledException} itself, not the
 * cause of this exception.
 */
public final class TaskFailedException extends WaitException {
  private static final long serialVersionUID = 1L;

  TaskFailedException(Task<?> task, Throwable cause) {
    super("Task " + task.name() + " ended with " + cause, cause);
  }
}
