package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.oracle.OracleFamily;
import dev.fanion.spec.SpecFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The models in use. Loading one takes a while, and each keeps what it has learned of the spec. */
final class ModelCache implements AutoCloseable {
  private final OracleFamily family = new OracleFamily(SpecFiles.find().resolve("tla"), "Rules");
  private final Map<List<Object>, SpecModel> loaded = new HashMap<>();

  /** The model of a scenario with this cast, for an implementation with these features. */
  SpecModel get(Profile profile, Set<String> features, Cast cast) {
    Cast possible = possible(cast, features);
    List<Object> key = List.of(profile.sides(), new TreeSet<>(features), possible);
    return loaded.computeIfAbsent(key, k -> new SpecModel(family, profile, features, possible));
  }

  /** What an implementation with these features has of a cast. */
  static Cast possible(Cast cast, Set<String> features) {
    return new Cast(
        features.contains("event") ? cast.events() : List.of(),
        features.contains("flag") ? cast.flags() : List.of(),
        cast.tasks());
  }

  @Override
  public void close() {
    loaded.values().forEach(SpecModel::close);
    loaded.clear();
    family.close();
  }
}
