package dev.fanion.conformance.protocol;

import org.jspecify.annotations.Nullable;

/** The side of a scenario that sends the requests. */
public interface Driver {
  /**
   * Takes a reply and says what the task that gave it does next.
   *
   * @return null if the scenario is over, or if the driver gives it up
   */
  @Nullable Request next(Reply reply);
}
