package dev.fanion.oracle;

/** A spec could not be read or evaluated. The message holds what TLC said. */
public final class SpecException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public SpecException(String message) {
    super(message);
  }

  public SpecException(String message, Throwable cause) {
    super(message, cause);
  }
}
