package dev.fanion.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * The naive loop of the planted runtime: which tasks are ready, which are blocked on what, whose time is up, and when the
 * loop notices flags.
 *
 * <p>Tasks need no stack: requests say what a task does next, so that a task is only the result of its last operation. There
 * is one thread; an armed interrupt comes when the loop, or a task, next acts after its time.
 */
final class PlantedLoop {
  /** When the loop looks at flags. All three conform. */
  enum Notice { AT_ONCE, TURN, ROUND }

  static final class Task {
    final String name;
    /** With wrapped limits, the task for which this task waits; else null. */
    final Task owner;
    Task inner;
    /** The result of its last operation, when it next runs. */
    String result = "started";
    /** The event or flag that its last operation waits for, if it is a wait. */
    Thing on;
    boolean blocked;
    boolean gone;
    /** The nanosecond time at which its sleep or wait is over; 0 for never. */
    long due;
    /** For CANCEL_TWICE: whether the second delivery is still to come, and whether it has come. */
    boolean again;
    boolean twice;

    Task(String name, Task owner) {
      this.name = name;
      this.owner = owner;
    }
  }

  /** An event or a flag. A flag has at most one waiter, from the call of the wait until the end of the wait. */
  static final class Thing {
    final boolean isFlag;
    boolean set;
    int count;
    int queued;
    List<Task> waiters = new ArrayList<>();

    Thing(boolean isFlag) {
      this.isFlag = isFlag;
    }

    void lower() {
      set = false;
      count = 0;
    }
  }

  private record Arm(Thing flag, long due) {}

  /** Why no task runs any more: the run ended by mistake, nothing can wake the main task, or the loop sleeps for ever. */
  enum Stop { ENDED, DEADLOCK, ASLEEP }

  private final Bug bug;
  private final Notice notice;
  private final PlantedRuntime.Side side;
  private final PlantedWaits waits;
  private final Collection<Thing> things;
  final PlantedTime time;
  private final Random random = new Random(1);
  private final List<Task> timers = new ArrayList<>();
  private final List<Arm> arms = new ArrayList<>();
  private int turnsLeft;
  final List<Task> ready = new ArrayList<>();
  Task running = new Task("main", null);
  Stop stop;

  PlantedLoop(
      Bug bug, PlantedRuntime.Side side, Notice notice, PlantedWaits waits, Collection<Thing> things, PlantedTime time) {
    this.bug = bug;
    this.notice = notice;
    this.side = side;
    this.waits = waits;
    this.things = things;
    this.time = time;
  }

  void block(Task task, Thing thing, String result, long due) {
    task.on = thing;
    task.result = result;
    task.blocked = true;
    task.due = due;
    if (due != 0) {
      timers.add(task);
    }
  }

  /** The running task gives up its turn, and will continue with this result. */
  void pause(String result, int position) {
    running.on = null;
    running.result = result;
    running.due = 0;
    ready.add(position, running);
  }

  void wake(List<Task> woken, int position) {
    for (Task task : woken) {
      task.blocked = false;
      timers.remove(task);
    }
    ready.addAll(position, woken);
  }

  /** Ends a wrapped wait, on behalf of its owner. */
  void finish(Task owner, String result) {
    owner.inner = null;
    owner.result = result;
    wake(List.of(owner), ready.size());
  }

  /** Sets a flag, from any context. */
  void raise(Thing flag) {
    if (bug == Bug.FLAG_LOST_WITH_NOBODY && flag.waiters.isEmpty()) {
      return;
    }
    flag.set = true;
    flag.count++;
    flag.queued = bug == Bug.FLAG_QUEUED_TWICE ? flag.queued + 1 : 1;
    if (notice == Notice.AT_ONCE && bug != Bug.FLAGS_ONLY_WHEN_IDLE) {
      look();
    }
  }

  void consume(Thing flag) {
    flag.count--;
    flag.set = bug == Bug.FLAG_COUNTS && flag.count > 0;
  }

  private void look() {
    for (Thing flag : things) {
      for (; flag.queued > 0; flag.queued--) {
        boolean waits = !flag.waiters.isEmpty() && (flag.waiters.get(0).blocked || bug == Bug.FLAG_QUEUED_TWICE);
        if (flag.set && waits) {
          wake(List.copyOf(flag.waiters), ready.size());
          flag.set = bug != Bug.FLAG_CONSUMED_WHEN_NOTICED;
        }
      }
    }
  }

  void arm(Thing flag, long due) {
    arms.add(new Arm(flag, due));
  }

  /** Runs each armed interrupt whose time has come. */
  void deliver() {
    List<Arm> due = arms.stream().filter(arm -> arm.due <= time.nanoTime()).toList();
    arms.removeAll(due);
    due.forEach(arm -> raise(arm.flag));
  }

  /** Runs the loop until a task can reply, and returns that task; or null, and {@link #stop} says why. */
  Task next() {
    while (true) {
      deliver();
      if (turnsLeft <= 0 || ready.isEmpty()) {
        beginRound();
      }
      if (ready.isEmpty() || notice != Notice.ROUND && bug != Bug.FLAGS_ONLY_WHEN_IDLE) {
        look();
      }
      boolean sleeps = bug == Bug.SLEEPS_ALTHOUGH_READY && things.stream().anyMatch(this::awaited);
      if (ready.isEmpty() || sleeps) {
        if (!idle()) {
          return null;
        }
        continue;
      }
      turnsLeft--;
      Task task = ready.remove(0);
      if (!task.gone && waits.resumes(task)) {
        running = task;
        return task;
      }
    }
  }

  private boolean awaited(Thing thing) {
    return thing.isFlag && !thing.set && thing.waiters.stream().anyMatch(task -> task.blocked);
  }

  private void beginRound() {
    List<Task> due = new ArrayList<>(timers.stream().filter(task -> task.due <= time.nanoTime()).toList());
    due.sort((one, other) -> Long.compare(one.due, other.due));
    due.forEach(waits::expire);
    if (notice == Notice.ROUND && bug != Bug.FLAGS_ONLY_WHEN_IDLE) {
      look();
    }
    turnsLeft = ready.size();
    if (side == PlantedRuntime.Side.ANY_ORDER) {
      Collections.shuffle(ready, random);
    }
  }

  /**
   * Sleeps until the next timer or armed interrupt.
   *
   * @return false if there are no timers and no armed interrupts
   */
  private boolean idle() {
    if (bug == Bug.ENDS_WHEN_NOTHING_READY) {
      stop = Stop.ENDED;
      return false;
    }
    long next = Long.MAX_VALUE;
    for (Task task : timers) {
      next = Math.min(next, task.due);
    }
    for (Arm arm : arms) {
      next = Math.min(next, arm.due);
    }
    if (next == Long.MAX_VALUE) {
      boolean dead = things.stream().noneMatch(this::awaited) && side != PlantedRuntime.Side.IDLES_ON_DEADLOCK;
      stop = dead ? Stop.DEADLOCK : Stop.ASLEEP;
      return false;
    }
    time.pass(next - time.nanoTime());
    turnsLeft = 0;
    return true;
  }
}
