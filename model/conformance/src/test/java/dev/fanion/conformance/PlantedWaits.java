package dev.fanion.conformance;

import static dev.fanion.conformance.Bug.*;

import dev.fanion.conformance.PlantedLoop.Thing;
import dev.fanion.conformance.PlantedRuntime.Side;
import java.util.Collections;
import java.util.List;

/** How waits in the planted runtime begin and end: at once, woken, cancelled, timed out or refused. */
final class PlantedWaits {
  private final Bug bug;
  private final Sides sides;
  private static final int RING = 4;
  private static final int PLACES = 4;
  private static final int EIGHTH = 8;
  private static final int ARRAY = 7;
  private static final int CANCELS = 4;
  private static final int COUNTED = 16;
  private static final int FEW_WAKES = 4;
  PlantedLoop loop;
  private static final int RING_OF_8 = 8;
  private static final int FLAGS = 3;
  private static final int LOOK = 2;
  private static final int BUDGET = 300;
  private int waitsBegun;
  /** How many limits have passed in this look at the timers. */
  int expired;

  PlantedWaits(Bug bug, Sides sides) {
    this.bug = bug;
    this.sides = sides;
  }

  /**
   * Begins a wait.
   *
   * @return its result, or null if the task has to suspend
   */
  String join(PlantedTask task, Thing thing, long due) {
    boolean taken = thing.isFlag && !thing.waiters.isEmpty() && thing.waiters.get(0) != task;
    if (taken && bug != FLAG_SECOND_REPLACES_FIRST && !sides.has(Side.SECOND_WAITER_UNDEFINED)) {
      task.refusedBy = thing;
      if (bug == EIGHTH_REFUSAL && ++thing.refused % EIGHTH == 0) {
        thing.waiters.clear();
      }
      return "refused";
    }
    boolean pauses = sides.has(Side.FLAG_WAIT_YIELDS) && task.owner == null;
    if (pauses && thing.isFlag && thing.set && bug != FLAG_CONSUMED_BEFORE_LOOKING) {
      loop.pause("woken", loop.ready.size());
      task.on = thing;
      task.holds = sides.has(Side.SIGNAL_HANDED);
      if (task.holds || bug == FLAG_CONSUMED_WHEN_NOTICED) {
        loop.consume(thing);
      }
      thing.waiters.add(task);
      return null;
    }
    boolean limited = due != 0 || task.owner != null;
    boolean blind = limited && bug == (thing.isFlag ? LIMITED_FLAG_WAIT_NEVER_LOOKS : LIMITED_WAIT_NEVER_LOOKS);
    if (!blind && (thing.isFlag ? looksAtFlag(thing) : looksAtEvent(thing))) {
      thing.set = thing.set && !(bug == ONCE_PER_SET && !thing.isFlag);
      if (bug == BUDGET_OF_300 && !thing.isFlag && ++task.atOnce % BUDGET == 0) {
        loop.pause("woken", loop.ready.size());
        return null;
      }
      if (!thing.isFlag && (bug == GIVES_A_TURN_ON_SET || sides.has(Side.WAIT_ON_SET_YIELDS)) && task.owner == null) {
        loop.pause("woken", loop.ready.size());
        return null;
      }
      return "woken";
    }
    if (thing.isFlag) {
      thing.waiters.clear();
    }
    task.sets = thing.sets;
    task.wakes = thing.wakes;
    if (bug == WAITERS_IN_AN_ARRAY_OF_7 && !thing.isFlag && thing.waiters.size() == ARRAY) {
      loop.block(task, thing, "woken", due);
      return null;
    }
    task.waitNumber = waitsBegun++;
    boolean fifth = bug == (thing.isFlag ? FOUR_FLAGS_WAITED : FOUR_EVENTS_WAITED) && thing.waiters.isEmpty()
        && loop.waitedFor(thing.isFlag) == PLACES;
    if (fifth) {
      loop.block(task, thing, "woken", due);
      return null;
    }
    boolean atFront = bug == JOINS_AT_FRONT || bug == REFUSED_JOINS_AT_FRONT && task.refusedBy != null && !thing.isFlag;
    task.refusedBy = bug == REFUSED_STAYS_KNOWN ? task.refusedBy : null;
    thing.waiters.add(atFront ? 0 : thing.waiters.size(), task);
    if (bug == WAITERS_IN_A_RING_OF_4 && thing.waiters.size() == RING + 1) {
      Collections.rotate(thing.waiters.subList(0, RING), thing.head % RING);
    }
    if (bug == JOINS_TWICE && !thing.isFlag) {
      thing.waiters.add(task);
    }
    loop.block(task, thing, "woken", due);
    return null;
  }

