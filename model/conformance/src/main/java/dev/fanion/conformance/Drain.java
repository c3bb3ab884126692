package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings a scenario to its end so that nothing that was lost stays hidden. First main waits for short limits and sleeps that
 * are not over. Then main sets everything that a task could wait for, and yields until every other task has spoken and left.
 * So a task that is owed a turn and never gets it ends the scenario with a reply that is wrong, or with none. The run ends with
 * main's exit or with {@code end}, which ought to be the same.
 */
final class Drain implements Chooser {
  /** How often main yields after its last set, for each task. */
  private static final int YIELDS = 3;

  private static final int MOST = 80;

  /** A limit or sleep of more milliseconds is not waited for. */
  private static final int SHORT = 20;

  private final SpecModel model;
  private final List<Request> sets;
  private final Deque<Request> mains = new ArrayDeque<>();
  private final Deque<Request> patience = new ArrayDeque<>();
  private int steps;

  Drain(SpecModel model) {
    this.model = model;
    sets = model.requests(Cast.MAIN).keySet().stream().filter(request -> request.op() == Op.SET).toList();
    for (Request request : model.requests(Cast.MAIN).keySet()) {
      if (request.op() == Op.WAIT && !request.limited()) {
        patience.add(Request.of(Op.CLEAR, request.on(), request.name()));
        patience.add(request);
      }
    }
    mains.addAll(ending(sets, model.cast));
  }

  /** What main does in the end: everything is set, and everybody gets turns; twice. */
  static List<Request> ending(List<Request> sets, Cast cast) {
    List<Request> ending = new ArrayList<>();
    for (int round = 0; round < 2; round++) {
      ending.addAll(sets);
      ending.addAll(Collections.nCopies(YIELDS * cast.tasks().size(), Request.of(Op.YIELD)));
    }
    return ending;
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    if (++steps > MOST) {
      return reply.task().equals(Cast.MAIN) ? Request.of(Op.END) : null;
    } else if (!reply.task().equals(Cast.MAIN)) {
      return other(tracker);
    }
    while (!patience.isEmpty() && tracker.othersAreShortlyOver(SHORT)) {
      Request next = patience.poll();
      if (tracker.legal(next)) {
        return next;
      }
    }
    while (!mains.isEmpty() && !isAlone(model, tracker.candidates())) {
      Request next = mains.poll();
      if (tracker.legal(next)) {
        return next;
      }
    }
    Request exit = Request.of(Op.EXIT);
    return steps % 2 == 0 && tracker.legal(exit) ? exit : Request.of(Op.END);
  }

  /** Another task leaves; if nobody would be left to answer, it sets what main may wait for. */
  private Request other(Tracker tracker) {
    if (tracker.legal(Request.of(Op.EXIT))) {
      return Request.of(Op.EXIT);
    }
    return stray(sets, steps);
  }

  /** One of these, or a yield, in turn: what a task does that nobody would be left to answer for if it went. */
  static Request stray(List<Request> sets, int turn) {
    int next = turn % (sets.size() + 1);
    return next == 0 ? Request.of(Op.YIELD) : sets.get(next - 1);
  }

  /** Whether main is the only task in all these states. */
  static boolean isAlone(SpecModel model, int[] states) {
    return Arrays.stream(states).allMatch(state -> model.live(state).size() <= 1);
  }
}
