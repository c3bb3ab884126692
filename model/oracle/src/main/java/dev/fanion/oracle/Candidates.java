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
    int[] all = states;
    int count = states.length;
    for (int i = 0; i < count; i++) {
      for (int action : internal) {
        if (oracle.enabled(all[i], action) && allowed.test(action)) {
          for (int next : oracle.successors(all[i], action)) {
            if (!contains(all, count, next)) {
              all = count == all.length ? Arrays.copyOf(all, count + 8) : all == states ? all.clone() : all;
              all[count++] = next;
            }
          }
        }
      }
    }
    return all == states ? states : Arrays.copyOf(all, count);
  }

  private static boolean contains(int[] states, int count, int state) {
    for (int i = 0; i < count; i++) {
      if (states[i] == state) {
        return true;
      }
    }
    return false;
  }

  /** The successors of these states by any of these actions, each once. */
  public int[] after(int[] states, int... actions) {
    int[] all = {};
    for (int state : states) {
      for (int action : actions) {
        for (int next : oracle.successors(state, action)) {
          if (!contains(all, all.length, next)) {
            all = Arrays.copyOf(all, all.length + 1);
            all[all.length - 1] = next;
          }
        }
      }
    }
    return all;
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
