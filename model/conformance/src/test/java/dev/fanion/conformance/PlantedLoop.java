package dev.fanion.conformance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;

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

  /** An event or a flag. A flag has at most one waiter, from the call of the wait until the end of the wait. */
  static final class Thing {
    final boolean isFlag;
    boolean set;
    int count;
    int queued;
    int sets;
    int wakes;
    int interrupts;
    int holes;
    int refused;
    boolean armed;
    /** Whether it was last set by an interrupt, and whether that interrupt was an armed one. */
    boolean byInterrupt;
    boolean byArm;
    /** Whether a wait for it has timed out. */
    boolean timedOut;
    /** How many of its waits had a limit. */
    int limits;
    /** How many of its waiters were woken, and the names of those that were cancelled and have ended. */
    int head;
    final List<String> dead = new ArrayList<>();
    /** Whom the next set forgets, and whether those who wait are to be woken later. */
    PlantedTask skipped;
    boolean wakesLater;
    List<PlantedTask> waiters = new ArrayList<>();

    Thing(boolean isFlag) {
      this.isFlag = isFlag;
    }

    /** How often it was set in a turn, and which turn that is. */
    int inTurn;
    int turn = -1;

    void lower() {
      set = false;
      count = 0;
    }
  }

  /** Why no task runs any more: the run ended by mistake, nothing can wake the main task, or the loop sleeps for ever. */
  enum Stop { ENDED, DEADLOCK, ASLEEP }

  private static final int TO_YIELDERS = 7;
  private static final int MORE = 4;
  private static final int NUMBERS = 4;
  private static final int BITS_8 = 256;

  private final Bug bug;
  private final Notice notice;
  private final Sides sides;
  private final PlantedWaits waits;
  private final Collection<Thing> things;
  final PlantedTime time;
  final Random random;
  final PlantedTimers timers;
  private int turnsLeft;
  /** How many turns in this round, more than its tasks, those have had who jump the queue. */
  private int more;
  int turns;
  final List<PlantedTask> ready = new ArrayList<>();
  PlantedTask running = new PlantedTask("main", null);
  Stop stop;
  /** How many cancellations there were in this turn. */
  int cancels;
  /** How many events were set in this turn, and how many waiters of flags cancelled. */
  int setEvents;
  int cancelledOnFlags;
  /** How many interrupts have come in this turn, and whom a set woke last. */
  int interrupts;
  PlantedTask lastWoken;

  PlantedLoop(
      Bug bug, Sides sides, Notice notice, PlantedWaits waits, Collection<Thing> things, PlantedTime time,
      Random random) {
    this.bug = bug;
    this.notice = notice;
    this.sides = sides;
    this.waits = waits;
    this.things = things;
    this.time = time;
    this.random = random;
    timers = new PlantedTimers(bug, time);
  }

  void block(PlantedTask task, Thing thing, String result, long due) {
    task.on = thing;
    task.wrapped = false;
    task.result = result;
    task.blocked = true;
    task.cancelledOn = null;
    timers.suspends(task);
    task.due = due;
    task.hasLimit = due != 0;
    if (due != 0) {
      timers.add(task);
    }
  }

  /** The running task gives up its turn, and will continue with this result. */
  void pause(String result, int position) {
    running.on = null;
    running.wrapped = false;
    running.result = result;
    running.due = 0;
    timers.suspends(running);
    ready.add(position, running);
  }

  /** The running task's call is over when this one has had a turn. Returns null: the running task is suspended. */
  String runInside(PlantedTask task) {
    pause("ok", 0);
    ready.remove(task);
    ready.add(0, task);
    return null;
  }

  void wake(List<PlantedTask> woken, int position) {
    for (PlantedTask task : woken) {
      task.blocked = false;
      timers.callOff(task);
    }
    ready.addAll(position, woken);
  }

  /** Whether the time of a task is up, and the loop has not yet seen that. */
  boolean isOver(PlantedTask task) {
    PlantedTask limited = task.limited();
    return limited.blocked && limited.due != 0 && limited.due <= time.nanoTime();
  }

  /** Ends a wrapped wait, on behalf of its owner. */
  void finish(PlantedTask owner, String result) {
    owner.inner = null;
    owner.result = result;
    wake(List.of(owner), ready.size());
  }

  /** Sets a flag, from any context. */
  void raise(Thing flag) {
    if (bug == Bug.FLAG_LOST_WITH_NOBODY && flag.waiters.isEmpty()) {
      return;
    }
    flag.inTurn = flag.turn == turns ? flag.inTurn + 1 : 1;
    flag.turn = turns;
    flag.set = bug != Bug.FLAG_OF_8_BITS || flag.inTurn % BITS_8 != 0;
    flag.count++;
    flag.queued = bug == Bug.FLAG_QUEUED_TWICE ? flag.queued + 1 : 1;
    if (notice == Notice.AT_ONCE && bug != Bug.FLAGS_ONLY_WHEN_IDLE) {
      look();
    }
  }

  /** How many events, or flags, have waiters. */
  long waitedFor(boolean flags) {
    return things.stream().filter(thing -> thing.isFlag == flags && !thing.waiters.isEmpty()).count();
  }

  void consume(Thing flag) {
    flag.count--;
    boolean kept = bug == Bug.FLAG_COUNTS && flag.count > 0 || bug == Bug.COUNTED_OUT && flag.timedOut;
    flag.set = flag.set && kept;
  }

  private void look() {
    boolean[] noticed = new boolean[NUMBERS];
    int number = 0;
    int pending = 0;
    for (Thing flag : things) {
      if (flag.queued > 0 && ++pending > NUMBERS && bug == Bug.FOUR_FLAGS_SET) {
        flag.queued = 0;
      }
      number = flag.isFlag ? (number + 1) % NUMBERS : number;
      boolean lost = bug == Bug.NOTICED_BY_NUMBERS_OF_2_BITS && noticed[number];
      noticed[number] |= flag.queued > 0;
      flag.queued = lost ? 0 : flag.queued;
      if (flag.byArm && bug == Bug.ARM_IS_NOTICED_ONLY_WHEN_IDLE && !ready.isEmpty()) {
        continue;
      }
      for (; flag.queued > 0; flag.queued--) {
        notice(flag);
      }
    }
  }

  private void notice(Thing flag) {
    List<PlantedTask> waiters = bug == Bug.ONE_DOORBELL ? things.stream().filter(thing -> thing.isFlag)
        .flatMap(thing -> thing.waiters.stream()).filter(task -> task.blocked).toList() : List.copyOf(flag.waiters);
    boolean waits = !waiters.isEmpty() && (waiters.get(0).blocked || bug == Bug.FLAG_QUEUED_TWICE);
    boolean looksLater = bug == Bug.LIMIT_LOOKS_ONLY_AT_THE_END && waits && waiters.get(0).limited().due != 0;
    if (flag.set && waits && !looksLater) {
      wake(waiters, sides.has(PlantedRuntime.Side.FLAG_WAITER_FIRST) && jumps() ? 0 : ready.size());
      waiters.get(0).holds = sides.has(PlantedRuntime.Side.SIGNAL_HANDED);
      flag.set = bug != Bug.FLAG_CONSUMED_WHEN_NOTICED && !sides.has(PlantedRuntime.Side.SIGNAL_HANDED);
    }
  }

  /** A task acts: each armed interrupt whose time has come runs first. */
  void deliver() {
    interrupts(true);
  }

  /** The place behind the last of such ready tasks; else the end. */
  int behindTheLast(Predicate<PlantedTask> such) {
    return IntStream.range(0, ready.size()).filter(i -> such.test(ready.get(i))).map(i -> i + 1).max().orElse(ready.size());
  }

  /** The place of the first task that was woken in this turn by an event whose name comes later; else the end. */
  int inFrontOfTheLater(String name) {
    return IntStream.range(0, ready.size())
        .filter(i -> ready.get(i).wokenIn == turns && ready.get(i).wokenBy.compareTo(name) > 0).findFirst().orElse(ready.size());
  }

  private void interrupts(boolean busy) {
    List<Thing> come = List.copyOf(timers.interrupts());
    boolean one = busy && bug == Bug.LAST_ARM_WINS_WHEN_BUSY && !come.isEmpty();
    for (Thing flag : one ? come.subList(come.size() - 1, come.size()) : come) {
      if (!busy || bug != Bug.ARM_IS_LOST_WHEN_BUSY) {
        flag.byInterrupt = true;
        flag.byArm = true;
        raise(flag);
      }
    }
  }

  /** Runs the loop until a task can reply, and returns that task; or null, and {@link #stop} says why. */
  PlantedTask next() {
    interrupts = 0;
    cancels = 0;
    setEvents = 0;
    timers.calledOffInTurn = 0;
    cancelledOnFlags = 0;
    while (true) {
      interrupts(!ready.isEmpty());
      if (turnsLeft <= 0 || ready.isEmpty()) {
        beginRound();
      }
      if (ready.isEmpty() || notice != Notice.ROUND && bug != Bug.FLAGS_ONLY_WHEN_IDLE) {
        look();
      }
      if (reportsTooEarly()) {
        stop = Stop.DEADLOCK;
        return null;
      }
      boolean sleeps = bug == Bug.SLEEPS_ALTHOUGH_READY && things.stream().anyMatch(this::awaited);
      if (ready.isEmpty() || sleeps) {
        if (!idle()) {
          return null;
        }
        continue;
      }
      turnsLeft--;
      PlantedTask task = ready.remove(next(turns++));
      task.yields = false;
      if (task.cancels != null) {
        task = task.cancels;
        if (!task.gone) {
          waits.cancelNow(task);
          int place = ready.indexOf(task); // it runs in this turn, wherever its own place was
          if (place >= 0) {
            ready.remove(place);
            turnsLeft -= place < turnsLeft ? 1 : 0;
          }
        }
      }
      if (!task.gone && waits.resumes(task)) {
        running = task;
        task.turns++;
        return task;
      }
    }
  }

  /** Whether one more may run in this round than its tasks: an open order has a bound. */
  private boolean jumps() {
    turnsLeft += more < MORE ? 1 : 0;
    return more++ < MORE;
  }

  /** The place of the task that runs next. Others pass over whoever has yielded, where they may, but for a turn now and then. */
  private int next(int turn) {
    if (sides.has(PlantedRuntime.Side.NEWEST_FIRST) && ready.size() > turnsLeft + 1 && jumps()) {
      return ready.size() - 1;
    }
    int passing = IntStream.range(0, ready.size()).filter(i -> !ready.get(i).yields).findFirst().orElse(0);
    return turn % TO_YIELDERS == 0 ? 0 : passing;
  }

  /** Whether the run is reported as a deadlock by mistake: a task has ended, and the only one that is ready does not count. */
  private boolean reportsTooEarly() {
    return bug == Bug.REPORT_FORGETS_THE_LAST_READY && ready.size() == 1 && running.gone;
  }

  private boolean awaited(Thing thing) {
    return thing.isFlag && !thing.set && thing.waiters.stream().anyMatch(task -> task.blocked);
  }

  private void beginRound() {
    things.stream().filter(thing -> thing.wakesLater).forEach(thing -> {
      thing.wakesLater = false;
      wake(List.copyOf(thing.waiters), ready.size());
      thing.waiters.clear();
    });
    if (!sides.has(PlantedRuntime.Side.TIMERS_IDLE) || ready.isEmpty()) {
      waits.expired = 0;
      timers.expired().forEach(waits::expire);
    }
    if (notice == Notice.ROUND && bug != Bug.FLAGS_ONLY_WHEN_IDLE) {
      look();
    }
    turnsLeft = ready.size();
    more = 0;
    if (sides.has(PlantedRuntime.Side.ANY_ORDER)) {
      Collections.shuffle(ready, random);
    } else if (sides.has(PlantedRuntime.Side.NEW_TASKS_LAST_FIRST)) {
      List<PlantedTask> begun = ready.stream().filter(task -> !task.result.equals("started")).toList();
      ready.removeAll(begun);
      Collections.reverse(ready);
      ready.addAll(begun);
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
    boolean reports = things.stream().noneMatch(this::awaited) && !sides.has(PlantedRuntime.Side.IDLES_ON_DEADLOCK);
    if (bug == Bug.REPORT_FORGETS_TIMERS && reports && timers.nothingArmed() || !timers.sleep()) {
      stop = reports ? Stop.DEADLOCK : Stop.ASLEEP;
      return false;
    }
    turnsLeft = 0;
    return true;
  }
}
