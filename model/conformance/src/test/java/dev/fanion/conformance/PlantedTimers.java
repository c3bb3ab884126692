package dev.fanion.conformance;

import dev.fanion.conformance.PlantedLoop.Thing;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** What the loop of the planted runtime knows of time: sleeps, limits and armed interrupts. */
final class PlantedTimers {
  /** A stale timer is one that was not called off: its time is not the time of what the task does now. */
  record Timer(PlantedTask task, long due, int number, int turn) {
    boolean isStale() {
      return due != task.due;
    }
  }

  private record Arm(Thing flag, long due) {}

  private static final long NEVER = Long.MAX_VALUE;
  private static final long SHORT_LIMIT = 3_000_000;
  private static final long LONGEST = 5_000_000;
  private static final long SOON = 50_000_000;
  private static final int NUMBERS = 8;
  private static final long MOMENT = 4_000_000;
  private static final long MILLISECOND = 1_000_000;
  private static final long MICROSECOND = 1_000;
  private static final int ARMS = 4;
  private static final int POOL = 9;
  private static final int PACKED = 32;
  private static final int PAIR = 2;

  private final Bug bug;
  final PlantedTime time;
  private final List<Timer> timers = new ArrayList<>();
  private final List<Arm> arms = new ArrayList<>();
  private long round;
  private final PlantedHeap heap = new PlantedHeap();
  private int numbers;
  private int calledOff;
  int calledOffInTurn;

  PlantedTimers(Bug bug, PlantedTime time) {
    this.bug = bug;
    this.time = time;
    round = time.nanoTime();
  }

  /** The time at which a sleep ends that begins now. */
  long endOfSleep(long nanos) {
    return switch (bug) {
      case SLEEP_ENDS_AFTER_TWO_THIRDS -> time.nanoTime() + nanos * 2 / 3;
      default -> end(nanos);
    };
  }

  /** The time at which a wait with this limit ends that begins now; 0 for no limit. */
  long endOfLimit(long nanos) {
    if (nanos == 0) {
      return 0;
    }
    return switch (bug) {
      case LIMIT_ENDS_AFTER_TWO_THIRDS -> time.nanoTime() + nanos * 2 / 3;
      case LONG_LIMIT_NEVER_FIRES -> nanos > SHORT_LIMIT ? NEVER : end(nanos);
      default -> end(nanos);
    };
  }

  private long end(long nanos) {
    return switch (bug) {
      case CLOCK_READ_ONCE_A_ROUND -> round + nanos;
      case LONG_TIMES_ARE_CUT -> time.nanoTime() + Math.min(nanos, LONGEST);
      case TIMES_OF_16_BITS -> time.nanoTime() + nanos % (MILLISECOND << Short.SIZE);
      case MICROSECONDS_OF_32_BITS -> time.nanoTime() + nanos % (MICROSECOND << Integer.SIZE);
      case NANOSECONDS_OF_32_BITS -> time.nanoTime() + nanos % (1L << Integer.SIZE);
      default -> time.nanoTime() + nanos;
    };
  }

  void add(PlantedTask task) {
    Timer timer = new Timer(task, task.due, numbers++, task.turns);
    if (bug == Bug.TIMERS_CHANGED_IN_PLACE && heap.change(task, timer)) {
      return;
    }
    if (isHeap()) {
      heap.add(timer);
    } else if (bug != Bug.NINE_TIMES || timers.size() + arms.size() < POOL) {
      timers.add(timer);
    }
  }

  /** The task suspends again, so that what was not called off is called off now. */
  void suspends(PlantedTask task) {
    if (task.lazyTimer) {
      timers.removeIf(timer -> timer.task == task);
      task.lazyTimer = false;
    }
  }

  private boolean isHeap() {
    return bug == Bug.TIMERS_SIFTED_DOWN_ONLY || bug == Bug.TIMERS_CHANGED_IN_PLACE;
  }

