package dev.fanion.conformance.protocol;

import org.jspecify.annotations.Nullable;

/** The suite's side of one scenario: it is told each reply and says what the running task does next. */
public interface Dialogue {
  /** The next request to the task that spoke, or null where the scenario is over or given up. */
  @Nullable Request next(Reply reply);
}
