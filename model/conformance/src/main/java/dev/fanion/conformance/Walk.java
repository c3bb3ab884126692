package dev.fanion.conformance;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes every request at every place of an {@link Atlas} at least once: what is new here, else the shortest way to
 * something new; after so many steps home, to the main task, which ends the scenario.
 */
final class Walk implements Chooser {
  private static final int LONGEST = 60;

  private final Atlas atlas;
  private final Predicate<Atlas.Move> wanted;
  private final Deque<Atlas.Move> planned = new ArrayDeque<>();
  private Atlas.@Nullable Node at;
  private Atlas.@Nullable Move last;
  private Atlas.@Nullable Node hoped;
  private int steps;
  private boolean done;
  private boolean lost;

  /**
   * @param wanted which moves to make: not those whose rules failed too often
   */
  Walk(Atlas atlas, Predicate<Atlas.Move> wanted) {
    this.atlas = atlas;
    this.wanted = wanted;
  }

  /** Everything that can be covered is. */
  boolean done() {
    return done;
  }

  /** A reply was right, but not as foretold: the implementation notices flags in another way. */
  boolean lost() {
    return lost;
  }

  /** The last request got a reply that is right; also called for the reply that ends a scenario. */
  private void took(Atlas.Move move, Reply reply, Atlas.Node from) {
    Atlas.Outcome outcome = move.outcome(reply);
    if (outcome == null) {
      lost = true;
      at = null;
      return;
    }
    from.place.covered.add(move.request());
    at = outcome.node;
    outcome.vain = 0;
    if (hoped != null && hoped != at) {
      move.outcomes().stream().filter(o -> o.node == hoped).forEach(o -> o.vain++);
      planned.clear();
    }
  }

  /** A scenario begins. */
  void begin() {
    at = null;
    last = null;
    hoped = null;
    planned.clear();
    steps = 0;
  }

  /** The scenario ended with this reply, which the spec explains. */
  void ended(Reply reply) {
    if (last != null && at != null) {
      took(last, reply, at);
    }
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    if (at == null) {
      at = atlas.start;
    } else if (last != null) {
      took(last, reply, at);
    }
    if (at == null) {
      return tracker.task().equals(Begin.MAIN) ? Request.of(Op.END) : null;
    }
    last = next(at);
    if (last == null) {
      return at.task.equals(Begin.MAIN) ? Request.of(Op.END) : null;
    }
    steps++;
    return last.request();
  }

  private Atlas.@Nullable Move next(Atlas.Node here) {
    hoped = null;
    if (steps < LONGEST) {
      Atlas.Move fresh = fresh(here);
      if (fresh != null) {
        planned.clear();
        return fresh;
      }
      if (planned.isEmpty()) {
        planned.addAll(atlas.way(here, node -> fresh(node) != null, wanted));
      }
      done = planned.isEmpty() && here == atlas.start;
    } else if (!here.task.equals(Begin.MAIN) && planned.isEmpty()) {
      planned.addAll(atlas.way(here, node -> node.task.equals(Begin.MAIN), wanted));
    } else if (here.task.equals(Begin.MAIN)) {
      return null;
    }
    Atlas.Move move = planned.poll();
    hoped = move == null ? null : target(here, move);
    return move;
  }

  /** Where the plan goes on after this move: the outcome that the rest of the plan starts from. */
  private Atlas.@Nullable Node target(Atlas.Node here, Atlas.Move move) {
    List<Atlas.Outcome> outcomes = move.outcomes();
    if (outcomes.size() == 1) {
      return outcomes.get(0).node;
    }
    Atlas.Move next = planned.peek();
    for (Atlas.Outcome outcome : outcomes) {
      boolean goesOn = next == null ? fresh(outcome.node) != null : atlas.moves(outcome.node).contains(next);
      if (goesOn && outcome.vain < Atlas.TOO_OFTEN) {
        return outcome.node;
      }
    }
    return null;
  }

  private Atlas.@Nullable Move fresh(Atlas.Node node) {
    Atlas.Move ending = null;
    for (Atlas.Move move : atlas.moves(node)) {
      if (!node.place.covered.contains(move.request()) && wanted.test(move)) {
        if (move.request().op() != Op.EXIT) {
          return move;
        }
        ending = move;
      }
    }
    return ending;
  }
}
