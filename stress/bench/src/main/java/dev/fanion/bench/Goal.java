package dev.fanion.bench;

import java.util.Optional;

/**
 * What the reference must reach in a row.
 *
 * @param words the goal in the words of the table
 * @param judge whether the goal is reached; empty where a figure that it needs was not measured
 */
record Goal(String words, Judge judge) {
  /** Judges the figures of one operation. */
  @FunctionalInterface
  interface Judge {
    Optional<Boolean> reached(Figures figures, String operation);
  }

  /** An operation with fewer bytes than this allocates nothing: the rest is the harness's. */
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

  /** At most a multiple of another operation's figure. The words name the operation. */
  static Goal within(double factor, String base, String words) {
    return new Goal("≤ " + Table.number(factor) + "× " + words, (figures, operation) -> figures.fanion(operation)
        .flatMap(value -> figures.fanion(base).map(other -> value <= factor * other)));
  }

  static Goal withinOfFloor(double factor) {
    return new Goal("≤ " + Table.number(factor) + "× the floor",
        (figures, operation) -> figures.times(operation, SubjectKind.FLOOR).map(times -> times >= 1 / factor));
  }
}
