package dev.fanion.oracle;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;

/** Finds every state that a spec can reach, by asking its oracle. */
record Search(int distinct, long generated) {
  static Search of(Oracle oracle) {
    Set<Integer> known = new HashSet<>();
    Deque<Integer> open = new ArrayDeque<>();
    long generated = oracle.initial().length;
    for (int state : oracle.initial()) {
      known.add(state);
      open.add(state);
    }
    while (!open.isEmpty()) {
      int state = open.remove();
      for (Action action : oracle.actions()) {
        for (int next : oracle.successors(state, action.index())) {
          generated++;
          if (known.add(next)) {
            open.add(next);
          }
        }
      }
    }
    return new Search(known.size(), generated);
  }
}
