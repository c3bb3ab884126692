package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A short scenario that shows on which side of some variation points an implementation stands. Whatever the side is, main
 * always gets its turn, so that the scenario comes to its end.
 *
 * @param points the points that it is about, the most telling last
 * @param needs the features without which it cannot be run
 * @param repeats how often it is run, since chance may decide an order
 * @param cast who takes part
 * @param script what each task is asked; main then ends the scenario, and other tasks exit. A task is cancelled only while it
 *     is suspended
 */
record Experiment(List<VariationPoint> points, Set<String> needs, int repeats, Cast cast, Script script) {
  /** One cast for nearly all experiments, so that the spec is loaded once for each profile. */
  private static final Cast ALL = Cast.of(4, 1, 0);

  private static final List<VariationPoint> ORDER = List.of(VariationPoint.YIELDS, VariationPoint.WAKE_ORDER);

  private static final List<VariationPoint> SIGNALS =
      List.of(VariationPoint.SIGNAL_CONSUMED, VariationPoint.WAIT_ON_SET_FLAG);

  private static final List<VariationPoint> FLAG_ORDER =
      List.of(VariationPoint.WAKE_ORDER, VariationPoint.SIGNAL_CONSUMED, VariationPoint.WAIT_ON_SET_FLAG);

  private static final Cast WITH_FLAG = Cast.of(2, 1, 1);

  /** What the model of each experiment knows, if the adapter declares it. */
  private static final Set<String> ALWAYS = Set.of("event", "cancel", "guard", "deadlock");

  /** All experiments. Each rests on the sides that those before it have found. */
  static List<Experiment> all() {
    return List.of(orderOfReadyTasks(), orderOfNewTasks(), longChains(), turnAfterWake(), orderOfWaiters(), nextTurn(),
        cancelDelivery(), waitOnSet(), cancelledOnSet(), cancelledAfterSet(), cancelledAfterPassing(), cancelledOnYield(),
        limitedWait(), limitOnSet(), busyTimers(), orderOfFlagWaiters(), signalHandedOver(), waitOnSetFlag(),
        waitBesideOthers(), cancelledFlagWaiter(), limitedFlagWait(), unsafeSet(), secondFlagWaiter(), deadlock());
  }

  /** What a model knows of an adapter's features: few sets, so that few models are loaded; time and flags where they matter. */
  Set<String> known(Set<String> features) {
    Set<String> known = new TreeSet<>(features);
    known.retainAll(ALWAYS);
    known.addAll(needs);
    return known;
  }

  /** Whether it is about the order of turns. */
  boolean isOfOrder() {
    return points.contains(VariationPoint.WAKE_ORDER);
  }

  /**
   * Whether a side of its points leaves open what happens, so that it explains all that comes after a request which nobody would
   * make there, and a silence too.
   */
  boolean leavesOpen() {
    return !Collections.disjoint(points,
        Set.of(VariationPoint.UNSAFE_SET, VariationPoint.SECOND_FLAG_WAITER, VariationPoint.ON_DEADLOCK));
  }

  /** Whether it stands in for one about events, where an implementation has none. */
  boolean isInstead() {
    VariationPoint last = points.get(points.size() - 1);
    return needs.contains("flag") && Set.of(VariationPoint.LIMITED_WAIT, VariationPoint.CANCEL_AFTER_SET).contains(last);
  }

  /** Three tasks begin and yield a few times. */
  private static Experiment orderOfReadyTasks() {
    return new Experiment(ORDER, Set.of(), 8, ALL, Script.of(
        "main: spawn t1; spawn t2; spawn t3; 5 yield | t1: 3 yield | t2: 3 yield | t3: 3 yield"));
  }

  /** Tasks begin while others are ready, and have not begun or yield: some loops let the last go first. */
  private static Experiment orderOfNewTasks() {
    return new Experiment(ORDER, Set.of(), 16, ALL, Script.of(
        "main: spawn t1; spawn t2; 9 yield | t1: spawn t3; 2 yield | t2: spawn t4; 2 yield | t3: 3 yield | t4: 2 yield"));
  }

