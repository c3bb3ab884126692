package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Reply;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in which the implementation did not conform.
 *
 * @param rules what it breaks, or what was in question when it hung or crashed
 * @param exchanges the conversation; the last one is where it went wrong
 * @param allowed the replies that the spec allows there
 * @param said what the adapter said of its own trouble, or ""
 * @param option the profile that would accept it, where it is merely another side of a variation point
 */
record Finding(
    Kind kind,
    long rules,
    Begin begin,
    List<Conversation.Exchange> exchanges,
    Set<Reply> allowed,
    String said,
    @Nullable String option) {

  /** In which way. */
  enum Kind {
    BROKEN, OTHER_SIDE, HANG, CRASH;

    String words() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }

  /** This finding as a legal side that the profile does not have. */
  Finding asOtherSide(String profile) {
    return new Finding(Kind.OTHER_SIDE, rules, begin, exchanges, allowed, said, profile);
  }

  /** Whether this shows the same mistake, as far as can be told: it went wrong in the same way, with a rule in common. */
  boolean resembles(@Nullable Finding other) {
    return other != null && other.kind == kind && (other.rules & rules) != 0;
  }
}
