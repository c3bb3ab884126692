package dev.fanion.conformance;

import static dev.fanion.conformance.Bug.*;

import dev.fanion.conformance.PlantedLoop.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * One run of a naive runtime with at most one planted mistake: the operations of its tasks. It shares no code with the
 * reference. An operation returns its result, or null if it suspended the running task.
 */
final class PlantedRuntime {
  /** Which variation point has its other side; without one each has that of asyncio. */
  enum Side {
    GROUP, ANY_ORDER, WAIT_ON_SET_YIELDS, CANCEL_AFTER_SET_WOKEN, SECOND_WAITER_UNDEFINED, IDLES_ON_DEADLOCK,
    UNSAFE_SET_UNDEFINED, WRAPPED, TIMERS_IDLE, CANCEL_QUEUED, YIELD_NOT_CANCELLED, SIGNAL_HANDED, FLAG_WAIT_YIELDS,
    YIELDS_IDLE, WOKEN_WAITER_PASSES, EVERY_WOKEN_WAITER_PASSES, NEW_TASKS_LAST_FIRST, GROUP_BY_NAME,
    FLAG_WAITER_FIRST, NEWEST_FIRST
  }

  private static final int FEW = 17;
  private static final int MANY = 33;
  private static final int HUNDRED = 100;
  private static final int QUEUE = 4;
  private static final int LONG_QUEUE = 128;
  private static final int TWO = 2;
  private static final int OFTEN = 16;
  private static final int FOUR = 4;
  private static final int MANY_STAY = 4;

  private static final int RECORDS = 64;

  private int spawned;
  private final Bug bug;
  private final Sides sides;
  private final Map<String, Thing> things = new LinkedHashMap<>();
  final Map<String, PlantedTask> tasks = new LinkedHashMap<>();
  private final Map<String, PlantedTask> ended = new HashMap<>();
  final PlantedWaits waits;
  final PlantedLoop loop;

  PlantedRuntime(Bug bug, Sides sides, PlantedLoop.Notice notice, PlantedTime time, Random random, Collection<String> events,
      Collection<String> flags) {
    this.bug = bug;
    this.sides = sides;
    List<PlantedTask> shared = new ArrayList<>();
    for (String name : events) {
      things.put(name, new Thing(false));
      things.get(name).waiters = bug == EVENTS_SHARE_QUEUE ? shared : new ArrayList<>();
    }
    flags.forEach(name -> things.put(name, new Thing(true)));
    if (bug == FOUR_FLAGS || bug == FOUR_EVENTS) {
      List<String> names = List.copyOf(bug == FOUR_FLAGS ? flags : events);
      IntStream.range(0, names.size()).forEach(i -> things.put(names.get(i), things.get(names.get(i % FOUR))));
    }
    waits = new PlantedWaits(bug, sides);
    loop = new PlantedLoop(bug, sides, notice, waits, things.values(), time, random);
    waits.loop = loop;
    tasks.put("main", loop.running);
  }

  /** Takes over the tasks that an earlier run left alive. */
  void inherit(PlantedRuntime earlier) {
    earlier.tasks.values().stream().filter(task -> !task.name.equals("main")).forEach(loop.ready::add);
  }

  /** Takes over the armed interrupts of an earlier run that main's exit has ended. */
  void inheritArms(PlantedRuntime earlier) {
    if (earlier.loop.running.gone) {
      loop.timers.inherit(earlier.loop.timers, earlier.things, things);
    }
  }

  /** Takes over the state of events and flags, if many tasks of the earlier run are alive, or if it ended in a deadlock. */
  void keep(PlantedRuntime earlier) {
    if (bug == STATE_KEPT_AFTER_DEADLOCK ? earlier.loop.stop == PlantedLoop.Stop.DEADLOCK : earlier.tasks.size() > MANY_STAY) {
      earlier.things.forEach((name, thing) -> {
        if (things.containsKey(name)) {
          things.get(name).set = thing.set;
        }
      });
    }
  }

  String spawn(String name) {
    if (bug == TASKS_64 && ++spawned > RECORDS) {
      return "ok";
    }
    PlantedTask task = new PlantedTask(name, null);
    tasks.put(name, task);
    if (ended.containsKey(name)) {
      ended.get(name).next = task;
    }
    if (bug == SPAWN_RUNS_INSIDE) {
      return loop.runInside(task);
    }
    loop.ready.add(task);
    return "ok";
  }

  String exit() {
    loop.running.gone = true;
    if (loop.running.cancelledOn != null) {
      loop.running.cancelledOn.dead.add(loop.running.name);
    }
    tasks.remove(loop.running.name);
    ended.put(loop.running.name, loop.running);
    return bug == ENDS_WITH_ANOTHER_TASK && tasks.size() == 1 && tasks.get("main").blocked ? "{\"ended\":true}" : null;
  }

