package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes a vector of what each task is to be asked: follows every reply that the spec allows, and asks what is legal there. Where
 * the same is known and the same is left to ask, two ways become one. Behind the script main sets what anybody may wait for, and
 * yields until the others have left.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Unfolding {
  /** The most steps of a vector, on all its ways. */
  static final int MOST = 4_000;

  /** The most states that may explain one of its conversations: with more of them an order is too open to be followed. */
  static final int OPEN = 400;

  /** A task that cannot leave after this many more requests is not waited for. */
  private static final int STRAY = 40;

  /** What is known, and what was asked of each task. The states are sorted, and closed under what nobody sees. */
  private record Place(List<Integer> states, String task, Map<String, Integer> asked) {
    int[] array() {
      return states.stream().mapToInt(state -> state).toArray();
    }
  }

  private final SpecModel model;
  private final Allowed allowed;
  private final boolean reports;
  private final Map<String, List<Request>> script;
  private final List<Request> sets;

  /** How many of main's requests are of the script. */
  private final int own;

  private final Map<Place, Integer> numbers = new HashMap<>();
  private final List<Place> places = new ArrayList<>();
  private final List<TestVector.Step> steps = new ArrayList<>();

  private Unfolding(SpecModel model, Map<String, List<Request>> script, boolean reports) {
    this.model = model;
    this.reports = reports || model.report() < 0;
    allowed = new Allowed(model);
    this.script = new HashMap<>(script);
    sets = sets(script.values());
    List<Request> main = new ArrayList<>(script.getOrDefault(Cast.MAIN, List.of()));
    own = main.size();
    main.addAll(Drain.ending(sets, model.cast));
    this.script.put(Cast.MAIN, main);
  }

  private static List<Request> sets(Collection<List<Request>> requests) {
    return requests.stream().flatMap(List::stream).filter(request -> request.op() == Op.WAIT)
        .map(wait -> Request.of(Op.SET, wait.on(), wait.name())).distinct()
        .sorted((one, other) -> one.name().compareTo(other.name())).toList();
  }

  /**
   * The vector of what each task is asked, by its name; null if too much is open.
   *
   * @param reports whether to ask what may be answered by the report of a deadlock
   */
  static @Nullable TestVector of(SpecModel model, String kind, Map<String, List<Request>> script, boolean reports) {
    Unfolding unfolding = new Unfolding(model, script, reports);
    return unfolding.unfold() ? TestVector.of(kind, model.cast, unfolding.inQuestion()) : null;
  }

  private boolean unfold() {
    number(new Place(closed(model.oracle.initial()), Cast.MAIN, Map.of()));
    for (int i = 0; i < places.size(); i++) {
      Place place = places.get(i);
      if (places.size() > MOST || place.states.size() > OPEN || !step(place)) {
        return false;
      }
    }
    return true;
  }

  private boolean step(Place place) {
    Map<String, Integer> asked = new HashMap<>(place.asked);
    Request request = next(place, asked);
    if (request == null) {
      return false;
    }
    TreeMap<String, Integer> then = new TreeMap<>();
    long rules = 0;
    if (request.op() == Op.END) {
      then.put(Reply.ended().toString(), TestVector.OVER);
    } else {
      int[] actions = model.actions(place.task, request);
      Map<String, Place> next = new TreeMap<>();
      allowed.replies(place.array(), actions, allowed::closed, after -> after).forEach((reply, states) -> {
        then.put(reply.toString(), TestVector.OVER);
        if (!reply.over()) {
          next.put(reply.toString(), new Place(closed(states), reply.task(), asked));
        }
      });
      next.forEach((reply, after) -> then.put(reply, number(after)));
      rules = allowed.rules(place.array(), actions);
    }
    steps.add(new TestVector.Step(request, then, rules));
    return true;
  }

  private List<Integer> closed(int[] states) {
    return Arrays.stream(allowed.closed(states)).sorted().boxed().toList();
  }

  private int number(Place place) {
    return numbers.computeIfAbsent(place, p -> {
      places.add(p);
      return places.size() - 1;
    });
  }

  /** The next request that is legal; null if the task cannot leave. Takes note of what was asked. */
  private @Nullable Request next(Place place, Map<String, Integer> asked) {
    List<Request> its = script.getOrDefault(place.task, List.of());
    int at = asked.getOrDefault(place.task, 0);
    boolean main = place.task.equals(Cast.MAIN);
    for (; at < its.size() && !(main && at >= own && Drain.isAlone(model, place.array())); at++) {
      if (isLegal(place, its.get(at))) {
        asked.put(place.task, at + 1);
        return its.get(at);
      }
    }
    asked.put(place.task, at + 1);
    return main ? Request.of(Op.END)
        : isLegal(place, Request.of(Op.EXIT)) ? Request.of(Op.EXIT)
        : at < its.size() + STRAY ? Drain.stray(sets, at) : null;
  }

  private boolean isLegal(Place place, Request request) {
    int[] actions = model.actions(place.task, request);
    return request.op() == Op.END ? place.task.equals(Cast.MAIN)
        : model.candidates().alwaysEnabled(place.array(), actions) && (reports || !allowed.mayReport(place.array(), actions));
  }

  /** The steps, each with those of its rules that are in question in a conversation with such requests. */
  private List<TestVector.Step> inQuestion() {
    long traits = steps.stream().mapToLong(step -> step.ask().trait()).reduce(0, (one, other) -> one | other);
    return steps.stream()
        .map(step -> new TestVector.Step(step.ask(), step.then(), Rule.inQuestion(step.rules(), traits))).toList();
  }
}
