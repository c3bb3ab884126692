package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a reply that the spec explains came much later than it was owed. */
final class Lateness {
  private static final long ENDS_AT_ONCE = Rule.bits(Set.of("LOP-5"));

  private final SpecModel model;
  private final Timing timing;
  private final long asked;

  /**
   * A look at one exchange.
   *
   * @param asked when the request was made
   */
  Lateness(SpecModel model, Timing timing, long asked) {
    this.model = model;
    this.timing = timing;
    this.asked = asked;
  }

  /**
   * What is wrong with the time of a reply.
   *
   * @param states those that explain the conversation before the request
   */
  @Nullable Disagreement of(int[] states, String task, Request request, Reply reply) {
    if (reply.equals(Reply.ended())) {
      return ofEnd();
    } else if (reply.over() && !timing.isExact()) {
      return null; // a loop may take some time to find out that nothing can wake it
    }
    for (int action : model.actions(task, request)) {
      if (!model.caseOf(action).suspends() && model.candidates().after(states, action).length > 0) {
        return null; // it may not have suspended its task, and then takes what time it takes
      }
    }
    int[] suspended = model.candidates().after(states, model.actions(task, request));
    if (owedBy(suspended, asked, null)) {
      return late(suspended, reply, asked, "");
    }
    for (String name : timing.names()) {
      long by = Math.max(asked, timing.end(name));
      if (owedBy(suspended, by, name)) {
        return late(suspended, reply, by, name);
      }
    }
    return null;
  }

  private boolean owedBy(int[] states, long by, @Nullable String name) {
    if (timing.now() - by <= timing.grace() || states.length == 0) {
      return false;
    }
    for (int state : states) {
      if (name == null ? !model.owesAReply(state) : !model.owesAReplyBy(state, name)) {
        return false;
      }
    }
    return true;
  }

  private Disagreement late(int[] states, Reply reply, long by, String name) {
    long first = name.isEmpty() ? model.foremost(states[0], null) : Rule.bits(Set.of(timing.rule(name)));
    String whose = name.isEmpty() ? "" : "; the time of " + name + " had come";
    return new Disagreement(Set.of(), first, first, words(by) + whose, true);
  }

  private String words(long by) {
    String since = timing.isExact() ? String.format(Locale.ROOT, "%.2f ms", (timing.now() - by) / 1e6)
        : String.format(Locale.ROOT, "%.1f s", (timing.now() - by) / 1e9);
    return "too late: a reply was owed " + since + " before this one came";
  }

  /** What is wrong with the time of the end of a run: it is told at once, which only an implementation's own clock shows. */
  @Nullable Disagreement ofEnd() {
    return timing.isExact() && timing.now() - asked > timing.grace()
        ? new Disagreement(Set.of(), ENDS_AT_ONCE, ENDS_AT_ONCE, words(asked), true) : null;
  }
}
