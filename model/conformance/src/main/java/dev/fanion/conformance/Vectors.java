package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The vectors for implementations on the sides of a profile: every transition of a small model, then the scripts of the suite
 * that take no time. Those in which too much is open are left out, and counted.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Vectors {
  /** What a vector can be of: no clock is needed for these. */
  static final SortedSet<String> FEATURES =
      new TreeSet<>(Set.of("event", "flag", "cancel", "interrupt", "guard", "deadlock"));

  /** The kind of those that take every transition. */
  static final String WALK = "every transition";

  /**
   * How many scripts of a kind there are.
   *
   * @param made those that are vectors
   * @param same those that ask for what another vector asks for
   * @param open those in which too much is open
   */
  record Count(int made, int same, int open) {
    static final Count NONE = new Count(0, 0, 0);
  }

  final Profile profile;
  final SortedSet<String> features;
  private final Map<String, TestVector> all = new LinkedHashMap<>();
  private final Map<String, Count> counts = new LinkedHashMap<>();

  private Vectors(Profile profile, Set<String> features) {
    this.profile = profile;
    this.features = new TreeSet<>(features);
    this.features.retainAll(FEATURES);
  }

  /**
   * Makes the vectors.
   *
   * @param features those that take time are left out
   * @param small who takes part in the walk through every transition
   * @param crowds the scripts
   */
  static Vectors of(Profile profile, Set<String> features, Cast small, List<Crowds> crowds, ModelCache models) {
    Vectors vectors = new Vectors(profile, features);
    SpecModel walked = models.get(profile, vectors.features, small);
    CoveringWalk.all(walked).forEach(each -> vectors.add(WALK, Unfolding.of(walked, WALK, each.script(), each.reports())));
    crowds.forEach(kind -> vectors.add(kind, models.get(profile, vectors.features, kind.cast())));
    return vectors;
  }

  /**
   * Adds what an adapter can be asked that reports deadlocks, in its order, since what one scenario leaves shows in the next.
   * Then, where that is not the same, what an adapter can be asked that does not.
   */
  private void add(Crowds kind, SpecModel model) {
    List<Script> reported = new ArrayList<>();
    for (Script script : kind.scripts()) {
      if (script.concerns(model.cast)) {
        TestVector vector = Unfolding.of(model, kind.name(), requests(script), true);
        add(kind.name(), vector);
        if (vector != null && vector.needs().contains("deadlock")) {
          reported.add(script);
        }
      }
    }
    reported.forEach(script -> add(kind.name(), Unfolding.of(model, kind.name(), requests(script), false)));
  }

  /** What each task is asked, in its order. */
  private static Map<String, List<Request>> requests(Script script) {
    Map<String, List<Request>> requests = new HashMap<>();
    script.queues().forEach((task, its) -> requests.put(task, new ArrayList<>(its)));
    return requests;
  }

  private void add(String kind, @Nullable TestVector vector) {
    Count count = counts.getOrDefault(kind, Count.NONE);
    boolean made = vector != null && all.putIfAbsent(vector.id(), vector) == null;
    counts.put(kind, vector == null ? new Count(count.made, count.same, count.open + 1)
        : made ? new Count(count.made + 1, count.same, count.open) : new Count(count.made, count.same + 1, count.open));
  }

  /** The vectors by their ids, in the order in which they are to be played. */
  Map<String, TestVector> all() {
    return all;
  }

  /** The numbers of each kind. */
  Map<String, Count> counts() {
    return counts;
  }

  /** How many scripts are no vectors since too much is open in them. */
  int open() {
    return counts.values().stream().mapToInt(Count::open).sum();
  }
}