  private boolean looksAtEvent(Thing event) {
    return event.set && bug != BLOCKS_WITHOUT_LOOKING || bug == RETURNS_WITHOUT_LOOKING;
  }

  private boolean looksAtFlag(Thing flag) {
    if (bug == FLAG_CONSUMED_BEFORE_LOOKING) {
      flag.lower();
    }
    boolean was = flag.set;
    if (was && bug != FLAG_FAST_PATH_KEEPS) {
      loop.consume(flag);
    }
    return was;
  }

  String cancel(PlantedTask task) {
    if (bug == FOUR_CANCELS_IN_A_TURN && ++loop.cancels > CANCELS) {
      return "ok";
    }
    task.cancelsInTurn = task.cancelTurn == loop.turns ? task.cancelsInTurn + 1 : 1;
    task.cancelTurn = loop.turns;
    if (bug == CANCELS_OF_3_BITS && task.cancelsInTurn == EIGHTH && task.result.equals("cancelled")) {
      task.result = task.on == null ? "ok" : "woken";
      return "ok";
    }
    if (!sides.has(Side.CANCEL_QUEUED)) {
      return cancelNow(task);
    }
    PlantedTask place = new PlantedTask(task.name, null);
    place.cancels = task;
    loop.ready.add(place);
    return "ok";
  }

  String cancelNow(PlantedTask task) {
    boolean woken = !task.blocked && task.result.equals("woken");
    boolean yields = !task.blocked && task.result.equals("ok");
    if (bug == CANCEL_IGNORED || woken && sides.has(Side.CANCEL_AFTER_SET_WOKEN)
        || yields && sides.has(Side.YIELD_NOT_CANCELLED)) {
      return "ok";
    }
    Bug lateBug = task.waiter().on == null ? SLEEPER_IS_CANCELLED_LATE : LIMITED_WAIT_IS_CANCELLED_LATE;
    boolean late = task.blocked && task.due != 0 && bug == lateBug;
    task.cancelledLate |= late;
    if (late || bug == TAKES_ANY_CANCELLATION_FOR_ITS_OWN && task.result.equals("timeout")) {
      return "ok";
    }
    if (bug == REFUSED_STAYS_KNOWN && task.refusedBy != null) {
      task.refusedBy.waiters.clear();
    }
    boolean onEvent = task.on != null && !task.on.isFlag;
    task.staysKnown = bug == THREE_FLAGS_CANCELLED && task.on != null && task.on.isFlag && ++loop.cancelledOnFlags > FLAGS;
    if (onEvent && task.blocked) {
      dequeue(task, task.on.waiters);
      task.cancelledOn = task.on;
    }
    if (task.inner != null) {
      abandon(task);
    }
    if (bug == SETS_ARE_COUNTED_BY_4_BITS && woken && onEvent && (task.on.sets - task.sets) % COUNTED == 0
        || bug == WAKES_ARE_COUNTED_BY_2_BITS && woken && onEvent && (task.on.wakes - task.wakes) % FEW_WAKES == 0) {
      loop.ready.remove(task);
      loop.ready.add(task);
    }
    if (bug == WOKEN_CROWD_IS_CANCELLED && woken && onEvent) {
      List<PlantedTask> crowd =
          loop.ready.stream().filter(other -> other.wokenIn == task.wokenIn && other.on == task.on).toList();
      int next = crowd.indexOf(task) + 1;
      if (crowd.size() >= PLACES && next > 0 && next < crowd.size()) {
        loop.ready.remove(crowd.get(next));
      }
    }
    if (task.blocked || woken && bug == CANCEL_QUEUES_WOKEN_AGAIN) {
      loop.wake(List.of(task), loop.ready.size());
    }
    task.result = "cancelled";
    if (onEvent) {
      task.on.set = bug == CANCEL_SETS_EVENT || task.on.set && bug != CANCEL_CLEARS_EVENT;
    }
    return bug == CANCEL_RUNS_INSIDE ? loop.runInside(task) : "ok";
  }

