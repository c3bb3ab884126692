package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Request.Kind;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A short scenario that shows on which side of some variation points an implementation stands. Whatever the side is, main
 * always gets its turn, so that the scenario comes to its end.
 *
 * @param points the points that it is about, the most telling last
 * @param needs the features without which it cannot be run
 * @param repeats how often it is run, since chance may decide an order
 * @param cast who takes part
 * @param requests for each task what it is asked, in this order; main then ends the scenario, and other tasks exit
 */
record Experiment(
    List<VariationPoint> points,
    Set<String> needs,
    int repeats,
    Cast cast,
    Map<String, List<Request>> requests) {

  /** One cast for all experiments, so that the spec is loaded once for each profile. */
  private static final Cast ALL = Cast.of(4, 1, 0);

  private static final String EVENT = "e1";
  private static final Request YIELD = Request.of(Op.YIELD);
  private static final Request WAIT = Request.of(Op.WAIT, Kind.EVENT, EVENT);
  private static final Request SET = Request.of(Op.SET, Kind.EVENT, EVENT);
  private static final Request CLEAR = Request.of(Op.CLEAR, Kind.EVENT, EVENT);
  private static final Request CANCEL = Request.of(Op.CANCEL, Kind.TASK, "t1");

  /** A limit that no experiment waits for, in milliseconds. */
  private static final int LONG = 2_000;

  /** A limit that passes while a neighbour keeps the loop busy, and how long that is. */
  private static final int SHORT = 5;
  private static final int BUSY = 15;

  /** So long that a sleep of the short time has ended for certain, see {@link Timing#GRACE}. */
  private static final int CERTAIN = 500;

  private static final Request BUSY_FOR_CERTAIN = Request.of(Op.HOG).lasting(CERTAIN);
  private static final List<Request> IDLE = List.of(Request.of(Op.SLEEP).lasting(CERTAIN));

  /** All experiments. Each rests on the sides that those before it have found. */
  static List<Experiment> all() {
    return List.of(orderOfReadyTasks(), orderOfWaiters(), waitOnSet(), cancelledOnSet(), cancelledAfterSet(), limitOnSet(),
        limitedWait(), busyTimers());
  }

  /** Three tasks begin and yield a few times. */
  private static Experiment orderOfReadyTasks() {
    return new Experiment(List.of(VariationPoint.WAKE_ORDER), Set.of(), 8, ALL,
        script(3, times(3, YIELD), join(List.of(spawns(3), times(5, YIELD)))));
  }

  /**
   * Main, and later another task, wakes waiters while others are ready. In rounds of the loop, main is the last, and the
   * other task is not, so that whoever is woken by that task can run in the same round only by mistake.
   */
  private static Experiment orderOfWaiters() {
    Map<String, List<Request>> requests = script(2, List.of(WAIT, YIELD, WAIT, YIELD),
        join(List.of(spawns(4), times(6, YIELD), List.of(SET, CLEAR), times(18, YIELD))));
    with(requests, "t3", join(List.of(times(13, YIELD), List.of(SET), times(6, YIELD))));
    return new Experiment(List.of(VariationPoint.WAKE_ORDER, VariationPoint.AFTER_WAKE), Set.of("event"), 8, ALL,
        with(requests, "t4", times(20, YIELD)));
  }

  /** Main waits on a set event while another task is ready. */
  private static Experiment waitOnSet() {
    return new Experiment(List.of(VariationPoint.WAIT_ON_SET), Set.of("event"), 4, ALL,
        script(1, times(8, YIELD), join(List.of(spawns(1), List.of(SET, WAIT, YIELD, WAIT, WAIT), times(2, YIELD)))));
  }

  /** A task is cancelled while its wait on a set event gives the loop a turn. */
  private static Experiment cancelledOnSet() {
    return new Experiment(List.of(VariationPoint.CANCEL_ON_SET), Set.of("event", "cancel"), 4, ALL,
        script(1, times(6, WAIT), join(List.of(List.of(SET), spawns(1), times(4, YIELD, CANCEL, YIELD)))));
  }

  /** A waiter is woken and cancelled before it runs. */
  private static Experiment cancelledAfterSet() {
    return new Experiment(List.of(VariationPoint.CANCEL_AFTER_SET), Set.of("event", "cancel"), 4, ALL,
        script(1, times(4, WAIT), join(List.of(spawns(1), times(3, YIELD, YIELD, SET, CANCEL, CLEAR, YIELD, YIELD)))));
  }

  /** The limit of a wait on a set event passes while a neighbour keeps the loop busy. */
  private static Experiment limitOnSet() {
    Map<String, List<Request>> requests =
        script(1, times(4, WAIT.lasting(SHORT)), join(List.of(List.of(SET), spawns(2), times(9, YIELD))));
    return new Experiment(List.of(VariationPoint.LIMIT_ON_SET), Set.of("event", "timeout"), 3, ALL,
        with(requests, "t2", times(4, Request.of(Op.HOG).lasting(BUSY), YIELD)));
  }

  /**
   * A wait with a limit is ended by a set long before, and begins on a set event. Then nobody has anything to do for so long
   * that a wait which never looks at its event cannot be taken for one that looks a turn later.
   */
  private static Experiment limitedWait() {
    return new Experiment(List.of(VariationPoint.AFTER_WAKE, VariationPoint.LIMITED_WAIT), Set.of("event", "timeout"), 2, ALL,
        script(1, times(3, WAIT.lasting(LONG)), join(List.of(spawns(1), times(3, YIELD), List.of(SET), times(8, YIELD), IDLE))));
  }

  /** A sleep ends while main keeps the loop busy, long enough that the clock leaves no doubt. */
  private static Experiment busyTimers() {
    return new Experiment(List.of(VariationPoint.TIMERS), Set.of("timeout"), 1, ALL,
        script(1, times(2, Request.of(Op.SLEEP).lasting(SHORT)),
            join(List.of(spawns(1), times(2, YIELD, BUSY_FOR_CERTAIN, YIELD, YIELD, YIELD, YIELD, YIELD, YIELD)))));
  }

  private static List<Request> spawns(int tasks) {
    return IntStream.rangeClosed(1, tasks).mapToObj(i -> Request.of(Op.SPAWN, Kind.TASK, "t" + i)).toList();
  }

  private static List<Request> times(int count, Request... requests) {
    return Collections.nCopies(count, Arrays.asList(requests)).stream().flatMap(List::stream).toList();
  }

  private static List<Request> join(List<List<Request>> parts) {
    return parts.stream().flatMap(List::stream).toList();
  }

  private static Map<String, List<Request>> script(int others, List<Request> each, List<Request> main) {
    Map<String, List<Request>> requests = new HashMap<>(Map.of(Cast.MAIN, main));
    IntStream.rangeClosed(1, others).forEach(i -> requests.put("t" + i, each));
    return requests;
  }

  private static Map<String, List<Request>> with(Map<String, List<Request>> requests, String task, List<Request> its) {
    requests.put(task, its);
    return requests;
  }
}
