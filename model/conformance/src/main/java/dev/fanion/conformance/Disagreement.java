package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import java.util.Set;

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

  /** A reply that would be right at a later time: only that is wrong. */
  static Disagreement early(Reply reply, String passed) {
    String rule = switch (reply.result()) {
      case OK -> "LOP-2";
      case TIMEOUT -> "CAN-5";
      default -> "FLG-6";
    };
    long bits = Rule.bits(Set.of(rule));
    return new Disagreement(Set.of(), bits, bits, "too early: " + passed, false);
  }
}
