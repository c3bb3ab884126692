package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Takes every transition of a small model, perhaps not all at once. The first supposition is that the loop looks at flags between
 * any two turns.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Transitions {
  /** Where an order is open there are too many places: this number of them is counted, from the start on. */
  private static final int NEAREST = 10_000;

  private final TestedAdapter tested;
  private final ModelCache models;
  private final Results results;
  private final Judge judge;
  private final ScriptRunner scripts;
  private final Deque<Atlas.Noticing> suppositions = new ArrayDeque<>(List.of(Atlas.Noticing.values()));
  private @Nullable Attempt attempt;
  private boolean done;

  /** The steps that are left where chance decides who runs: else the walk cannot get everywhere, or not soon. */
  private long left;

  /** A walk, under one supposition. */
  private record Attempt(Atlas.Noticing noticing, Atlas atlas, Walk walk) {}

  Transitions(TestedAdapter tested, ModelCache models, Results results, Judge judge, ScriptRunner scripts) {
    this.tested = tested;
    this.models = models;
    this.results = results;
    this.judge = judge;
    this.scripts = scripts;
    left = results.plan.steps();
  }

  /** Whether there is nothing left to take, or no way to it. */
  boolean done() {
    return done;
  }

  /**
   * Goes on where it was.
   *
   * @param most the nanoseconds after which it pauses, if the implementation takes real time
   * @return how many scenarios it took
   */
  int run(Set<String> features, Cast cast, long most) {
    SpecModel model = models.get(results.profile(), features, cast);
    boolean predictable = results.profile().isPredictable();
    BooleanSupplier goesOn = scripts.within(most);
    long begin = tested.steps();
    int scenarios = 0;
    while (!done && goesOn.getAsBoolean()) {
      Attempt now = attempt == null ? next(model) : attempt;
      if (now.walk.lost() && !suppositions.isEmpty()) {
        attempt = null;
      } else if (now.walk.done() || now.walk.lost() || !predictable && tested.steps() - begin >= left) {
        done = true;
      } else {
        scenarios++;
        scenario(model, now.walk);
      }
    }
    left -= tested.steps() - begin;
    if (attempt != null) {
      results.covered(Coverage.of(attempt.atlas, predictable ? Integer.MAX_VALUE : NEAREST), attempt.noticing);
    }
    done |= scripts.stopped();
    return scenarios;
  }

  private Attempt next(SpecModel model) {
    Atlas.Noticing noticing = suppositions.remove();
    Atlas atlas = new Atlas(model, noticing);
    Walk walk = new Walk(atlas, (node, move) -> judge.wants(model, node.place.states, node.task, move.request()));
    attempt = new Attempt(noticing, atlas, walk);
    return attempt;
  }

  private void scenario(SpecModel model, Walk walk) {
    walk.begin();
    if (!judge.scenario(model, walk)) {
      walk.failed();
    }
  }
}