  /** Main yields, and meanwhile each task makes the next one ready: some loops have a queue of their own for those who yield. */
  private static Experiment longChains() {
    return new Experiment(ORDER, Set.of(), 16, ALL, Script.of(
        "main: spawn t1; 3 yield | t1: 15 (spawn t2; exit) | t2: 15 (spawn t1; exit)"));
  }

  /** A task begins when a waiter has just been woken. It does not yield, so that nobody passes it over. */
  private static Experiment turnAfterWake() {
    return new Experiment(List.of(VariationPoint.WAKE_ORDER, VariationPoint.AFTER_WAKE), Set.of("event"), 4, ALL, Script.of(
        "main: spawn t1; 12 yield; 3 (set e1; clear e1; spawn t2; 12 yield) | t1: 4 wait e1"));
  }

  /**
   * Main, and later another task, wakes waiters while others are ready. In rounds of the loop, main is the last, and the
   * other task is not, so that whoever is woken by that task can run in the same round only by mistake. The waiters come once in
   * the order of their names, and once in the other, as some loops wake by priority.
   */
  private static Experiment orderOfWaiters() {
    return new Experiment(List.of(VariationPoint.WAKE_ORDER, VariationPoint.AFTER_WAKE), Set.of("event"), 8, ALL, Script.of(
        "main: spawn t1; spawn t2; spawn t3; spawn t4; 6 yield; set e1; clear e1; 18 yield | t1: wait e1; 3 yield;"
            + " wait e1; yield | t2: 2 (wait e1; yield) | t3: 13 yield; set e1; 6 yield | t4: 20 yield"));
  }

  /**
   * A task that yields is cancelled, and yields again before a cancellation that is queued can reach it. In rounds, main is
   * behind that task, and one of the others in front of it. Then it is cancelled twice at once.
   */
  private static Experiment cancelDelivery() {
    return new Experiment(List.of(VariationPoint.CANCEL_ON_YIELD, VariationPoint.CANCEL_DELIVERY), Set.of("cancel"), 4, ALL,
        Script.of("main: spawn t2; 2 yield; spawn t1; spawn t3; 18 yield; 2 (cancel t1; 3 yield);"
            + " 2 cancel t1; 8 yield | t1: 60 yield | t2: 12 yield; 2 (cancel t1; 3 yield)"
            + " | t3: 3 yield; 2 (cancel t1; 3 yield)"));
  }

  /**
   * Main sets, clears and waits, so that whoever wakes waiters a turn late, instead of when it sets, wakes main too. In an open
   * order a few yields would not do: the waiter might have yet to begin, and main would wait for ever.
   */
  private static Experiment nextTurn() {
    return new Experiment(List.of(VariationPoint.WAKE_ORDER, VariationPoint.AFTER_WAKE), Set.of("event"), 2, ALL, Script.of(
        "main: spawn t1; 12 yield; set e1; clear e1; wait e1 | t1: wait e1; 6 yield; set e1; exit"));
  }

  /**
   * Main waits on a set event while another task is ready; and on an event which main has set, while its waiter is woken; and
   * beside tasks that never yield, more often than it can pass others.
   */
  private static Experiment waitOnSet() {
    return new Experiment(List.of(VariationPoint.WAIT_ON_SET), Set.of("event"), 4, ALL, Script.of(
        "main: spawn t1; set e1; wait e1; yield; 2 wait e1; 2 yield; clear e1; spawn t2; 3 yield; set e1; wait e1; 3 yield;"
            + " spawn t3; 8 wait e1 | t1: 16 yield | t2: wait e1 | t3: 8 (spawn t4; exit) | t4: 8 (spawn t3; exit)"));
  }

