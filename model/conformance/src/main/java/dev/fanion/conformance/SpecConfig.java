package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import java.util.Collection;
import java.util.stream.Collectors;

/** The config with which TLC loads the spec for a profile, features and a cast. */
final class SpecConfig {
  private SpecConfig() {}

  static String of(Profile profile, Collection<String> features, Cast cast) {
    StringBuilder text = new StringBuilder("INIT Init\nNEXT Next\nCONSTANTS\n");
    text.append("Tasks = ").append(set(cast.tasks())).append("\nEvents = ").append(set(cast.events()));
    text.append("\nFlags = ").append(set(cast.flags())).append("\nFeatures = ").append(set(features)).append('\n');
    profile.constants().forEach((point, side) -> text.append(point).append(" = \"").append(side).append("\"\n"));
    return text.toString();
  }

  private static String set(Collection<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ", "{", "}"));
  }
}
