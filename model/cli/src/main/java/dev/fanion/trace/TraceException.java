package dev.fanion.trace;

/** The clone lacks what the rules could be traced in. The message says what, where, and the cure. */
public final class TraceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  TraceException(String message) {
    super(message);
  }
}
