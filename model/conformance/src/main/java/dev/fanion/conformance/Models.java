package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Begin;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The models in use; loading one takes TLC about half a second, and what one has learned of the spec is kept. */
final class Models implements AutoCloseable {
  private final Map<List<Object>, Model> loaded = new HashMap<>();

  /** The model of a scenario with these names, for an implementation with these features. */
  Model get(Profile profile, Set<String> features, Begin begin) {
    Begin possible = new Begin(
        features.contains("event") ? begin.events() : List.of(),
        features.contains("flag") ? begin.flags() : List.of(),
        begin.tasks());
    List<Object> key = List.of(profile.sides(), new TreeSet<>(features), possible);
    return loaded.computeIfAbsent(key, k -> new Model(profile, features, possible));
  }

  @Override
  public void close() {
    loaded.values().forEach(Model::close);
    loaded.clear();
  }
}
