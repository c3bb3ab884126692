package dev.fanion.conformance;

import dev.fanion.conformance.VariationPoint.Side;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the experiments have found of one point.
 *
 * @param side the side by which everything is judged
 * @param basis whether a conversation shows it
 * @param words what follows from it for users, or why it is unknown
 * @param conversation the shortest that shows it: one that the side asked for does not explain or, if the side is unknown,
 *     one that no side explains; null if the side asked for explains all of them
 * @param by the experiments that show, if it is a choice, that it is not the side asked for
 */
record Sighting(VariationPoint point, Side side, Basis basis, String words, @Nullable Finding conversation,
    Set<Experiment> by) {
  /** How a side was found. */
  enum Basis { SHOWN, UNKNOWN, NOT_TRIED }

  /** Whether no side explains what was seen. */
  boolean isUnknown() {
    return basis == Basis.UNKNOWN;
  }

  /** Whether the side is a choice that was not asked for. */
  boolean isChoice() {
    return basis == Basis.SHOWN && conversation != null;
  }
}
