package dev.fanion.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The figures of one run. The figure of an operation and a subject is in the unit that the row of the operation names. */
final class Figures {
  private final Map<String, Map<SubjectKind, Double>> values = new LinkedHashMap<>();

  void put(String operation, SubjectKind subject, double value) {
    values.computeIfAbsent(operation, any -> new LinkedHashMap<>()).put(subject, value);
  }

  Optional<Double> get(String operation, SubjectKind subject) {
    return Optional.ofNullable(values.getOrDefault(operation, Map.of()).get(subject));
  }

  Optional<Double> fanion(String operation) {
    return get(operation, SubjectKind.FANION);
  }

  boolean has(String operation) {
    return values.containsKey(operation);
  }

  boolean has(SubjectKind subject) {
    return values.values().stream().anyMatch(row -> row.containsKey(subject));
  }

  /** The peer on the JVM with the smallest figure. */
  Optional<SubjectKind> bestPeer(String operation) {
    Map<SubjectKind, Double> row = values.getOrDefault(operation, Map.of());
    return SubjectKind.JVM_PEERS.stream().filter(row::containsKey).min((a, b) -> Double.compare(row.get(a), row.get(b)));
  }

  /** How many times the reference's figure another subject's figure is. */
  Optional<Double> times(String operation, SubjectKind other) {
    return fanion(operation).flatMap(own -> get(operation, other).map(theirs -> theirs / own));
  }
}
