package dev.fanion.conformance.protocol;

import java.util.List;

/** A failure of an adapter other than a reply that the spec does not allow. */
public final class AdapterFailure extends Exception {
  private static final long serialVersionUID = 1;

  /** The kinds of failure that the protocol distinguishes. */
  public enum Kind {
    /** No reply came by the deadline. */
    HANG,
    /** The process ended in the middle of a scenario, by a signal or with a status that tells of a failure. */
    CRASH,
    /** The process ended in the middle of a scenario with status 0. */
    EXIT,
    /** The adapter replied {@code error}. */
    ERROR,
    /** The adapter gave an answer that the operation cannot have, whatever the runtime; this ends the run. */
    ANSWER,
    /** The adapter broke the protocol in another way; this ends the run. */
    PROTOCOL
  }

  private final Kind kind;
  private final transient List<String> conversation;

  /** A failure of this kind; the message is for the user, and what it quotes of the adapter is {@link Harmless}. */
  public AdapterFailure(Kind kind, String message) {
    this(kind, message, List.of());
  }

  private AdapterFailure(Kind kind, String message, List<String> conversation) {
    super(message);
    this.kind = kind;
    this.conversation = List.copyOf(conversation);
  }

  /** The kind of this failure. */
  public Kind kind() {
    return kind;
  }

  /** The conversation in which the adapter failed, one line for each exchange; empty if there was none. */
  public List<String> conversation() {
    return conversation;
  }

  /** This failure, of that conversation. */
  public AdapterFailure during(List<String> exchanges) {
    return new AdapterFailure(kind, getMessage(), exchanges);
  }

  /** Whether the implementation may be the reason: it hung or crashed. */
  public boolean tellsOfTheImplementation() {
    return kind == Kind.HANG || kind == Kind.CRASH;
  }
}