  /** A task is cancelled while its wait on a set event gives the loop a turn, by one who has yielded, or waits so too. */
  private static Experiment cancelledOnSet() {
    return new Experiment(List.of(VariationPoint.CANCEL_ON_SET), Set.of("event", "cancel"), 4, ALL, Script.of(
        "main: set e1; spawn t1; 2 (yield; cancel t1; yield); spawn t2; 4 (wait e1; cancel t2) | t1: 4 wait e1 | t2: 9 wait e1"));
  }

  /** A task is cancelled while its wait, which was woken, gives the loop a turn, by main and by one who yields. */
  private static Experiment cancelledAfterPassing() {
    return new Experiment(List.of(VariationPoint.CANCEL_AFTER_SET, VariationPoint.CANCEL_ON_SET), Set.of("event", "cancel"), 4,
        ALL, Script.of("main: spawn t1; 2 (2 yield; set e1; clear e1; yield; cancel t1; yield);"
            + " 2 (2 yield; set e1; clear e1; 2 yield; cancel t1; yield); spawn t2; yield; 9 (set e1; clear e1; 3 yield)"
            + " | t1: 40 wait e1 | t2: 14 (2 yield; cancel t1)"));
  }

  /** A waiter is woken and cancelled before it runs, and waits again. */
  private static Experiment cancelledAfterSet() {
    return new Experiment(List.of(VariationPoint.CANCEL_DELIVERY, VariationPoint.CANCEL_AFTER_SET), Set.of("event", "cancel"), 4,
        ALL, Script.of("main: spawn t1; 3 (2 yield; set e1; cancel t1; clear e1; 2 yield) | t1: 4 wait e1"));
  }

  /** A task is cancelled while it yields. */
  private static Experiment cancelledOnYield() {
    return new Experiment(List.of(VariationPoint.CANCEL_ON_YIELD), Set.of("cancel"), 4, ALL, Script.of(
        "main: spawn t1; 4 (yield; cancel t1; yield) | t1: 9 yield"));
  }

  /** The limit of a wait on a set event passes while a neighbour keeps the loop busy. */
  private static Experiment limitOnSet() {
    return new Experiment(List.of(VariationPoint.LIMIT_ON_SET), Set.of("event", "timeout"), 3, ALL, Script.of(
        "main: set e1; spawn t1; spawn t2; 9 yield | t1: 4 wait e1 5 | t2: 4 (hog 15; yield)"));
  }

  /**
   * A wait with a limit is ended by a set long before, and begins on a set event; so do waits beside tasks that never yield, as
   * whoever yields may be passed over, and more of them than others can pass. Then nobody has anything to do for so long that a
   * wait which never looks at its event cannot be taken for one that looks a turn later.
   */
  private static Experiment limitedWait() {
    return new Experiment(List.of(VariationPoint.AFTER_WAKE, VariationPoint.LIMITED_WAIT), Set.of("event", "timeout"), 2, ALL,
        Script.of("main: spawn t1; 3 yield; set e1; 8 yield; spawn t2; 4 wait e1 2000; sleep " + Timing.CERTAIN
            + " | t1: 3 wait e1 2000 | t2: 8 (spawn t3; exit) | t3: 8 (spawn t2; exit)"));
  }

  /** A sleep ends while main keeps the loop busy, long enough that the clock leaves no doubt. */
  private static Experiment busyTimers() {
    return new Experiment(List.of(VariationPoint.TIMERS), Set.of("timeout"), 1, ALL, Script.of(
        "main: spawn t1; 2 (yield; hog " + Timing.CERTAIN + "; 16 yield) | t1: 2 sleep 5"));
  }

  /** Main, and another task, set a flag while the other is ready: some loops let the woken waiter go first. */
  private static Experiment orderOfFlagWaiters() {
    return new Experiment(FLAG_ORDER, Set.of("flag"), 4, WITH_FLAG, Script.of(
        "main: spawn t1; spawn t2; 2 yield; 3 (set f1; 4 yield); 12 yield | t1: 8 (wait f1; yield)"
            + " | t2: 14 yield; 3 (set f1; 4 yield)"));
  }

