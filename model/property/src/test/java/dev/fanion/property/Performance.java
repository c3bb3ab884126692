package dev.fanion.property;

import dev.fanion.DeadlockException;
import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Task;
import dev.fanion.TaskFailedException;
import dev.fanion.ThreadSafeFlag;
import dev.fanion.property.Program.Deed;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One run of a program, with everything that was observed in it. A subclass chooses the form of the tasks. */
abstract class Performance {
  private static final int OBJECTS = 2;
  private static final int TASKS = 9;

  /** How the loop is driven. */
  enum Drive { ITSELF, BY_HAND, BY_HAND_TOO_EARLY_TOO, BY_HAND_AND_LATE }

  final Program program;
  final IdleTime time;
  final EventLoop loop;
  private final List<Event> events;
  private final List<ThreadSafeFlag> flags;
  private final List<Task<?>> tasks = new ArrayList<>();
  private final List<String> log = new ArrayList<>();
  private int interrupts;

  Performance(Program program) {
    this.program = program;
    time = new IdleTime(program.interrupts(), () -> flag(interrupts++).set());
    loop = new EventLoop(LoopOptions.defaults().withTime(time, time).withErrors((task, error) -> log("reported", task, error)));
    events = IntStream.range(0, OBJECTS).mapToObj(i -> new Event(loop, "e" + i)).toList();
    flags = IntStream.range(0, OBJECTS).mapToObj(i -> new ThreadSafeFlag(loop, "f" + i)).toList();
  }

  abstract Task<?> spawn(String name, List<Deed> part);

  abstract Task<?> start(List<Deed> part);

  abstract void run(List<Deed> part);

  final Event event(int number) {
    return events.get(number % OBJECTS);
  }

  final ThreadSafeFlag flag(int number) {
    return flags.get(number % OBJECTS);
  }

  final @Nullable Task<?> task(int number) {
    return tasks.isEmpty() ? null : tasks.get(number % tasks.size());
  }

  static Duration nanos(Deed deed) {
    return Duration.ofNanos(deed.number());
  }

  final void log(Object... what) {
    StringBuilder line = new StringBuilder().append(time.getAsLong());
    for (Object part : what) {
      line.append(' ').append(part);
    }
    log.add(line.toString());
  }

  final void ended(Deed deed, Object how) {
    log(loop.currentTask().name(), deed, how);
  }

  /**
   * Does a deed that does not suspend.
   *
   * @return false if the deed suspends
   */
  final boolean doAtOnce(Deed deed) {
    switch (deed.verb()) {
      case SET -> event(deed.number()).set();
      case CLEAR -> event(deed.number()).clear();
      case SET_FLAG -> flag(deed.number()).set();
      case CLEAR_FLAG -> flag(deed.number()).clear();
      case PASS -> time.pass(deed.number());
      case FAIL -> throw new ArithmeticException("failed " + deed.number());
      case CANCEL -> {
        Task<?> chosen = task(deed.number());
        if (chosen != null && chosen != loop.currentTask()) {
          chosen.cancel();
        }
      }
      case SPAWN -> {
        if (tasks.size() < TASKS) {
          tasks.add(spawn("t" + tasks.size(), program.part(deed.number())));
        }
      }
      default -> {
        return false;
      }
    }
    ended(deed, events + " " + flags);
    return true;
  }

  /** Everything that was observed. */
  final List<String> observations(Drive drive) {
    try {
      if (drive == Drive.ITSELF) {
        run(program.part(0));
      } else {
        drive(start(program.part(0)), drive);
      }
      log("ended");
    } catch (TaskFailedException failed) {
      log("failed with", failed.getCause());
    } catch (DeadlockException | ArithmeticException thrown) {
      log("failed with", thrown);
    }
    log(loop, events, flags, tasks);
    return log;
  }

  private void drive(Task<?> main, Drive drive) {
    for (long due = loop.runReady(); due >= 0; due = loop.runReady()) {
      if (due > 0 && drive == Drive.BY_HAND_TOO_EARLY_TOO) {
        time.parkTooShort(due);
        due = loop.runReady();
      } else if (due > 0 && due < Long.MAX_VALUE && drive == Drive.BY_HAND_AND_LATE) {
        due++;
      }
      if (due > 0) {
        time.park(due);
      }
    }
    main.result();
  }
}
