package dev.fanion;

/**
 * The waiting task was cancelled, or its loop ended. A task may catch this, clean up, and even wait again. A task that lets the
 * exception through ends as {@linkplain Task#isCancelled() cancelled}, which is not reported as an error.
 */
public final class CancelledException extends WaitException {
  private static final long serialVersionUID = 1L;

  CancelledException(String message) {
    super(message, null);
  }
}
