package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import dev.fanion.oracle.Candidates;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * One conversation compared with the spec: the states that explain it so far.
 *
 * <p>This is the only place where time matters: a limit, a sleep or an armed interrupt cannot have ended before the clock
 * says so.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Tracker {
  private static final IntPredicate ANY_TIME = action -> true;
  private static final int NONE = -1;

  private final SpecModel model;
  private final Timing timing;
  private final History history = new History();
  private long traits;
  private int[] now;
  private int @Nullable [] possible;
  private String task = Cast.MAIN;
  private @Nullable Request pending;
  private long exercised;
  private final Set<Integer> unseen;
  private int leftOut = NONE;

  /** Whose time is taken to have come, for the question whether that alone is wrong. */
  private @Nullable String freed;

  /** Whether the question is what had come for certain when the request was made. */
  private boolean lookingBack;

  private long asked;

  /**
   * A conversation that has not begun.
   *
   * @param unseen internal actions; the tracker removes each that must have happened
   */
  Tracker(SpecModel model, Timing timing, Set<Integer> unseen) {
    this.model = model;
    this.timing = timing;
    this.unseen = unseen;
    now = model.oracle.initial();
  }

  /** The task that gave the last reply, and gets the next request. */
  String task() {
    return task;
  }

  /** The request that has no explained reply yet, if there is one. */
  @Nullable Request pending() {
    return pending;
  }

  /** The states that explain the conversation so far, without what may have happened unseen since. */
  int[] candidates() {
    return now;
  }

  /** The rules that the last exchange exercised. */
  long exercised() {
    return exercised;
  }

  /** Whether the protocol lets the suite make this request now: every state that explains the conversation allows it. */
  boolean legal(Request request) {
    if (request.op() == Op.END) {
      return task.equals(Cast.MAIN);
    }
    if (possible == null) {
      possible = model.candidates().closure(now, ANY_TIME);
    }
    return model.candidates().alwaysEnabled(possible, model.actions(task, request));
  }

  /** Whether there are limits, sleeps or armed interrupts that are not over, each no longer than this. */
  boolean othersAreShortlyOver(int millis) {
    return !timing.isEmpty() && timing.longest() <= millis;
  }

  /** Takes note of a request. */
  void sent(Request request) {
    timing.look();
    pending = request;
    traits |= request.trait() | (request.limited() ? Request.LIMIT : 0);
    history.sent(task, request);
    if (request.op() == Op.CANCEL) {
      history.cancels(request.name(), model.rules(now, task, request));
    }
    asked = timing.now();
    if (request.millis() > 0 && request.op() != Op.HOG) {
      timing.begins(request.op() == Op.ARM ? request.name() : task, request.op(), request.millis());
    }
  }

  /**
   * Takes the reply to the request that was sent.
   *
   * @return null if some state explains the reply
   */
  @Nullable Disagreement received(Reply reply) {
    timing.look();
    Request request = Objects.requireNonNull(pending);
    if (request.op() == Op.END) {
      return receivedEnd(reply);
    }
    Explanation explanation = explained(before(), request, reply);
    if (explanation.after().length == 0) {
      return early(request, reply);
    }
    Disagreement late = timing.isLate(asked) ? new Lateness(model, timing, asked).of(now, task, request, reply) : null;
    if (late != null) {
      return late;
    }
    exercised = Rule.inQuestion(explanation.exercised(model, model.actions(task, request), reply, history.last(task)), traits);
    unseen.removeIf(action -> needed(action, request, reply));
    now = explanation.after();
    possible = null;
    pending = null;
    if (!reply.over()) {
      task = reply.task();
      history.received(reply);
      if (request.op() != Op.ARM) {
        timing.over(task);
      }
    }
    return null;
  }

  /** What is wrong with a reply: if it would be right at a later time, only that it came too early. */
  private Disagreement early(Request request, Reply reply) {
    String rule = Disagreement.ruleOfTime(reply.result());
    String name = reply.result() == Result.WOKEN ? history.flagOf(reply.task()) : reply.task();
    if (rule == null || name == null || !timing.isPending(name)) {
      return disagreement(request, reply);
    }
    freed = name;
    boolean only = explained(before(), request, reply).after().length > 0;
    freed = null;
    if (!only) {
      return disagreement(request, reply);
    }
    long cause = switch (reply.result()) {
      case OK -> history.ofLastEnd(name); // what it left has ended the sleep
      case TIMEOUT -> history.ofCancelledSleep(name); // the end of that sleep
      case WOKEN -> history.ofReturn(reply.task(), traits, 1); // an earlier set, and not the armed interrupt
      default -> 0;
    };
    return Disagreement.early(Rule.bits(Set.of(rule)), cause, timing.passed(name));
  }

  private @Nullable Disagreement receivedEnd(Reply reply) {
    now = new int[0];
    if (reply.equals(Reply.ended())) {
      pending = null;
      return new Lateness(model, timing, asked).ofEnd();
    }
    return new Disagreement(Set.of(Reply.ended()), Rule.bits(Set.of("LOP-5")));
  }

  /** Whether nothing explains the reply without this internal action. */
  private boolean needed(int action, Request request, Reply reply) {
    leftOut = action;
    boolean needed = explained(before(), request, reply).after().length == 0;
    leftOut = NONE;
    return needed;
  }

  /** The states in which the request may have been made. */
  private int[] before() {
    lookingBack = true;
    int[] states = closure(now);
    lookingBack = false;
    return states;
  }

  private int[] closure(int[] states) {
    int[] all = model.candidates().closure(states, this::possible);
    if (timing.isEmpty() || freed != null) {
      return all;
    }
    long moment = lookingBack ? asked : timing.now();
    int[] noticed = Arrays.stream(all).filter(state -> !timing.isOverdue(model, state, leftOut, moment)).toArray();
    return noticed.length == 0 ? all : noticed;
  }

  private boolean possible(int internal) {
    String timed = model.clockOf(internal);
    return internal != leftOut && (timed == null || timed.equals(freed) || timing.mayHaveEnded(timed));
  }

  private Explanation explained(int[] before, Request request, Reply reply) {
    int[] actions = model.actions(task, request);
    int[][] suspended = new int[actions.length][];
    int[] all = {};
    for (int i = 0; i < actions.length; i++) {
      SpecCase possible = model.caseOf(actions[i]);
      int[] after = model.candidates().after(before, actions[i]);
      if (possible.suspends()) {
        suspended[i] = closure(after);
        all = Candidates.union(all, resumed(suspended[i], reply));
      } else if (reply.equals(possible.reply(request, reply))) {
        all = Candidates.union(all, after);
      }
    }
    return new Explanation(before, all, suspended);
  }

  private int[] resumed(int[] states, Reply reply) {
    if (reply.result() == Result.DEADLOCK) {
      int[] stuck = Arrays.stream(states).filter(s -> model.live(s).equals(reply.blocked())).toArray();
      return model.candidates().after(stuck, model.report());
    }
    int[] all = {};
    for (int resume : reply.value() == null ? model.resumes(reply.task()) : new int[0]) {
      if (model.result(resume) == reply.result()) {
        all = Candidates.union(all, model.candidates().after(states, resume));
      }
    }
    return all;
  }

  private Disagreement disagreement(Request request, @Nullable Reply reply) {
    int[] states = model.candidates().closure(now, ANY_TIME);
    Disagreement found = new Diagnosis(model, task, request, reply).of(states, traits, history);
    int[] before = before();
    return found.within(other -> explained(before, request, other).after().length > 0);
  }

  /** What is wrong if no reply comes to the request that was sent. */
  Disagreement silence() {
    return disagreement(Objects.requireNonNull(pending), null);
  }
}