  private void dequeue(PlantedTask task, List<PlantedTask> waiters) {
    int place = waiters.indexOf(task);
    if (place < 0) {
      return; // the cancellation of another task removed it by mistake
    }
    switch (bug) {
      case CANCEL_LEAVES_WAITER -> { }
      case CANCEL_TAKES_NEIGHBOUR -> waiters.remove(waiters.size() == 1 ? place : place == 0 ? 1 : place - 1);
      case CANCEL_TAKES_REST -> waiters.clear();
      case CANCEL_WAKES_EVERYBODY -> {
        waiters.remove(task);
        loop.wake(List.copyOf(waiters), loop.ready.size());
        waiters.clear();
      }
      case HOLES_ARE_PACKED_BY_8 -> {
        waiters.remove(task);
        if (++task.on.holes % RING_OF_8 == 0 && !waiters.isEmpty()) {
          waiters.remove(0);
        }
      }
      case WAITERS_IN_A_RING_OF_8 -> takeOut(task.on, task);
      case LAST_OF_FIVE -> {
        waiters.remove(task);
        if (place == PLACES && waiters.size() == PLACES) {
          waiters.remove(0);
        }
      }
      default -> waiters.remove(task);
    }
  }

  /** The places behind are moved up to the end of the ring, and not those at its beginning. */
  private static void takeOut(Thing event, PlantedTask task) {
    int place = event.head % RING_OF_8 + event.waiters.indexOf(task);
    boolean across = place < RING_OF_8 && event.head % RING_OF_8 + event.waiters.size() > RING_OF_8;
    event.waiters.remove(task);
    if (across) {
      event.waiters.remove(event.waiters.size() - 1);
    }
  }

  /** Removes a wrapped wait from all queues. What it was handed is given back. */
  private void abandon(PlantedTask owner) {
    owner.inner.gone = true;
    owner.inner.on.set |= owner.inner.holds;
    owner.inner.on.waiters.remove(owner.inner);
    owner.inner = null;
  }

  /** The limit of a wrapped wait has passed. */
  private void expireWrapped(PlantedTask owner) {
    Thing on = owner.inner.on;
    if (bug == TIMEOUT_LEAVES_WAITER) {
      owner.inner = null;
    } else {
      abandon(owner);
    }
    on.timedOut = true;
    if (bug == TIMEOUT_CALLS_OFF_THE_ARM) {
      loop.timers.callOff(on);
    }
    boolean consumes = bug == TIMEOUT_CONSUMES || bug == TIMEOUT_CONSUMES_AN_INTERRUPT && on.byInterrupt;
    if (consumes && on.isFlag && on.set) {
      loop.consume(on);
    }
  }

  /** The time of a task is up. */
  void expire(PlantedTimers.Timer timer) {
    boolean hitsTheNext = bug == LIMIT_OUTLIVES_ITS_TASK && timer.task().gone && timer.task().next != null;
    PlantedTask task = hitsTheNext ? timer.task().next : timer.task();
    boolean waiting = task.blocked && task.waiter().on != null;
    if (timer.task().lazyTimer && !timer.task().gone || (hitsTheNext || timer.isStale()) && !waiting) {
      return;
    }
    if (bug == SLEEP_IS_NOT_CALLED_OFF && !task.blocked) {
      return;
    }
    if (bug == TURNS_ARE_COUNTED_BY_4_BITS && timer.isStale() && (task.turns - timer.turn()) % COUNTED != 0) {
      return;
    }
    Thing on = task.waiter().on;
    boolean begun = task.inner == null || task.inner.blocked;
    if (bug == ORPHAN && on != null && begun && !on.isFlag && !on.waiters.contains(task.waiter())) {
      return;
    }
    if (on != null && bug == TIMEOUT_SKIPS_THE_NEXT) {
      int behind = on.waiters.indexOf(task.waiter()) + 1;
      on.skipped = behind < on.waiters.size() ? on.waiters.get(behind) : null;
    }
    boolean stays = bug == TWO_LIMITS_OF_A_MOMENT && on != null && ++expired > LOOK;
    task.staysKnown = stays && task.on != null && task.on.isFlag;
    if (task.on != null && !task.on.isFlag && bug == WAITERS_IN_A_RING_OF_8 && task.on.waiters.contains(task)) {
      takeOut(task.on, task);
    } else if (task.on != null && !task.on.isFlag && bug != TIMEOUT_LEAVES_WAITER && !stays) {
      task.on.waiters.remove(task);
    }
    boolean looks = bug == LIMIT_LOOKS_ONLY_AT_THE_END && on != null && on.isFlag && on.set;
    boolean waits = on != null;
    if (task.inner != null) {
      expireWrapped(task);
      on.set &= !looks;
    }
    task.result = looks ? "woken" : waits ? "timeout" : "ok";
    loop.wake(List.of(task), loop.ready.size());
  }

