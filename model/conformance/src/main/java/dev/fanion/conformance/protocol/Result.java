package dev.fanion.conformance.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How a task's last operation ended, or how its scenario ended. */
public enum Result {
  STARTED, OK, WOKEN, CANCELLED, TIMEOUT, REFUSED,

  /** The main task ended the scenario. */
  ENDED,

  /** The loop reports that nothing can wake the main task. */
  DEADLOCK;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The result's name on the wire, in the spec and in reports. */
  public String wire() {
    return wire;
  }

  /** Whether the scenario is over. */
  public boolean over() {
    return this == ENDED || this == DEADLOCK;
  }

  /** The result of an operation that has this name on the wire. */
  public static Optional<Result> of(String wire) {
    return Arrays.stream(values()).filter(result -> !result.over() && result.wire.equals(wire)).findFirst();
  }
}
