package dev.fanion.conformance;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shortest ways through an atlas from one node: a breadth-first search that goes on where it stopped. */
final class Routes {
  /** A move, and the node that it is to lead to. */
  record Leg(Atlas.Move move, Atlas.Node to) {}

  private final Atlas atlas;
  private final BiPredicate<Atlas.Node, Atlas.Move> usable;
  private final Deque<Atlas.Node> waiting = new ArrayDeque<>();

  /** By the number of a node: the search that reached it last, and from where by which move. */
  private int[] reached = {};
  private Atlas.@Nullable Node[] from = {};
  private Atlas.@Nullable Move[] by = {};
  private int search;

  /**
   * @param usable moves that may be part of a way
   */
  Routes(Atlas atlas, BiPredicate<Atlas.Node, Atlas.Move> usable) {
    this.atlas = atlas;
    this.usable = usable;
  }

  /** Begins a new search. */
  Routes from(Atlas.Node root) {
    search++;
    waiting.clear();
    reach(root, null, null);
    return this;
  }

  private void reach(Atlas.Node node, Atlas.@Nullable Node origin, Atlas.@Nullable Move move) {
    if (node.number >= reached.length) {
      int size = Math.max(2 * reached.length, node.number + 64);
      reached = Arrays.copyOf(reached, size);
      from = Arrays.copyOf(from, size);
      by = Arrays.copyOf(by, size);
    }
    if (reached[node.number] != search) {
      reached[node.number] = search;
      from[node.number] = origin;
      by[node.number] = move;
      waiting.add(node);
    }
  }

  /**
   * The nearest node that is sought, or null. What was once passed over is not looked at again: a node may cease to be
   * sought, but not begin to.
   *
   * @param most how many nodes to pass over before giving up
   */
  Atlas.@Nullable Node find(Predicate<Atlas.Node> sought, int most) {
    for (int passed = 0; passed < most && !waiting.isEmpty(); passed++) {
      if (sought.test(waiting.element())) {
        return waiting.element();
      }
      expand(waiting.remove());
    }
    return null;
  }

  private void expand(Atlas.Node node) {
    for (Atlas.Move move : atlas.moves(node)) {
      if (usable.test(node, move)) {
        for (Atlas.Outcome outcome : move.outcomes()) {
          if (outcome.vain < Atlas.TOO_OFTEN) {
            reach(outcome.node, node, move);
          }
        }
      }
    }
  }

  /** The legs of the way to a node that was found; none to the root itself. */
  List<Leg> way(Atlas.Node found) {
    LinkedList<Leg> way = new LinkedList<>();
    for (Atlas.Node node = found; from[node.number] != null; node = from[node.number]) {
      way.addFirst(new Leg(by[node.number], node));
    }
    return way;
  }
}
