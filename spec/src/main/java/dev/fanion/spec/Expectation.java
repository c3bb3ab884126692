package dev.fanion.spec;

import java.util.List;

/** What TLC must say in a run. */
public sealed interface Expectation {

  /**
   * All invariants and properties of the config hold, and the search has exactly this size.
   *
   * @param distinct the distinct states
   * @param generated the generated states, which are the initial states and the transitions
   * @param idle the actions that are never taken; every other action is taken
   */
  record Holds(long distinct, long generated, List<String> idle) implements Expectation {
    @Override
    public String toString() {
      return "holds";
    }
  }

  /**
   * TLC exits with this code and names this property.
   *
   * @param code TLC's exit code: 10 assumption, 11 deadlock, 12 invariant, 13 temporal, action or refinement property
   * @param property what must be violated: the name of an assumption, invariant or property, or "deadlock"
   */
  record Fails(int code, String property) implements Expectation {
    @Override
    public String toString() {
      return "fails " + code + " " + property;
    }
  }
}
