package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.oracle.Candidates;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The replies that the spec allows to a request, whatever the clock says. */
record Allowed(SpecModel model) {
  /** As many of the states as tell what a step is about. */
  private static final int FEW = 20;

  /** These states, and every state that they can become unseen. */
  int[] closed(int[] states) {
    return model.candidates().closure(states, action -> true);
  }

  /**
   * The replies to a request that is made in some of these states, and the states that explain each.
   *
   * @param actions those that the request can be
   * @param suspended what becomes of the states in which the request has suspended its task
   * @param other what becomes of those in which it has not
   */
  Map<Reply, int[]> replies(int[] states, int[] actions, UnaryOperator<int[]> suspended, UnaryOperator<int[]> other) {
    Map<Reply, int[]> replies = new LinkedHashMap<>();
    for (int action : actions) {
      int[] after = model.candidates().after(states, action);
      if (after.length == 0) {
        continue;
      } else if (model.caseOf(action).suspends()) {
        resume(replies, suspended.apply(after));
      } else {
        replies.merge(model.caseOf(action).reply(), other.apply(after), Candidates::union);
      }
    }
    return replies;
  }

  private void resume(Map<Reply, int[]> replies, int[] states) {
    for (String task : model.tasks()) {
      for (int resume : model.resumes(task)) {
        int[] after = model.candidates().after(states, resume);
        if (after.length > 0) {
          replies.merge(Reply.of(task, model.result(resume)), after, Candidates::union);
        }
      }
    }
    for (int state : states) {
      if (model.reports(state)) {
        replies.put(Reply.deadlock(model.live(state)), new int[0]);
      }
    }
  }

  /** Whether the loop may report a deadlock instead of a reply to a request that is made in some of these states. */
  boolean mayReport(int[] states, int[] actions) {
    return Arrays.stream(actions).filter(action -> model.caseOf(action).suspends())
        .anyMatch(action -> Arrays.stream(closed(model.candidates().after(states, action))).anyMatch(model::reports));
  }

  /** The rules that a request exercises, and every reply to it, in the first few of these states. */
  long rules(int[] all, int[] actions) {
    int[] states = Arrays.copyOf(all, Math.min(FEW, all.length));
    long rules = 0;
    for (int action : actions) {
      for (int state : states) {
        rules |= model.oracle.enabled(state, action) ? model.rules(state, action) : 0;
      }
      if (model.caseOf(action).suspends()) {
        rules |= ofReplies(closed(model.candidates().after(states, action)));
      }
    }
    return rules;
  }

  private long ofReplies(int[] states) {
    long rules = 0;
    for (int state : states) {
      for (String task : model.tasks()) {
        for (int resume : model.resumes(task)) {
          rules |= model.oracle.enabled(state, resume) ? model.rules(state, resume) : 0;
        }
      }
      rules |= model.reports(state) ? model.rules(state, model.report()) : 0;
    }
    return rules;
  }
}
