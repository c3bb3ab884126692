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
 * Makes a number of legal requests at random, each task's as often as their weights say; then drains the scenario.
 */
final class RandomChooser implements Chooser {
  private static final int TRIES = 12;
  private static final int LONGEST_MILLIS = 3;
  private static final Map<Op, Integer> WEIGHTS = Map.ofEntries(
      Map.entry(Op.SPAWN, 12), Map.entry(Op.WAIT, 24), Map.entry(Op.SET, 10), Map.entry(Op.CLEAR, 8),
      Map.entry(Op.IS_SET, 3), Map.entry(Op.YIELD, 20), Map.entry(Op.CANCEL, 9), Map.entry(Op.EXIT, 3),
      Map.entry(Op.INTERRUPT, 8), Map.entry(Op.ARM, 6), Map.entry(Op.SLEEP, 8), Map.entry(Op.HOG, 4), Map.entry(Op.STORM, 0));

  private final SpecModel model;
  private final boolean endless;
  private final SplittableRandom random;
  private final BiPredicate<Tracker, Request> wanted;
  private final Map<String, List<Request>> urns = new HashMap<>();
  private int left;
  private Drain drain;

  /**
   * A chooser for one model.
   *
   * @param endless whether nothing is to take time: limits do not pass, and only main, which never waits, has none
   * @param wanted which of the legal requests are worth making
   */
  RandomChooser(SpecModel model, boolean endless, SplittableRandom random, BiPredicate<Tracker, Request> wanted) {
    this.model = model;
    this.endless = endless;
    this.random = random;
    this.wanted = wanted;
    drain = new Drain(model);
  }

  /** Prepares for a scenario of about this many steps. */
  RandomChooser begin(int length) {
    left = length;
    drain = new Drain(model);
    return this;
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    left--;
    if (left > 0) {
      return lasting(any(tracker));
    }
    return drain.choose(tracker, reply);
  }

  private List<Request> urn(String task) {
    return urns.computeIfAbsent(task, t -> {
      Map<Op, Integer> count = new HashMap<>();
      model.requests(t).keySet().forEach(r -> count.merge(r.op(), 1, Integer::sum));
      List<Request> tickets = new ArrayList<>();
      for (Request request : model.requests(t).keySet()) {
        boolean never = request.op() == Op.EXIT && t.equals(Cast.MAIN) || endless && takesTime(t, request);
        int weight = never ? 0 : 10 * WEIGHTS.getOrDefault(request.op(), 0) / count.get(request.op());
        for (int i = 0; i < weight; i++) {
          tickets.add(request);
        }
      }
      return tickets;
    });
  }

  private static boolean takesTime(String task, Request request) {
    return switch (request.op()) {
      case SLEEP, HOG, ARM -> true;
      case WAIT -> task.equals(Cast.MAIN) || !request.limited();
      default -> false;
    };
  }

  private Request any(Tracker tracker) {
    List<Request> urn = urn(tracker.task());
    for (int i = 0; i < TRIES; i++) {
      Request request = urn.get(random.nextInt(urn.size()));
      if (tracker.legal(request) && wanted.test(tracker, request)) {
        return request;
      }
    }
    return Request.of(Op.YIELD);
  }

  private Request lasting(Request request) {
    boolean lasts = request.limited() || request.op() == Op.SLEEP || request.op() == Op.HOG || request.op() == Op.ARM;
    int millis = endless ? Endless.HOUR : 1 + random.nextInt(LONGEST_MILLIS);
    return lasts ? request.lasting(millis) : request;
  }
}
