package dev.fanion.conformance;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Shortest ways through an atlas from one node: a breadth-first search that can be continued. */
final class Routes {
  /** A move, and the node that it should lead to. */
  record Leg(Atlas.Move move, Atlas.Node to) {}

  private final Atlas atlas;
  private final BiPredicate<Atlas.Node, Atlas.Move> usable;
  private final Deque<Atlas.Node> waiting = new ArrayDeque<>();

  /** By the number of a node: the search that reached it last, and the node and the move by which it did. */
  private int[] reached = {};
  private Atlas.@Nullable Node[] from = {};
  private Atlas.@Nullable Move[] by = {};
  private int search;

  /**
   * Routes through an atlas.
   *
   * @param usable which moves may be part of a way
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
   * The nearest node that fits, or null. A search never returns to a node that it passed over, so a node that did not fit
   * must not fit later.
   *
   * @param most how many nodes to pass over before the search gives up
   */
  Atlas.@Nullable Node find(Predicate<Atlas.Node> fits, int most) {
    for (int passed = 0; passed < most && !waiting.isEmpty(); passed++) {
      if (fits.test(waiting.element())) {
        return waiting.element();
      }
      expand(waiting.remove());
    }
    return null;
  }

  /** Whether the search has passed over every node that there is. */
  boolean ended() {
    return waiting.isEmpty();
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

  /** The legs of the way to a node that the search found; none if it is the root. */
  List<Leg> way(Atlas.Node found) {
    LinkedList<Leg> way = new LinkedList<>();
    for (Atlas.Node node = found; from[node.number] != null; node = from[node.number]) {
      way.addFirst(new Leg(by[node.number], node));
    }
    return way;
  }
}
