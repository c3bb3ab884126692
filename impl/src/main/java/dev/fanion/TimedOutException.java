package dev.fanion;

/** The time limit of the wait passed first. Nothing was consumed: a flag's signal is still there. */
public final class TimedOutException extends WaitException {
  private static final long serialVersionUID = 1L;

  TimedOutException(String message) {
    super(message, null);
  }
}
