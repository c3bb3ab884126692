package dev.fanion.conformance.protocol;

import java.util.Set;
import java.util.TreeSet;

/** What an adapter says of its implementation. */
public record Hello(String name, String version, Set<String> features) {
  /** The version of the protocol; the member {@code fanion} of the message. */
  public static final int PROTOCOL = 1;

  /** Every feature that an adapter can declare. */
  public static final Set<String> FEATURES =
      Set.of("event", "flag", "cancel", "timeout", "interrupt", "arm", "guard", "deadlock", "storm", "clock");

  /** Whether time is what the implementation's own clock says, which each reply tells. */
  public boolean hasClock() {
    return can("clock");
  }

  /** The features without which some operation cannot be asked for. */
  public Set<String> operations() {
    Set<String> operations = new TreeSet<>(features);
    operations.remove("clock");
    return operations;
  }

  /** Whether the adapter declares this feature. */
  public boolean can(String feature) {
    return features.contains(feature);
  }
}
