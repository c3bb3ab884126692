package dev.fanion.conformance.protocol;

import java.util.Set;

/** What an adapter says of its implementation. */
public record Hello(String name, String version, Set<String> features) {
  /** The protocol's number. */
  public static final int FANION = 1;

  public static final Set<String> FEATURES =
      Set.of("event", "flag", "cancel", "timeout", "interrupt", "arm", "guard", "deadlock", "storm");

  public boolean can(String feature) {
    return features.contains(feature);
  }
}
