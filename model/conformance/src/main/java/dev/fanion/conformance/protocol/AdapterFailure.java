package dev.fanion.conformance.protocol;

/** A failure of an adapter other than a reply that the spec does not allow. */
public final class AdapterFailure extends Exception {
  private static final long serialVersionUID = 1;

  /** The kinds of failure that the protocol distinguishes. */
  public enum Kind {
    /** No reply came by the deadline. */
    HANG,
    /** The process ended in the middle of a scenario. */
    CRASH,
    /** The adapter replied {@code error}. */
    ERROR,
    /** The adapter broke the protocol; this ends the run. */
    PROTOCOL
  }

  private final Kind kind;

  /** A failure of this kind; the message is for the user. */
  public AdapterFailure(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  /** The kind of this failure. */
  public Kind kind() {
    return kind;
  }
}
