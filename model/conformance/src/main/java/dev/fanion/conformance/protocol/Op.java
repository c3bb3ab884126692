package dev.fanion.conformance.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The operations that the suite can ask of a running task. */
public enum Op {
  SPAWN, WAIT, SET, CLEAR, IS_SET, YIELD, SLEEP, HOG, CANCEL, INTERRUPT, ARM, STORM, EXIT, END;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The operation's name on the wire. */
  public String wire() {
    return wire;
  }

  /** The operation that has this name on the wire. */
  public static Optional<Op> of(String wire) {
    return Arrays.stream(values()).filter(op -> op.wire().equals(wire)).findFirst();
  }
}
