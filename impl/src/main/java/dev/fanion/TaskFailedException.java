package dev.fanion;

/** The task whose result was asked for has none: it ended with the exception that is this one's cause. */
public final class TaskFailedException extends WaitException {
  private static final long serialVersionUID = 1L;

  TaskFailedException(Task<?> task, Throwable cause) {
    super("Task " + task.name() + " ended with " + cause, cause);
  }
}
