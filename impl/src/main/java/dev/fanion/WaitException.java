package dev.fanion;

import org.jspecify.annotations.Nullable;

/**
 * A wait ended, but not by what it waited for. A direct task gets it thrown by {@code await}; a stackless one gets it as
 * the argument of its {@link Otherwise}, or, where it named none, ends with it.
 */
public abstract sealed class WaitException extends RuntimeException
    permits CancelledException, TimedOutException, TaskFailedException {
  private static final long serialVersionUID = 1L;

  WaitException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }

  /** Does nothing: a stackless task has no stack to show, and filling the trace in would cost more than the wait. */
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