  String await(String name, long limit) {
    Thing thing = things.get(name);
    if (bug == LIMITED_WAIT_KEEPS_THE_LOOP && limit > 0 && thing.isFlag && thing.waiters.isEmpty()) {
      return waitsAlone(thing, limit);
    }
    thing.limits += limit > 0 ? 1 : 0;
    boolean never = limit > 0 && (bug == ONE_LIMIT_FOR_EACH_THING && thing.limits > 1
        || bug == NO_LIMIT_AFTER_A_CANCELLATION && loop.running.wasCancelled);
    long due = never ? Long.MAX_VALUE : loop.timers.endOfLimit(limit);
    if (!sides.has(Side.WRAPPED) || limit == 0) {
      return suspends(waits.join(loop.running, thing, due));
    }
    PlantedTask inner = new PlantedTask(name, loop.running);
    inner.on = thing;
    loop.running.inner = inner;
    loop.block(loop.running, null, "woken", due);
    loop.running.wrapped = true;
    loop.ready.add(inner);
    return null;
  }

  /** A limited wait on a flag that lets nobody else run. */
  private String waitsAlone(Thing flag, long limit) {
    if (!flag.set) {
      loop.time.pass(limit);
      loop.deliver();
    }
    boolean set = flag.set;
    if (set) {
      loop.consume(flag);
    }
    loop.pause(set ? "woken" : "timeout", 0);
    return null;
  }

  String yieldTurn() {
    loop.pause("ok", loop.ready.size());
    loop.running.yields = sides.has(Side.YIELDS_IDLE) || bug == AGES_BY_16 && ++loop.running.yielded > OFTEN;
    return suspends(null);
  }

  String sleep(long nanos) {
    if (bug == SLEEP_KEEPS_THE_LOOP) {
      loop.time.pass(nanos);
      loop.pause("ok", 0);
      return null;
    }
    boolean never = bug == NO_SLEEP_AFTER_A_CANCELLATION && loop.running.wasCancelled;
    loop.block(loop.running, null, "ok", never ? Long.MAX_VALUE : loop.timers.endOfSleep(nanos));
    return suspends(null);
  }

  private String suspends(String result) {
    if (result == null && loop.running.again) {
      loop.running.again = false;
      loop.running.twice = true;
      waits.cancel(loop.running);
    }
    return result;
  }

  String set(String name) {
    Thing thing = things.get(name);
    if (thing.isFlag) {
      thing.byInterrupt = false;
      thing.byArm = false;
      loop.raise(thing);
      return "ok";
    }
    thing.sets++;
    if (thing.sets == FEW && bug == LOST_17TH_SET || thing.sets == MANY && bug == LOST_33RD_SET) {
      return "ok";
    }
    thing.set = bug == TOGGLES ? !thing.set : bug != FORGETS_STATE;
    if (!thing.waiters.isEmpty() && ++loop.setEvents > TWO && bug == TWO_EVENTS_SET) {
      return "ok";
    }
    List<PlantedTask> woken = new ArrayList<>(thing.waiters);
    int size = woken.size();
    thing.wakes += size == 0 ? 0 : 1;
    switch (bug) {
      case WAKES_ONE -> woken = woken.subList(0, Math.min(1, size));
      case WAKES_TWO, LOST_THIRD -> woken = woken.subList(0, Math.min(2, size));
      case LOST_FIFTH -> woken = woken.subList(0, Math.min(4, size));
      case ORPHAN -> {
        woken.stream().filter(loop::isOver).map(PlantedTask::limited).forEach(loop.timers::callOff);
        woken.removeIf(loop::isOver);
      }
      case TIMEOUT_SKIPS_THE_NEXT -> {
        woken.remove(thing.skipped);
        thing.skipped = null;
      }
      case WAKES_IN_THE_NEXT_ROUND -> {
        thing.wakesLater = true;
        return "ok";
      }
      case WAKES_ALL_BUT_LAST -> woken = woken.subList(0, Math.max(size - 1, Math.min(1, size)));
      case ARMED_SET_FORGETS_THE_LAST -> woken = size > TWO && loop.timers.isArmed() ? woken.subList(0, size - 1) : woken;
      case WAKES_IN_WRONG_ORDER -> Collections.reverse(woken);
      case WAITERS_NUMBERED_BY_8_BITS -> woken.sort(Comparator.comparingInt(task -> task.waitNumber & 0xff));
      default -> { }
    }
    if (sides.has(Side.GROUP)) {
      Collections.shuffle(woken, loop.random);
    } else if (sides.has(Side.GROUP_BY_NAME)) {
      woken.sort(Comparator.comparing(task -> task.name));
    }
    boolean inside = bug == RUNS_WAITERS_INSIDE_SET && !woken.isEmpty();
    if (inside) {
      loop.pause("ok", 0);
    }
    if (bug == DEAD_TASK_STAYS_A_WAITER) {
      thing.dead.stream().map(tasks::get).filter(task -> task != null && task.blocked).forEach(woken::add);
      thing.dead.clear();
    }
    int place = switch (bug) {
      case WAKES_BEHIND_THE_LAST_WOKEN -> loop.behindTheLast(task -> task == loop.lastWoken);
      case WAKES_JOIN_THE_EARLIER -> loop.behindTheLast(task -> task.on == thing && task.result.equals("woken"));
      case WAKES_BY_NAME -> loop.inFrontOfTheLater(name);
      default -> loop.ready.size();
    };
    for (PlantedTask task : woken) {
      task.wokenIn = loop.turns;
      task.wokenBy = name;
    }
    loop.lastWoken = woken.isEmpty() ? loop.lastWoken : woken.get(woken.size() - 1);
    thing.head += woken.size();
    boolean ahead = inside || bug == WAKES_AHEAD_OF_READY || bug == MANY_WAKE_AHEAD && size >= FOUR;
    loop.wake(woken, ahead ? 0 : place);
    if (bug == LOST_THIRD || bug == LOST_FIFTH || bug == ORPHAN) {
      thing.waiters.clear();
    } else if (bug != LEAVES_WOKEN_IN_QUEUE) {
      thing.waiters.removeAll(woken);
    }
    return inside ? null : "ok";
  }

