package dev.fanion.conformance;

import java.util.Set;

/** What an adapter says of its implementation. */
public record Hello(String name, String version, Set<String> features) {
  /** The protocol's number. */
  static final int FANION = 1;

  static final Set<String> FEATURES =
      Set.of("event", "flag", "cancel", "timeout", "interrupt", "arm", "guard", "deadlock", "storm");

  boolean can(String feature) {
    return features.contains(feature);
  }
}
