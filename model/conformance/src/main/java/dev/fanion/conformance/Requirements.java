package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What decides the status of a run: all that the suite has, or a numbered set that was frozen with a release. What came after
 * such a set is run last, is told, and does not decide.
 */
public final class Requirements {
  /** All that the suite has. */
  public static final Requirements ALL = new Requirements(null);

  /** The numbers of the sets that there are, the oldest first. */
  static final List<String> NUMBERS = List.of("2026.1");

  private final @Nullable FrozenSet set;
  private final long rules;
  private final Set<String> points;
  private final Set<String> parts;
  private final Set<String> scripts;

  private Requirements(@Nullable FrozenSet set) {
    this.set = set;
    rules = set == null ? -1 : bits(set.rule().stream().map(FrozenSet.Entry::id).toList());
    points = set == null ? Set.of() : Set.copyOf(set.points());
    parts = set == null ? Set.of() : Set.copyOf(set.parts());
    scripts = set == null ? Set.of() : new HashSet<>(set.scriptNames());
  }

  private static long bits(List<String> ids) {
    return Rule.bits(Rule.ALL.stream().map(Rule::id).filter(ids::contains).toList());
  }

  /** The requirements of this set. */
  static Requirements of(FrozenSet set) {
    return new Requirements(set);
  }

  /**
   * The requirements of this number.
   *
   * @throws IllegalArgumentException if there are none; the message lists those that there are
   */
  public static Requirements named(String number) {
    if (!NUMBERS.contains(number)) {
      String meant = Nearest.to(number, NUMBERS).map(near -> "; did you mean " + near + "?").orElse(";");
      throw new IllegalArgumentException("no requirements " + number + meant + " there are " + String.join(", ", NUMBERS));
    }
    try {
      return of(FrozenSet.read(text(number)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of the set of this number. */
  static String text(String number) throws IOException {
    try (InputStream in = Objects.requireNonNull(Requirements.class.getResourceAsStream("requirements/" + number + ".toml"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** Whether it is all that the suite has. */
  boolean isAll() {
    return set == null;
  }

  /** Its number; null for all that the suite has. */
  @Nullable String number() {
    return set == null ? null : set.number();
  }

  boolean has(Rule rule) {
    return (rules & rule.bit()) != 0;
  }

  /** Whether it has the rule that a finding names first; if none stands out, one of its rules. */
  boolean has(Finding finding) {
    long named = finding.first() != 0 ? finding.first() : finding.rules();
    return named == 0 || (named & rules) != 0;
  }

  /** That it does not have the rule that a finding names first, in words. */
  String lacks(Finding finding) {
    return finding.ruleNames().get(0) + " is not in requirements " + number();
  }

  boolean has(VariationPoint point) {
    return isAll() || points.contains(point.toString());
  }

  boolean has(PartOfRun part) {
    return isAll() || parts.contains(part.words());
  }

  boolean has(Script script) {
    return isAll() || scripts.contains(script.id());
  }

  /** The rules that it does not have. */
  List<Rule> missing() {
    return Rule.ALL.stream().filter(rule -> !has(rule)).toList();
  }

  /** What a report says of it. */
  String words() {
    String newest = NUMBERS.get(NUMBERS.size() - 1);
    return set == null ? "all that this suite has"
        : set.number() + (set.number().equals(newest) ? "" : " (the newest are " + newest + ")");
  }
}
