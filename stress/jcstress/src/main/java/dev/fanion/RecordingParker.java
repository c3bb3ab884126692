package dev.fanion;

/** Sleeps not at all, and notes that it was to be woken. */
final class RecordingParker implements Parker {
  /** Written by setters, who read what they wrote; else read by the arbiter, which jcstress runs after all actors. */
  boolean unparked;

  @Override
  public void park(long nanos) {
    throw new AssertionError("whoever calls runReady does not sleep");
  }

  @Override
  public void unpark() {
    unparked = true;
  }
}
