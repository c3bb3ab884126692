package dev.fanion.conformance;

import static dev.fanion.conformance.Bug.*;

import dev.fanion.conformance.PlantedLoop.Task;
import dev.fanion.conformance.PlantedLoop.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One run of a naive runtime with at most one planted mistake: the operations of its tasks. It shares no code with the
 * reference. An operation returns its result, or null if it suspended the running task.
 */
final class PlantedRuntime {
  /** Which variation point has its other side; with ASYNCIO each has its default side. */
  enum Side {
    ASYNCIO, ANY_ORDER, WAIT_ON_SET_YIELDS, CANCEL_AFTER_SET_WOKEN, SECOND_WAITER_UNDEFINED, IDLES_ON_DEADLOCK,
    UNSAFE_SET_UNDEFINED, WRAPPED
  }

  private final Bug bug;
  private final Side side;
  private final Map<String, Thing> things = new LinkedHashMap<>();
  final Map<String, Task> tasks = new LinkedHashMap<>();
  final PlantedWaits waits;
  final PlantedLoop loop;

  PlantedRuntime(Bug bug, Side side, PlantedLoop.Notice notice, PlantedTime time, Collection<String> events,
      Collection<String> flags) {
    this.bug = bug;
    this.side = side;
    List<Task> shared = new ArrayList<>();
    for (String name : events) {
      things.put(name, new Thing(false));
      things.get(name).waiters = bug == EVENTS_SHARE_QUEUE ? shared : new ArrayList<>();
    }
    flags.forEach(name -> things.put(name, new Thing(true)));
    waits = new PlantedWaits(bug, side);
    loop = new PlantedLoop(bug, side, notice, waits, things.values(), time);
    waits.loop = loop;
    tasks.put("main", loop.running);
  }

  /** Takes over the tasks that an earlier run left alive. */
  void inherit(PlantedRuntime earlier) {
    earlier.tasks.values().stream().filter(task -> !task.name.equals("main")).forEach(loop.ready::add);
  }

  String spawn(String name) {
    Task task = new Task(name, null);
    tasks.put(name, task);
    loop.ready.add(task);
    return "ok";
  }

  String exit() {
    loop.running.gone = true;
    tasks.remove(loop.running.name);
    return null;
  }

  String await(String name, long limit) {
    long due = limit == 0 ? 0 : loop.time.nanoTime() + limit;
    if (side != Side.WRAPPED || limit == 0) {
      return suspends(waits.join(loop.running, things.get(name), due));
    }
    Task inner = new Task(name, loop.running);
    inner.on = things.get(name);
    loop.running.inner = inner;
    loop.block(loop.running, null, "woken", due);
    loop.ready.add(inner);
    return null;
  }

  String yieldTurn() {
    loop.pause("ok", loop.ready.size());
    return suspends(null);
  }

  String sleep(long nanos) {
    loop.block(loop.running, null, "ok", loop.time.nanoTime() + nanos);
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
      loop.raise(thing);
      return "ok";
    }
    thing.set = bug == TOGGLES ? !thing.set : bug != FORGETS_STATE;
    List<Task> woken = new ArrayList<>(thing.waiters);
    int size = woken.size();
    switch (bug) {
      case WAKES_ONE -> woken = woken.subList(0, Math.min(1, size));
      case WAKES_TWO -> woken = woken.subList(0, Math.min(2, size));
      case WAKES_ALL_BUT_LAST -> woken = woken.subList(0, Math.max(size - 1, Math.min(1, size)));
      case WAKES_IN_WRONG_ORDER -> Collections.reverse(woken);
      default -> { }
    }
    boolean inside = bug == RUNS_WAITERS_INSIDE_SET && !woken.isEmpty();
    if (inside) {
      loop.pause("ok", 0);
    }
    loop.wake(woken, inside || bug == WAKES_AHEAD_OF_READY ? 0 : loop.ready.size());
    if (bug != LEAVES_WOKEN_IN_QUEUE) {
      thing.waiters.removeAll(woken);
    }
    return inside ? null : "ok";
  }

  String clear(String name) {
    Thing thing = things.get(name);
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
    if (bug == CLEAR_UNWAKES && !thing.isFlag) {
      List<Task> woken = loop.ready.stream().filter(task -> task.on == thing && task.result.equals("woken")).toList();
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
    return things.get(name).isFlag || side == Side.UNSAFE_SET_UNDEFINED ? set(name) : "refused";
  }

  String arm(String name, long nanos) {
    loop.arm(things.get(name), loop.time.nanoTime() + nanos);
    return "ok";
  }
}
