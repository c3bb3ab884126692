package dev.fanion.property;

import dev.fanion.CancelledException;
import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Task;
import dev.fanion.TimedOutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A main task that does random deeds to one event, and what becomes of those that wait on it. */
final class Waiters {
  /** What the main task can do. */
  enum Deed { WAIT, LIMITED_WAIT, SET, CLEAR, CANCEL, TURN, PASS }

  /** One deed; the number says which waiter, or how long. */
  record Step(Deed deed, int number) {}

  /** How a wait ended. */
  enum Ending { WOKEN, CANCELLED, TIMED_OUT }

  /** One wait, from its task's creation on. */
  static final class Wait {
    final int number;
    final long limit;
    final int setsBefore;
    Ending ending;
    boolean cancelled;
    long began;
    long ended;
    int setsAfter;
    Task<?> task;

    Wait(int number, long limit, int setsBefore) {
      this.number = number;
      this.limit = limit;
      this.setsBefore = setsBefore;
    }
  }

  private final JumpingTime time = new JumpingTime(0);
  private final EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(time, time));
  private final Event event = new Event(loop, "event");
  private final List<Wait> waits = new ArrayList<>();
  final List<Wait> ended = new ArrayList<>();
  private int sets;
  boolean expectedSet;
  boolean seenOtherwise;

  /** Does these deeds, then sets the event and lets everything end. */
  static Waiters after(List<Step> steps) {
    Waiters waiters = new Waiters();
    waiters.loop.run(() -> {
      steps.forEach(waiters::perform);
      waiters.set();
      waiters.loop.sleep(Duration.ofNanos(1_000_000));
    });
    return waiters;
  }

  private void perform(Step step) {
    switch (step.deed) {
      case WAIT -> join(0);
      case LIMITED_WAIT -> join(1 + step.number);
      case SET -> set();
      case CLEAR -> clear();
      case CANCEL -> cancel(step.number);
      case TURN -> loop.sleep(Duration.ZERO);
      case PASS -> loop.sleep(Duration.ofNanos(1 + step.number));
    }
    seenOtherwise |= event.isSet() != expectedSet;
  }

  private void set() {
    event.set();
    expectedSet = true;
    sets++;
  }

  private void clear() {
    event.clear();
    expectedSet = false;
  }

  private void cancel(int number) {
    List<Wait> open = waits.stream().filter(wait -> wait.ending == null).toList();
    if (!open.isEmpty()) {
      Wait chosen = open.get(number % open.size());
      chosen.cancelled = true;
      chosen.task.cancel();
    }
  }

  /** A new task begins to wait, which takes a turn. */
  private void join(long limit) {
    Wait wait = new Wait(waits.size(), limit, expectedSet ? sets - 1 : sets);
    waits.add(wait);
    wait.task = loop.spawn("waiter " + wait.number, () -> end(wait));
    loop.sleep(Duration.ZERO);
  }

  private void end(Wait wait) {
    wait.began = time.getAsLong();
    try {
      if (wait.limit > 0) {
        event.await(Duration.ofNanos(wait.limit));
      } else {
        event.await();
      }
      wait.ending = Ending.WOKEN;
    } catch (CancelledException e) {
      wait.ending = Ending.CANCELLED;
    } catch (TimedOutException e) {
      wait.ending = Ending.TIMED_OUT;
    }
    wait.ended = time.getAsLong();
    wait.setsAfter = sets;
    ended.add(wait);
  }

  /** How many tasks began to wait. */
  int begun() {
    return waits.size();
  }

  /** One thing of each wait that was woken, in the order in which they ran again. */
  <T> List<T> woken(Function<Wait, T> what) {
    return ended.stream().filter(wait -> wait.ending == Ending.WOKEN).map(what).toList();
  }
}
