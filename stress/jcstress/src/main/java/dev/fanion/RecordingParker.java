package dev.fanion;

/** Does not sleep, and records that a setter called unpark. */
final class RecordingParker implements Parker {
  /** Written by setters, each of which reads back its own write. The arbiter reads it too, after all actors have ended. */
  boolean unparked;

  @Override
  public void park(long nanos) {
    throw new AssertionError("an owner that calls runReady does not sleep");
  }

  @Override
  public void unpark() {
    unparked = true;
  }
}
