package dev.fanion.bench;

import dev.fanion.Parker;

/** The parker of a loop that its owner calls all the time. */
final class NoParker implements Parker {
  @Override
  public void park(long nanos) {
    Thread.onSpinWait();
  }

  @Override
  public void unpark() {
    // nobody sleeps
  }
}
