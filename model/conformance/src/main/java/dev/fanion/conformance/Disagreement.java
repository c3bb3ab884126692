package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Result;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A reply, or a silence, that the spec does not explain.
 *
 * @param allowed the replies that the spec allows instead
 * @param rules the rules that are broken
 * @param first the bit of the rule that a maintainer would name first; 0 if all are as likely
 * @param clock what the clock has to do with it, in words, or ""
 * @param isLate whether the reply is right, and only came too late
 */
record Disagreement(Set<Reply> allowed, long rules, long first, String clock, boolean isLate) {
  Disagreement(Set<Reply> allowed, long rules) {
    this(allowed, rules, 0, "", false);
  }

  /** The same, but of the replies that are allowed only those that the time allows too, if there are any. */
  Disagreement within(Predicate<Reply> time) {
    Set<Reply> now = allowed.stream().filter(time).collect(Collectors.toCollection(LinkedHashSet::new));
    return now.isEmpty() ? this : new Disagreement(now, rules, first, clock, isLate);
  }

  /** The rule that an operation breaks which ends like this before its time has come; null if it does not end by time. */
  static @Nullable String ruleOfTime(Result result) {
    return switch (result) {
      case OK -> "LOP-2";
      case TIMEOUT -> "CAN-5";
      case WOKEN -> "FLG-6"; // by an interrupt that has yet to come
      default -> null;
    };
  }

  /**
   * A reply that would be right at a later time: only that is wrong.
   *
   * @param cause the rule that comes first if something before has cut the time short; 0 if nothing did
   */
  static Disagreement early(long rule, long cause, String passed) {
    return new Disagreement(Set.of(), rule | cause, cause == 0 ? rule : cause, "too early: " + passed, false);
  }
}
