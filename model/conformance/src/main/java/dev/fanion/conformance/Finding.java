package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scenario in which the implementation did not conform.
 *
 * @param rules the rules that it breaks, or that were in question when it hung or crashed
 * @param first the bit of that rule among them which a maintainer would name first; 0 if none stands out
 * @param exchanges the conversation; the last one is where it went wrong
 * @param allowed the replies that the spec allows there
 * @param said what the adapter said of its own failure, or what the clock has to do with it, or ""
 * @param option the profile that would accept it, if it is only another side of a variation point
 */
record Finding(
    Kind kind,
    long rules,
    long first,
    Cast cast,
    List<Exchange> exchanges,
    Set<Reply> allowed,
    String said,
    @Nullable String option) {

  /** In which way the implementation did not conform. */
  enum Kind {
    BROKEN, OTHER_SIDE, HANG, CRASH;

    String words() {
      return title().toLowerCase(Locale.ROOT);
    }

    /** The kind as it begins the lines of a finding. */
    String title() {
      return name().replace('_', ' ');
    }
  }

  /** A conversation that ended in what the spec does not explain. */
  static Finding of(Disagreement wrong, Conversation conversation) {
    return new Finding(Kind.BROKEN, wrong.rules(), wrong.first(), conversation.cast, List.copyOf(conversation.exchanges),
        wrong.allowed(), wrong.clock(), null);
  }

  /** This finding with other words about it. */
  Finding saying(String words) {
    return new Finding(kind, rules, first, cast, exchanges, allowed, words, option);
  }

  /**
   * This finding as a legal side that the profile asked for does not have, with what follows from it. It names first a rule that
   * says something else on another side of the point, if it has one.
   */
  Finding asOtherSide(String profile, VariationPoint point, String consequence) {
    String known = consequence.isEmpty() ? said : consequence;
    long about = rules & Rule.varying(point);
    long named = about == 0 || (about & first) != 0 ? first : Long.lowestOneBit(about);
    return new Finding(Kind.OTHER_SIDE, rules, named, cast, exchanges, allowed, known, profile);
  }

  /**
   * What tells this finding from others: findings that agree in all of it are one. If another task spoke than the one that was
   * asked, it is that task's operation which ended wrongly, whatever was asked last.
   */
  List<Object> signature() {
    Exchange last = exchanges.isEmpty() ? null : exchanges.get(exchanges.size() - 1);
    Reply reply = last == null ? null : last.reply();
    Request wrong = last == null ? null : reply == null || reply.over() ? last.request() : ofTask(reply.task(), last.request());
    return List.of(kind, rules, first, wrong == null ? "" : wrong.op() + " " + wrong.on(), reply == null ? "" : reply.result());
  }

  /** The operation of a task that is under way at the end. */
  private Request ofTask(String task, Request otherwise) {
    Request own = null;
    for (Exchange exchange : exchanges) {
      own = exchange.task().equals(task) ? exchange.request() : own;
    }
    return own == null ? otherwise : own;
  }

  /** The rules, the first one first. */
  List<String> ruleNames() {
    List<String> names = new ArrayList<>(Rule.ids(first));
    names.addAll(Rule.ids(rules & ~first));
    return names;
  }

  /** Whether this rule is one of those that it breaks. */
  boolean isAbout(Rule rule) {
    return (rules & rule.bit()) != 0;
  }

  private long foremost() {
    return first != 0 ? first : rules;
  }

  /**
   * Whether both findings seem to show the same mistake: they are of the same kind, and what one of them names first is in
   * question in the other too. The rule that comes first may change: where a cancellation can be left out, for instance, the
   * cancellation is not to blame.
   */
  boolean resembles(@Nullable Finding other) {
    return other != null && other.kind == kind && sharesARule(other);
  }

  /** Whether what one of them names first is in question in the other too. */
  boolean sharesARule(Finding other) {
    return (other.foremost() & rules) != 0 || (foremost() & other.rules) != 0;
  }
}
