package dev.fanion.conformance.protocol;

/** What went wrong with an adapter, other than a reply that the spec does not allow. */
public final class Trouble extends Exception {
  private static final long serialVersionUID = 1;

  /** The kinds of trouble that the protocol tells apart. */
  public enum Kind {
    /** No reply by the deadline. */
    HANG,
    /** The process ended in the middle of a scenario. */
    CRASH,
    /** The adapter itself said {@code error}. */
    ERROR,
    /** It broke the protocol: the run ends. */
    PROTOCOL
  }

  public final Kind kind;

  public Trouble(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }
}
