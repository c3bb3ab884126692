package dev.fanion.property;

import dev.fanion.CancelledException;
import dev.fanion.Event;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.TimedOutException;
import dev.fanion.property.Wait.Ending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A main task that does random deeds to one event, and what happens to the waiters. */
final class Waiters {
  /** What the main task can do. */
  enum Deed { WAIT, LIMITED_WAIT, SET, CLEAR, CANCEL, TURN, PASS, HOG }

  /** One deed; the number chooses the wait, or the time. */
  record Step(Deed deed, int number) {}

  private final Mistake mistake;
  private final JumpingTime time = new JumpingTime(0);
  private final EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(time, time));
  private final Event event = new Event(loop, "event");
  final List<Wait> begun = new ArrayList<>();
  final List<Wait> ended = new ArrayList<>();
  private int sets;
  private boolean expectedSet;

  /** How often the event differed from its last set or clear. */
  int seenOtherwise;

  private Waiters(Mistake mistake) {
    this.mistake = mistake;
  }

  /** Does these deeds, then sets the event and lets everything end. */
  static Waiters after(List<Step> steps, Mistake mistake) {
    Waiters waiters = new Waiters(mistake);
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
      case HOG -> time.pass(1 + step.number);
    }
    look();
  }

  private void look() {
    seenOtherwise += event.isSet() == expectedSet ? 0 : 1;
  }

  private void set() {
    event.set();
    expectedSet = true;
    sets++;
    for (Wait wait : open()) {
      boolean blocked = wait.wokenBy == 0 && wait.cancels == 0 && !wait.isOverdue(time.getAsLong());
      wait.wokenBy = blocked ? sets : wait.wokenBy;
    }
  }

  private void clear() {
    event.clear();
    expectedSet = false;
  }

  private List<Wait> open() {
    return begun.stream().filter(Wait::isOpen).toList();
  }

  private void cancel(int number) {
    List<Wait> open = open();
    if (!open.isEmpty()) {
      Wait chosen = open.get(number % open.size());
      chosen.cancels++;
      chosen.task.cancel();
      if (mistake == Mistake.CANCEL_TAKES_ANOTHER_TOO) {
        open.get((number + 1) % open.size()).task.cancel();
      } else if (mistake == Mistake.CANCEL_SETS_THE_EVENT) {
        event.set();
      }
    }
  }

  /** A new task begins to wait, which takes a turn. It waits again after its first cancellation. */
  private void join(long limit) {
    loop.spawn("waiter " + begun.size(), () -> {
      Wait first = await(limit);
      if (first.was(Ending.CANCELLED)) {
        await(mistake == Mistake.EACH_CANCEL_ENDS_A_WAIT && first.cancels > 1 ? -1 : 0);
      }
    });
    loop.sleep(Duration.ZERO);
  }

  private Wait await(long limit) {
    Wait wait = new Wait(begun.size(), limit, loop.currentTask(), event.isSet(), time.getAsLong(), sets);
    begun.add(wait);
    Ending ending = ending(limit);
    if (ending == Ending.CANCELLED && mistake == Mistake.CANCEL_LOSES_TO_AN_EARLIER_WAKE && wait.wokenBy > 0) {
      ending = Ending.WOKEN;
    } else if (ending == Ending.CANCELLED && mistake == Mistake.A_LIMIT_SWALLOWS_THE_CANCEL && limit > 0) {
      ending = Ending.TIMED_OUT;
    } else if (ending == Ending.CANCELLED && mistake == Mistake.CANCEL_COSTS_THE_PLACE) {
      loop.sleep(Duration.ZERO);
    } else if (ending == Ending.TIMED_OUT && mistake == Mistake.TIME_OUT_CLEARS_THE_EVENT) {
      event.clear();
    }
    wait.ending = ending;
    wait.ended = time.getAsLong();
    wait.setsAfter = sets;
    ended.add(wait);
    look();
    return wait;
  }

  private Ending ending(long limit) {
    if (mistake == Mistake.TIMES_OUT_ON_A_SET_EVENT && limit > 0 && event.isSet()) {
      return Ending.TIMED_OUT;
    }
    try {
      if (limit < 0) {
        return Ending.CANCELLED; // EACH_CANCEL_ENDS_A_WAIT
      } else if (limit == 0) {
        event.await();
      } else {
        event.await(Duration.ofNanos(mistake == Mistake.TIMES_OUT_TOO_EARLY ? limit / 2 : limit));
      }
      return Ending.WOKEN;
    } catch (CancelledException e) {
      return Ending.CANCELLED;
    } catch (TimedOutException e) {
      return Ending.TIMED_OUT;
    }
  }
}
