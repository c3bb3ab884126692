package dev.fanion.bench;

import java.util.Optional;

/**
 * What the reference must reach in a row.
 *
 * @param words the goal, as the table has it
 * @param judge whether it is reached, or nothing where what it needs was not measured
 */
record Goal(String words, Judge judge) {
  /** Judges the figures of one operation. */
  @FunctionalInterface
  interface Judge {
    Optional<Boolean> reached(Figures figures, String operation);
  }

  /** Below this many bytes for an operation nothing is allocated for it: what is left is the harness's. */
  static final double NO_BYTES = 0.5;

  static Goal atMost(double limit, String unit) {
    return new Goal("≤ " + Table.number(limit) + " " + unit,
        (figures, operation) -> figures.fanion(operation).map(value -> value <= limit));
  }

  static Goal noBytes() {
    return new Goal("0 B", (figures, operation) -> figures.fanion(operation).map(value -> value < NO_BYTES));
  }

  static Goal timesFasterThanPeers(double factor) {
    return new Goal(Table.number(factor) + "× the best peer", (figures, operation) -> figures.bestPeer(operation)
        .flatMap(peer -> figures.times(operation, peer)).map(times -> times >= factor));
  }

  static Goal timesFaster(double factor, SubjectKind other) {
    return new Goal(Table.number(factor) + "× " + other.title,
        (figures, operation) -> figures.times(operation, other).map(times -> times >= factor));
  }

  /** At most so many times what another operation takes; the words say which. */
  static Goal within(double factor, String base, String words) {
    return new Goal("≤ " + Table.number(factor) + "× " + words, (figures, operation) -> figures.fanion(operation)
        .flatMap(value -> figures.fanion(base).map(other -> value <= factor * other)));
  }

  static Goal withinOfFloor(double factor) {
    return new Goal("≤ " + Table.number(factor) + "× the floor",
        (figures, operation) -> figures.times(operation, SubjectKind.FLOOR).map(times -> times >= 1 / factor));
  }
}
