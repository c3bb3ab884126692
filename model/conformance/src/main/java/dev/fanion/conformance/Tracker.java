package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.oracle.Candidates;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One conversation against the spec: the states that explain it so far.
 *
 * <p>Time enters here only: a limit, a sleep or an armed interrupt can have passed no earlier than the clock says.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Tracker {
  /** Clocks of implementations are coarse: a limit may pass this much early. */
  private static final long SLACK = 1_000_000;

  private static final IntPredicate ANY_TIME = action -> true;
  private static final int NONE = -1;

  /** A reply that no state explains: what the spec allows instead, and the rules that are broken. */
  record Disagreement(Set<Reply> allowed, long rules) {}

  private final Model model;
  private final LongSupplier clock;
  private final Map<String, Long> notBefore = new HashMap<>();
  private final Map<String, String> last = new HashMap<>();
  /** What was asked so far, see {@link Request#trait}. */
  private long traits;
  private int[] now;
  private int @Nullable [] possible;
  private String task = Begin.MAIN;
  private @Nullable Request pending;
  private long exercised;
  private final Set<Integer> unseen;
  private int leftOut = NONE;

  /**
   * @param unseen internal actions; those that must have happened are taken out
   */
  Tracker(Model model, LongSupplier clock, Set<Integer> unseen) {
    this.model = model;
    this.clock = clock;
    this.unseen = unseen;
    now = model.oracle.initial();
    last.put(task, "started");
  }

  /** The task that speaks, and is to be asked next. */
  String task() {
    return task;
  }

  /** The states that explain the conversation so far, before what may have happened unseen since. */
  int[] candidates() {
    return now;
  }

  /** How the running task's last operation ended. */
  String last() {
    return last.getOrDefault(task, "started");
  }

  /** The rules that the last exchange exercised. */
  long exercised() {
    return exercised;
  }

  /** Whether the protocol lets the suite send this now: every state that explains the conversation allows it. */
  boolean legal(Request request) {
    if (request.op() == Op.END) {
      return task.equals(Begin.MAIN);
    }
    if (possible == null) {
      possible = model.candidates().closure(now, ANY_TIME);
    }
    return model.candidates().alwaysEnabled(possible, model.actions(task, request));
  }

  void sent(Request request) {
    pending = request;
    traits |= request.trait() | (request.limited() ? Request.LIMIT : 0);
    if (request.millis() > 0 && request.op() != Op.HOG) {
      notBefore.put(request.op() == Op.ARM ? request.name() : task, clock.getAsLong() + request.millis() * 1_000_000L - SLACK);
    }
  }

  private boolean possible(int internal) {
    String timed = model.clockOf(internal);
    return internal != leftOut && (timed == null || clock.getAsLong() >= notBefore.getOrDefault(timed, Long.MIN_VALUE));
  }

  private int[] closure(int[] states) {
    return model.candidates().closure(states, this::possible);
  }

  /** Takes the reply to the request that was sent; null where some state explains it. */
  @Nullable Disagreement told(Reply reply) {
    Request request = Objects.requireNonNull(pending);
    if (request.op() == Op.END) {
      now = new int[0];
      return reply.equals(Reply.ended()) ? null : new Disagreement(Set.of(Reply.ended()), Rule.bits(Set.of("LOP-5")));
    }
    int[] before = closure(now);
    int[] explained = explained(before, request, reply);
    if (explained.length == 0) {
      return disagreement(request, reply);
    }
    count(before, request, reply, explained);
    unseen.removeIf(action -> needed(action, request, reply));
    now = explained;
    possible = null;
    if (!reply.over()) {
      task = reply.task();
      last.put(task, reply.result());
    }
    return null;
  }

  /** Whether the reply cannot be explained without this internal action. */
  private boolean needed(int action, Request request, Reply reply) {
    leftOut = action;
    boolean needed = explained(closure(now), request, reply).length == 0;
    leftOut = NONE;
    return needed;
  }

  private int[] explained(int[] before, Request request, Reply reply) {
    int[] all = {};
    for (int action : model.actions(task, request)) {
      Model.Move move = model.move(action);
      int[] after = model.candidates().after(before, action);
      if (move.immediate() == null) {
        after = resumed(closure(after), reply);
      } else if (!answers(move, request, reply)) {
        continue;
      }
      all = Candidates.union(all, after);
    }
    return all;
  }

  private static boolean answers(Model.Move move, Request request, Reply reply) {
    return reply.equals(move.reply(value(move, request, reply)));
  }

  /** What a move must answer: nothing (null), what the spec says, or, for a storm's wakes, any number within bounds. */
  static @Nullable Object value(Model.Move move, Request request, @Nullable Reply reply) {
    if (request.op() != Op.STORM) {
      return move.value();
    }
    int most = request.setters() * request.sets() + 1;
    boolean sane = reply != null && reply.value() instanceof Integer wakes && wakes >= 1 && wakes <= most;
    return sane ? reply.value() : "a number from 1 to " + most;
  }

  private int[] resumed(int[] states, Reply reply) {
    if (reply.result().equals(Reply.DEADLOCK)) {
      int[] stuck = Arrays.stream(states).filter(s -> model.live(s).equals(reply.blocked())).toArray();
      return model.candidates().after(stuck, model.report());
    }
    int[] all = {};
    for (int resume : reply.value() == null ? model.resumes(reply.task()) : new int[0]) {
      if (model.result(resume).equals(reply.result())) {
        all = Candidates.union(all, model.candidates().after(states, resume));
      }
    }
    return all;
  }

  private void count(int[] before, Request request, Reply reply, int[] explained) {
    exercised = 0;
    for (int action : model.actions(task, request)) {
      if (model.oracle.enabled(before[0], action)) {
        exercised |= model.rules(before[0], action, last());
        if (model.move(action).immediate() == null) {
          exercised |= resumeRules(closure(model.candidates().after(before, action)), reply, explained);
        }
      }
    }
    exercised = Rule.inQuestion(exercised, traits);
  }

  private long resumeRules(int[] states, Reply reply, int[] explained) {
    for (int state : states) {
      for (int resume : model.resumes(reply.task())) {
        if (model.result(resume).equals(reply.result())) {
          int[] next = model.oracle.successors(state, resume);
          if (next.length > 0 && next[0] == explained[0]) {
            return model.rules(state, resume, "");
          }
        }
      }
    }
    return reply.over() && model.report() >= 0 && states.length > 0 ? model.rules(states[0], model.report(), "") : 0;
  }

  private Disagreement disagreement(Request request, @Nullable Reply reply) {
    int[] states = model.candidates().closure(now, ANY_TIME);
    return new Diagnosis(model, task, request, reply).of(states, last(), traits);
  }

  /** The rules broken when no reply comes. */
  Disagreement silence() {
    return disagreement(Objects.requireNonNull(pending), null);
  }
}
