package dev.fanion.oracle;

import java.util.List;

/**
 * What {@link Oracle} asks of TLC. The types are those that every class loader shares, and public for that reason only.
 * States are opaque.
 */
public interface TlcSpec {
  /** The actions of the next-state relation, one for each binding of their parameters. */
  List<Action> actions();

  List<Object> initialStates();

  /** The successors of a state by the action at this index of {@link #actions()}. */
  List<Object> successors(int action, Object state);

  /** TLC's 64-bit fingerprint; to TLC, two states with one fingerprint are the same state. */
  long fingerprint(Object state);

  /** A variable's value as a String, Boolean, Integer, List, Set or Map. */
  Object value(Object state, String variable);

  /** The value of an operator of the module, applied to these arguments, in this state. */
  Object apply(Object state, String operator, List<?> arguments);

  boolean defines(String operator);
}
