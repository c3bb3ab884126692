package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Why no state explains a reply, or the lack of one: what the spec allows instead, and the rules that are broken. */
final class Diagnosis {
  /** Where only the order was wrong, or the end came too early, what should have come instead tells more. */
  private static final long WRONGLY = Rule.bits(Set.of("LOP-1", "LOP-5", "LOP-6"));

  private final Model model;
  private final String task;
  private final Request request;
  private final @Nullable Reply reply;
  private final Set<Reply> allowed = new LinkedHashSet<>();
  private long asked;
  private long awaited;
  private long unexpected;

  /**
   * @param task who was asked
   * @param reply null: there was none
   */
  Diagnosis(Model model, String task, Request request, @Nullable Reply reply) {
    this.model = model;
    this.task = task;
    this.request = request;
    this.reply = reply;
  }

  /**
   * @param states all that may have been the case when the request was made
   * @param last how the task's operation before this one ended
   * @param traits of all requests of the conversation
   */
  Tracker.Disagreement of(int[] states, String last, long traits) {
    for (int state : states) {
      for (int action : model.actions(task, request)) {
        if (model.oracle.enabled(state, action)) {
          consider(state, action, last);
        }
      }
    }
    long broken = asked | ((unexpected & ~WRONGLY) == 0 ? unexpected | awaited : unexpected);
    long suspects = model.suspects(states[0], broken);
    long inQuestion = Rule.inQuestion(suspects, traits);
    return new Tracker.Disagreement(allowed, inQuestion == 0 ? suspects : inQuestion);
  }

  private void consider(int state, int action, String last) {
    Model.Move move = model.move(action);
    if (move.immediate() != null) {
      asked |= model.rules(state, action, last);
      allowed.add(move.reply(Tracker.value(move, request, reply)));
      return;
    }
    for (int suspended : model.candidates().closure(model.oracle.successors(state, action), any -> true)) {
      await(suspended);
      unexpected |= reply == null ? 0 : model.unexpected(suspended, reply);
    }
  }

  private void await(int state) {
    for (String other : model.tasks()) {
      for (int resume : model.resumes(other)) {
        if (model.oracle.enabled(state, resume)) {
          allowed.add(Reply.of(other, model.result(resume)));
          awaited |= model.rules(state, resume, "");
        }
      }
    }
    if (model.reports(state)) {
      allowed.add(Reply.deadlock(model.live(state)));
      awaited |= model.rules(state, model.report(), "");
    }
  }
}