  /**
   * A flag is set again and again, before its woken waiter has run, and after, by tasks that have yielded, and by one that begins
   * when the loop may just have looked at the flag. Its waiter then waits once more.
   */
  private static Experiment signalHandedOver() {
    return new Experiment(SIGNALS, Set.of("flag"), 4, WITH_FLAG, Script.of(
        "main: spawn t1; spawn t2; 2 yield; 3 set f1; 4 yield; set f1; yield; set f1; 6 yield; 2 set f1; 4 yield;"
            + " 3 (set f1; spawn t2; 3 yield) | t1: 5 wait f1; 3 yield; 15 wait f1"
            + " | t2: 6 yield; set f1; 2 yield; 2 set f1; 2 yield; exit; 3 (set f1; exit)"));
  }

  /**
   * A task waits on a set flag while another, which sets it too, is ready. Both begin together, since a promise gives only those
   * a turn who were there before.
   */
  private static Experiment waitOnSetFlag() {
    return new Experiment(SIGNALS, Set.of("flag"), 4, WITH_FLAG, Script.of(
        "main: spawn t1; spawn t2; set f1; 4 yield; set f1; 4 yield | t1: 4 wait f1; 2 yield"
            + " | t2: set f1; 3 yield; set f1; 2 yield"));
  }

  /** A task waits on a set flag beside tasks that never yield, more often than it can pass others. */
  private static Experiment waitBesideOthers() {
    return new Experiment(SIGNALS, Set.of("flag"), 2, WITH_FLAG, Script.of(
        "main: spawn t1; 8 (set f1; wait f1); 12 yield | t1: 8 (spawn t2; exit) | t2: 8 (spawn t1; exit)"));
  }

  /** The waiter of a flag is cancelled at once when the flag is set, and a turn later. */
  private static Experiment cancelledFlagWaiter() {
    return new Experiment(List.of(VariationPoint.CANCEL_AFTER_SET), Set.of("flag", "cancel"), 4, WITH_FLAG, Script.of(
        "main: spawn t2; spawn t1; 12 yield; 4 (set f1; cancel t1; 6 yield); 12 (set f1; yield)"
            + " | t1: 40 wait f1 | t2: 38 yield; 12 (cancel t1; yield)"));
  }

  /** The flag is set when a wait with a limit begins, beside tasks that never yield. */
  private static Experiment limitedFlagWait() {
    return new Experiment(List.of(VariationPoint.LIMITED_WAIT), Set.of("flag", "timeout"), 2, WITH_FLAG, Script.of(
        "main: spawn t1; 4 (set f1; wait f1 2000); sleep " + Timing.CERTAIN
            + " | t1: 8 (spawn t2; exit) | t2: 8 (spawn t1; exit)"));
  }

  /** An interrupt sets an event. */
  private static Experiment unsafeSet() {
    return new Experiment(List.of(VariationPoint.UNSAFE_SET), Set.of("event", "guard"), 1, ALL, Script.of("main: interrupt e1"));
  }

  /** Main waits on a flag on which a task waits. Where that is not refused, the second set wakes main at the latest. */
  private static Experiment secondFlagWaiter() {
    return new Experiment(List.of(VariationPoint.SECOND_FLAG_WAITER), Set.of("flag"), 1, WITH_FLAG, Script.of(
        "main: spawn t1; spawn t2; yield; wait f1; 6 yield | t1: wait f1 | t2: 2 yield; 3 (set f1; 4 yield)"));
  }

  /** Nothing can wake main, which waits alone. */
  private static Experiment deadlock() {
    return new Experiment(List.of(VariationPoint.ON_DEADLOCK), Set.of("event", "deadlock"), 1, ALL, Script.of("main: wait e1"));
  }
}
