package dev.fanion.conformance.protocol;

import java.util.Set;

/** What an adapter says of its implementation. */
public record Hello(String name, String version, Set<String> features) {
  /** The version of the protocol; the member {@code fanion} of the message. */
  public static final int PROTOCOL = 1;

  /** Every feature that an adapter can declare. */
  public static final Set<String> FEATURES =
      Set.of("event", "flag", "cancel", "timeout", "interrupt", "arm", "guard", "deadlock", "storm");

  /** Whether the adapter declares this feature. */
  public boolean can(String feature) {
    return features.contains(feature);
  }
}
