package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.oracle.OracleFamily;
import dev.fanion.spec.SpecFiles;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The models in use. Loading one takes a while, and each keeps what it has learned of the spec.
 *
 * <h2>Threads</h2>
 * Confined to one thread at a time, but for {@link #take()} and {@link #leave()}.
 */
final class ModelCache implements AutoCloseable {
  /** What the last run in this JVM has left. */
  private static final AtomicReference<@Nullable ModelCache> LEFT = new AtomicReference<>();

  private final Path folder;
  private final OracleFamily family;
  private final Map<List<Object>, SpecModel> loaded = new HashMap<>();

  ModelCache() {
    this(folder());
  }

  private ModelCache(Path folder) {
    this.folder = folder;
    family = new OracleFamily(folder, "Rules");
  }

  private static Path folder() {
    return SpecFiles.find().resolve("tla");
  }

  /** The models that an earlier run has left, or none yet. The spec's files must not have changed since. */
  static ModelCache take() {
    ModelCache left = LEFT.getAndSet(null);
    if (left != null && left.folder.equals(folder())) {
      return left;
    }
    close(left);
    return new ModelCache();
  }

  /** Leaves the models to the next run, unless they may leave too little of the heap to it. */
  void leave() {
    Runtime jvm = Runtime.getRuntime();
    boolean many = jvm.totalMemory() - jvm.freeMemory() > jvm.maxMemory() / 2;
    if (many) {
      close();
    }
    close(LEFT.getAndSet(many ? null : this));
  }

  private static void close(@Nullable ModelCache models) {
    if (models != null) {
      models.close();
    }
  }

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
