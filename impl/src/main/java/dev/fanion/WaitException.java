package dev.fanion;

import org.jspecify.annotations.Nullable;

/**
 * A wait ended, but not by what it waited for. In a direct task {@code await} or {@code sleep} throws the exception. A stackless
 * task gets it as the argument of its {@link Otherwise}; if it named none, it ends with the exception.
 *
 * <p>One kind, {@link TaskFailedException}, is also thrown where nobody waits: by {@link Task#result()}.
 */
public abstract sealed class WaitException extends RuntimeException
    permits CancelledException, TimedOutException, TaskFailedException {
  private static final long serialVersionUID = 1L;

  WaitException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Does nothing: a stackless task has no stack to show, and to fill in a trace would cost more than the wait. */
  @Override
  public final Throwable fillInStackTrace() {
    return this;
  }

  /** Fills in the trace of the calling thread, for a task that has a stack. */
  final WaitException here() {
    super.fillInStackTrace();
    return this;
  }
}