  /**
   * Gives a task its turn.
   *
   * @return whether the task replies
   */
  boolean resumes(PlantedTask task) {
    Thing on = task.on;
    if (task.owner != null) {
      String result = task.result.equals("started") ? join(task, on, 0) : "woken";
      if (result != null) {
        leave(task, on);
        loop.finish(task.owner, result);
      }
      return false;
    }
    if (bug == RETESTS_AFTER_WAKE && on != null && !on.isFlag && task.result.equals("woken") && !on.set) {
      on.waiters.add(task);
      loop.block(task, on, "woken", task.due);
      return false;
    }
    if (passes(task)) {
      return false;
    }
    boolean late = task.due != 0 && task.due <= loop.time.nanoTime();
    if (late && task.wrapped && bug == TIMED_OUT_ALTHOUGH_IT_HAD_IT && task.result.equals("woken")) {
      task.result = "timeout";
    }
    if (late && on != null && task.result.equals("woken") && bug != LIMIT_LOOKS_ONLY_AT_THE_END) {
      if (on.isFlag && bug == TIMED_OUT_ALTHOUGH_IT_HAD_IT) {
        loop.consume(on);
      }
      task.result = "timeout";
    }
    cancels(task);
    task.blocked = false;
    task.again = bug == CANCEL_TWICE && task.result.equals("cancelled") && !task.twice;
    task.twice = false;
    if (on != null) {
      leave(task, on);
    }
    return true;
  }

  /** A woken waiter that gives the loop one more turn goes behind the others, once. */
  private boolean passes(PlantedTask task) {
    boolean woken = task.on != null && task.result.equals("woken") && !task.passed;
    task.passed = woken && (sides.has(Side.EVERY_WOKEN_WAITER_PASSES) || sides.has(Side.WOKEN_WAITER_PASSES) && !task.on.isFlag);
    if (task.passed) {
      loop.wake(List.of(task), loop.ready.size());
    }
    return task.passed;
  }

  /** For mistakes in how a cancellation reaches the task. */
  private void cancels(PlantedTask task) {
    if (task.cancelledLate || bug == EXPIRY_ESCAPES && task.wasCancelled && task.result.equals("timeout")) {
      task.result = "cancelled";
      task.cancelledLate = false;
    }
    task.wasCancelled |= task.result.equals("cancelled");
  }

  private void leave(PlantedTask task, Thing on) {
    boolean woken = task.result.equals("woken");
    boolean cancelled = task.result.equals("cancelled");
    boolean timedOut = task.result.equals("timeout");
    on.timedOut |= timedOut;
    if (!on.isFlag) {
      on.set = on.set && !(woken && bug == RESETS_ON_WAKE);
      return;
    }
    if (cancelled && bug == CANCEL_CALLS_OFF_THE_ARM || timedOut && bug == TIMEOUT_CALLS_OFF_THE_ARM) {
      loop.timers.callOff(on);
    }
    if (!(task.staysKnown || cancelled && bug == FLAG_CANCEL_LEAVES_WAITER || timedOut && bug == TIMEOUT_LEAVES_WAITER)) {
      on.waiters.remove(task);
    }
    if (sides.has(Side.SIGNAL_HANDED)) {
      on.set |= task.holds && (cancelled && bug != FLAG_CANCEL_CONSUMES || timedOut && bug != TIMEOUT_CONSUMES);
      task.holds = false;
      return;
    }
    boolean timeoutConsumes = bug == TIMEOUT_CONSUMES || bug == TIMEOUT_CONSUMES_AN_INTERRUPT && on.byInterrupt;
    if (woken && bug != FLAG_NOT_CONSUMED && bug != FLAG_CONSUMED_WHEN_NOTICED
        || cancelled && bug == FLAG_CANCEL_CONSUMES || timedOut && timeoutConsumes) {
      loop.consume(on);
    }
  }
}