  String clear(String name) {
    Thing thing = things.get(name);
    if (bug == CLEAR_CALLS_OFF_THE_LIMIT && thing.isFlag && thing.set) {
      thing.waiters.stream().map(PlantedTask::limited).forEach(loop.timers::callOff);
    }
    if (bug == CLEAR_TAKES_ANOTHER && thing.isFlag && thing.set) {
      List<Thing> pending = things.values().stream().filter(other -> other.queued > 0).toList();
      if (pending.size() > TWO) {
        pending.get(pending.size() - 1).queued = 0;
      }
    }
    if (bug == CLEAR_CALLS_OFF_THE_ARM) {
      loop.timers.callOff(thing);
    }
    if (!(thing.isFlag && bug == FLAG_CLEAR_IGNORED)) {
      thing.lower();
    }
    if (bug == (thing.isFlag ? FLAG_CLEAR_WAKES : CLEAR_WAKES)) {
      loop.wake(thing.waiters.stream().filter(task -> task.blocked).toList(), loop.ready.size());
      thing.waiters.removeIf(task -> !thing.isFlag);
    }
    if (bug == (thing.isFlag ? FLAG_CLEAR_UNREGISTERS : CLEAR_FORGETS_WAITERS)) {
      thing.waiters.clear();
    }
    if ((bug == CLEAR_UNWAKES || bug == CLEAR_UNWAKES_A_LIMITED) && !thing.isFlag) {
      List<PlantedTask> woken = loop.ready.stream().filter(task -> task.on == thing && task.result.equals("woken"))
          .filter(task -> bug == CLEAR_UNWAKES || task.hasLimit).toList();
      loop.ready.removeAll(woken);
      woken.forEach(task -> task.blocked = true);
      thing.waiters.addAll(woken);
    }
    return "ok";
  }

  boolean isSet(String name) {
    Thing event = things.get(name);
    boolean value = event.set;
    event.set = value && bug != IS_SET_CLEARS;
    if (bug == IS_SET_WAKES) {
      loop.wake(List.copyOf(event.waiters), loop.ready.size());
      event.waiters.clear();
    }
    return value;
  }

  String interrupt(String name) {
    Thing thing = things.get(name);
    if (!thing.isFlag && !sides.has(Side.UNSAFE_SET_UNDEFINED)) {
      return "refused";
    }
    thing.interrupts++;
    loop.interrupts++;
    if (loop.interrupts > QUEUE && bug == INTERRUPT_QUEUE_OF_4 || loop.interrupts > LONG_QUEUE && bug == INTERRUPT_QUEUE_OF_128) {
      return "ok";
    }
    if (bug == LOST_100TH_INTERRUPT && thing.interrupts == HUNDRED) {
      return "ok";
    }
    String result = set(name);
    thing.byInterrupt = true;
    return result;
  }

  String arm(String name, long nanos) {
    loop.timers.arm(things.get(name), nanos);
    return "ok";
  }
}
