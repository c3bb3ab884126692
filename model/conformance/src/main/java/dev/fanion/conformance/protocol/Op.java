package dev.fanion.conformance.protocol;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The operations of the protocol that a running task can be asked for. */
public enum Op {
  SPAWN, WAIT, SET, CLEAR, IS_SET, YIELD, SLEEP, HOG, CANCEL, INTERRUPT, ARM, STORM, EXIT, END;

  private final String wire = name().toLowerCase(Locale.ROOT);

  /** The operation's name on the wire. */
  public String wire() {
    return wire;
  }

  public static Optional<Op> of(String wire) {
    return Arrays.stream(values()).filter(op -> op.wire().equals(wire)).findFirst();
  }
}