  /** The task waits no longer. */
  void callOff(PlantedTask task) {
    boolean waits = task.on != null || task.wrapped;
    if (bug == Bug.FOUR_TIMERS_CALLED_OFF && task.due != 0 && ++calledOffInTurn > ARMS) {
      return;
    }
    if (bug == Bug.TIMERS_ARE_PACKED_BY_32 && task.due != 0 && ++calledOff % PACKED == 0 && timers.size() > 1) {
      timers.stream().filter(timer -> timer.task != task).reduce((a, b) -> b).ifPresent(timers::remove);
    }
    if (bug == Bug.TIMER_NUMBERS_OF_3_BITS) {
      timers.stream().filter(timer -> timer.task == task).findFirst().ifPresent(own -> timers.stream()
          .filter(timer -> timer.number % NUMBERS == own.number % NUMBERS).max(Comparator.comparingInt(Timer::number))
          .ifPresent(timers::remove));
    } else if (bug == Bug.TIMERS_SIFTED_DOWN_ONLY) {
      heap.remove(task);
    } else if (bug == Bug.TIMERS_OF_A_MOMENT_GO_TOGETHER) {
      long first = timers.stream().mapToLong(Timer::due).min().orElse(NEVER);
      timers.removeIf(timer -> timer.task == task || task.due == first && timer.due - first < MOMENT);
    } else if (bug == Bug.TURNS_ARE_COUNTED_BY_4_BITS && !waits) {
      task.due = 0; // it goes on, and is known to be stale
    } else if (bug == Bug.LIMIT_OUTLIVES_ITS_TASK && waits) {
      task.lazyTimer = true;
    } else if (bug != (waits ? Bug.LIMIT_IS_NOT_CALLED_OFF : Bug.SLEEP_IS_NOT_CALLED_OFF)) {
      timers.removeIf(timer -> timer.task == task);
    }
  }

  void arm(Thing flag, long nanos) {
    if (bug == Bug.ONE_ARM_AT_A_TIME) {
      arms.clear();
    } else if (bug == Bug.FOUR_ARMS && arms.size() == ARMS || bug == Bug.NINE_TIMES && timers.size() + arms.size() >= POOL) {
      return;
    }
    if (bug != Bug.SECOND_ARM_IS_LOST || !flag.armed) {
      boolean never = bug == Bug.LATE_ARM_NEVER_COMES && nanos > SOON;
      arms.add(new Arm(flag, never ? NEVER : time.nanoTime() + nanos));
    }
    flag.armed = true;
  }

  /** Whether an interrupt is yet to come. */
  boolean isArmed() {
    return !arms.isEmpty();
  }

  /** The flag's armed interrupts do not come any more. */
  void callOff(Thing flag) {
    arms.removeIf(arm -> arm.flag == flag);
  }

  /** Begins a round: takes the timers whose time is up. */
  List<Timer> expired() {
    round = time.nanoTime();
    if (isHeap()) {
      return heap.until(round).stream().filter(timer -> timer.task.blocked && !timer.isStale()).toList();
    }
    Stream<Timer> looked = bug == Bug.TIMERS_IN_THE_ORDER_OF_CALLS
        ? timers.stream().takeWhile(timer -> timer.due <= round) : timers.stream();
    List<Timer> due =
        looked.filter(timer -> timer.due <= round).sorted(Comparator.comparingLong(Timer::due)).toList();
    due = bug == Bug.ONE_TIMER_A_ROUND ? due.subList(0, Math.min(1, due.size())) : due;
    timers.removeAll(due);
    return due;
  }

  /** Takes the flags whose armed interrupt has come. */
  Collection<Thing> interrupts() {
    List<Arm> due = arms.stream().filter(arm -> arm.due <= time.nanoTime()).toList();
    arms.removeAll(due);
    if (bug == Bug.TWO_ARMS_OF_A_MOMENT && due.size() > PAIR) {
      long moment = due.get(0).due + MOMENT;
      due = Stream.concat(due.stream().limit(PAIR), due.stream().skip(PAIR).filter(arm -> arm.due > moment)).toList();
    }
    return due.stream().map(Arm::flag).toList();
  }

  /**
   * Sleeps until the next timer or armed interrupt.
   *
   * @return false if there are no more
   */
  boolean sleep() {
    int looked = bug == Bug.TIMERS_IN_THE_ORDER_OF_CALLS ? 1 : timers.size();
    long next = Stream.concat(timers.stream().limit(looked), heap.first().stream()).mapToLong(Timer::due).min().orElse(NEVER);
    if (next == NEVER || bug != Bug.INTERRUPT_DOES_NOT_WAKE_A_TIMED_SLEEP) {
      next = Math.min(next, arms.stream().mapToLong(Arm::due).min().orElse(NEVER));
    }
    if (next == NEVER) {
      return false;
    }
    time.pass(next - time.nanoTime());
    return true;
  }

  /** The interrupts of an earlier run, whose flags have these names, come to the flags that have these names now. */
  void inherit(PlantedTimers earlier, Map<String, Thing> then, Map<String, Thing> now) {
    then.forEach((name, flag) -> earlier.arms.stream().filter(arm -> arm.flag == flag && now.containsKey(name))
        .forEach(arm -> arms.add(new Arm(now.get(name), arm.due))));
  }

  boolean nothingArmed() {
    return arms.isEmpty();
  }
}
