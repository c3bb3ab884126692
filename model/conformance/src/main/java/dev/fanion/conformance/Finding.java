package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in which the implementation did not conform.
 *
 * @param rules the rules that it breaks, or that were in question when it hung or crashed
 * @param exchanges the conversation; the last one is where it went wrong
 * @param allowed the replies that the spec allows there
 * @param said what the adapter said of its own failure, or ""
 * @param option the profile that would accept it, if it is only another side of a variation point
 */
record Finding(
    Kind kind,
    long rules,
    Cast cast,
    List<Exchange> exchanges,
    Set<Reply> allowed,
    String said,
    @Nullable String option) {

  /** In which way the implementation did not conform. */
  enum Kind {
    BROKEN, OTHER_SIDE, HANG, CRASH;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** This finding as a legal side that the profile asked for does not have. */
  Finding asOtherSide(String profile) {
    return new Finding(Kind.OTHER_SIDE, rules, cast, exchanges, allowed, said, profile);
  }

  /** Whether both findings seem to show the same mistake: they are of the same kind and have a rule in common. */
  boolean resembles(@Nullable Finding other) {
    return other != null && other.kind == kind && (other.rules & rules) != 0;
  }
}
