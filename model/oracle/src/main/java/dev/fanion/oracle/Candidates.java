package dev.fanion.oracle;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Sets of states that explain what was observed so far, as arrays of state numbers. Some actions of a spec are observed;
 * others are internal and can happen unseen, and the closure under those holds every state that is possible now.
 *
 * <h2>Threads</h2>
 * Confined to the thread of its {@link Oracle}.
 */
public final class Candidates {
  private final Oracle oracle;
  private final int[] internal;

  /**
   * Candidates among the states of one spec.
   *
   * @param oracle the spec
   * @param internal the indices of its unobserved actions
   */
  public Candidates(Oracle oracle, int[] internal) {
    this.oracle = oracle;
    this.internal = internal.clone();
  }

  /**
   * These states, and every state that they can become by internal actions alone.
   *
   * @param allowed which of the internal actions can have happened, by index
   */
  public int[] closure(int[] states, IntPredicate allowed) {
    StateSet all = new StateSet(states);
    for (int i = 0; i < all.size(); i++) {
      int state = all.get(i);
      for (int action : internal) {
        if (oracle.enabled(state, action) && allowed.test(action)) {
          for (int next : oracle.successors(state, action)) {
            all.add(next);
          }
        }
      }
    }
    return all.toArray();
  }

  /** The successors of these states by any of these actions, each once. */
  public int[] after(int[] states, int... actions) {
    StateSet all = new StateSet(new int[0]);
    for (int state : states) {
      for (int action : actions) {
        for (int next : oracle.successors(state, action)) {
          all.add(next);
        }
      }
    }
    return all.toArray();
  }

  /** The states of both sets, each once. */
  public static int[] union(int[] a, int[] b) {
    return a.length == 0 ? b
        : b.length == 0 ? a
        : IntStream.concat(Arrays.stream(a), Arrays.stream(b)).distinct().toArray();
  }

  /** Whether in every one of these states at least one of the actions is enabled. */
  public boolean alwaysEnabled(int[] states, int... actions) {
    for (int state : states) {
      boolean enabled = false;
      for (int action : actions) {
        enabled |= oracle.enabled(state, action);
      }
      if (!enabled) {
        return false;
      }
    }
    return states.length > 0;
  }
}
