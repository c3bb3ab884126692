package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes the requests that a list of numbers chooses: each number chooses among the requests that are legal now. After the last
 * one it sets everything that a task could wait for, so that the main task runs and can end the scenario.
 */
final class ListedChooser implements Chooser {
  private static final int LAST_STEPS = 40;
  private static final int LONGEST_MILLIS = 5;
  private static final Comparator<Request> FIXED_ORDER = Comparator.comparing(Request::toString);

  private final SpecModel model;
  private final Iterator<Integer> numbers;
  private int last;

  ListedChooser(SpecModel model, List<Integer> numbers) {
    this.model = model;
    this.numbers = numbers.iterator();
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    if (numbers.hasNext()) {
      int number = numbers.next();
      List<Request> legal = legal(tracker);
      return lasting(legal.get(number % legal.size()), number);
    } else if (tracker.task().equals(Cast.MAIN)) {
      return Request.of(Op.END);
    }
    return last++ < LAST_STEPS ? towardsMain(tracker) : null;
  }

  private List<Request> legal(Tracker tracker) {
    return model.requests(tracker.task()).keySet().stream()
        .filter(request -> request.op() != Op.STORM && !endsTheRun(tracker, request) && tracker.legal(request))
        .sorted(FIXED_ORDER).toList();
  }

  private static boolean endsTheRun(Tracker tracker, Request request) {
    return request.op() == Op.EXIT && tracker.task().equals(Cast.MAIN);
  }

  private static Request lasting(Request request, int number) {
    boolean lasts = request.limited() || request.op() == Op.SLEEP || request.op() == Op.HOG || request.op() == Op.ARM;
    return lasts ? request.lasting(1 + number % LONGEST_MILLIS) : request;
  }

  private Request towardsMain(Tracker tracker) {
    List<Request> sets = legal(tracker).stream().filter(request -> request.op() == Op.SET).toList();
    return last % (sets.size() + 1) < sets.size() ? sets.get(last % (sets.size() + 1)) : Request.of(Op.YIELD);
  }
}
