package dev.fanion.spec;

/** A mistake in the manifest, in what was asked of it, or in where it was sought. The message names the cure. */
public final class ManifestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The message says what is wrong, where, and what to do about it. */
  public ManifestException(String message) {
    super(message);
  }
}
