package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Result;
import org.jspecify.annotations.Nullable;

/**
 * How the spec explains a reply.
 *
 * @param before the states in which the request may have been made
 * @param after the states that explain the reply; none if nothing does
 * @param suspended for each action that the request can be, the states in which its task is suspended; null if the action
 *     does not suspend it
 */
record Explanation(int[] before, int[] after, int[] @Nullable [] suspended) {
  /**
   * The rules that the exchange exercised.
   *
   * @param actions those that the request can be
   * @param last how the operation of the task before this one ended
   */
  long exercised(SpecModel model, int[] actions, Reply reply, Result last) {
    long rules = 0;
    for (int i = 0; i < actions.length; i++) {
      if (model.oracle.enabled(before[0], actions[i])) {
        rules |= model.rules(before[0], actions[i], last);
        rules |= suspended[i] == null ? 0 : resumed(model, suspended[i], reply);
      }
    }
    return rules;
  }

  private long resumed(SpecModel model, int[] states, Reply reply) {
    for (int state : states) {
      for (int resume : model.resumes(reply.task())) {
        if (model.result(resume) == reply.result()) {
          int[] next = model.oracle.successors(state, resume);
          if (next.length > 0 && next[0] == after[0]) {
            return model.rules(state, resume);
          }
        }
      }
    }
    return reply.over() && model.report() >= 0 && states.length > 0 ? model.rules(states[0], model.report()) : 0;
  }
}
