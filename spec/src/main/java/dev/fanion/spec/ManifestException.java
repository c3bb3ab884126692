package dev.fanion.spec;

/** A mistake in the manifest, in a choice made from it, or in where it was looked for. The message names the cure. */
public final class ManifestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Creates the exception; the message says what is wrong, where, and what to do about it. */
  public ManifestException(String message) {
    super(message);
  }
}
