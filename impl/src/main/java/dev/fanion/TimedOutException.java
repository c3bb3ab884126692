package dev.fanion;

/** The time limit of the wait passed first. The wait consumed nothing: a signal that a flag got meanwhile is still there. */
public final class TimedOutException extends WaitException {
  private static final long serialVersionUID = 1L;

  TimedOutException(String message) {
    super(message, null);
  }
}
