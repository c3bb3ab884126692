package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Makes a number of legal requests at random. Then it sets everything that a task could wait for, so that the main task runs
 * and can end the scenario.
 */
final class RandomChooser implements Chooser {
  private static final int TRIES = 12;
  private static final int LONGEST_MILLIS = 3;
  private static final int LAST_STEPS = 40;
  private static final Map<Op, Integer> WEIGHTS = Map.ofEntries(
      Map.entry(Op.SPAWN, 12), Map.entry(Op.WAIT, 24), Map.entry(Op.SET, 10), Map.entry(Op.CLEAR, 8),
      Map.entry(Op.IS_SET, 3), Map.entry(Op.YIELD, 20), Map.entry(Op.CANCEL, 9), Map.entry(Op.EXIT, 3),
      Map.entry(Op.INTERRUPT, 8), Map.entry(Op.ARM, 6), Map.entry(Op.SLEEP, 8), Map.entry(Op.HOG, 4), Map.entry(Op.STORM, 0));

  /** The requests to a task; tickets hold each as often as its weight says. */
  private record Urn(List<Request> tickets, List<Request> all) {}

  private final SpecModel model;
  private final SplittableRandom random;
  private final BiPredicate<Tracker, Request> wanted;
  private final Map<String, Urn> urns = new HashMap<>();
  private int left;

  /**
   * A chooser for one model.
   *
   * @param wanted which of the legal requests are worth making
   */
  RandomChooser(SpecModel model, SplittableRandom random, BiPredicate<Tracker, Request> wanted) {
    this.model = model;
    this.random = random;
    this.wanted = wanted;
  }

  /** Prepares for a scenario of about this many steps. */
  RandomChooser begin(int length) {
    left = length;
    return this;
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    left--;
    if (left > 0) {
      return lasting(any(tracker));
    } else if (tracker.task().equals(Cast.MAIN)) {
      return Request.of(Op.END);
    }
    return left > -LAST_STEPS ? last(tracker) : null;
  }

  private Urn urn(String task) {
    return urns.computeIfAbsent(task, t -> {
      Map<Op, Integer> count = new HashMap<>();
      model.requests(t).keySet().forEach(r -> count.merge(r.op(), 1, Integer::sum));
      List<Request> tickets = new ArrayList<>();
      for (Request request : model.requests(t).keySet()) {
        boolean ends = request.op() == Op.EXIT && t.equals(Cast.MAIN);
        int weight = ends ? 0 : 10 * WEIGHTS.getOrDefault(request.op(), 0) / count.get(request.op());
        for (int i = 0; i < weight; i++) {
          tickets.add(request);
        }
      }
      return new Urn(tickets, List.copyOf(model.requests(t).keySet()));
    });
  }

  private Request any(Tracker tracker) {
    Urn urn = urn(tracker.task());
    for (int i = 0; i < TRIES; i++) {
      Request request = urn.tickets.get(random.nextInt(urn.tickets.size()));
      if (tracker.legal(request) && wanted.test(tracker, request)) {
        return request;
      }
    }
    return Request.of(Op.YIELD);
  }

  private Request lasting(Request request) {
    boolean lasts = request.limited() || request.op() == Op.SLEEP || request.op() == Op.HOG || request.op() == Op.ARM;
    return lasts ? request.lasting(1 + random.nextInt(LONGEST_MILLIS)) : request;
  }

  private Request last(Tracker tracker) {
    List<Request> sets = urn(tracker.task()).all.stream().filter(r -> r.op() == Op.SET).toList();
    int turn = -left % (sets.size() + 1);
    return turn < sets.size() ? sets.get(turn) : Request.of(Op.YIELD);
  }
}
