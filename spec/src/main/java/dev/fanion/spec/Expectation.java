package dev.fanion.spec;

import java.util.List;

/** What TLC must say about a config. */
public sealed interface Expectation {

  /**
   * Everything that the config names holds, and the search is exactly this large.
   *
   * @param distinct the distinct states
   * @param generated the generated states, that is initial states and transitions
   * @param idle the actions that are never taken; every other action is
   */
  record Holds(long distinct, long generated, List<String> idle) implements Expectation {
    @Override
    public String toString() {
      return "holds";
    }
  }

  /**
   * TLC exits with this code and blames this property.
   *
   * @param code TLC's exit code: 10 assumption, 11 deadlock, 12 invariant, 13 temporal, action or refinement property
   * @param property the name of the one thing that must be violated
   */
  record Fails(int code, String property) implements Expectation {
    @Override
    public String toString() {
      return "fails " + code + " " + property;
    }
  }
}
