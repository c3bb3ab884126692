package dev.fanion;

/** Wakes an owner, who sleeps in its own way. */
record WakeupParker(Runnable wakeup) implements Parker {
  @Override
  public void park(long nanos) {
    throw new IllegalStateException(
        "A parker withWakeup does not sleep; its loop has an owner. Call start and then runReady, or use another parker.");
  }

  @Override
  public void unpark() {
    wakeup.run();
  }
}
