package dev.fanion;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A loop that its owner drives, a flag, and a main task that waits on the flag again and again. Sample after sample uses it. */
class Fixture {
  static final int NO_ENDING = -1;

  final RecordingParker parker = new RecordingParker();
  final EventLoop loop;
  final ThreadSafeFlag flag;

  /** The setter writes it before its set. It is plain: only the flag's memory effects make it visible. */
  int payload;

  /** What the first return of this sample saw of the payload. */
  int seen;

  /** How often the wait has returned in this sample. */
  int returns;

  /** How the first wait of this sample ended: a constant of Waiter. */
  int ending = NO_ENDING;

  /** The loop's time; loop only. */
  long now;

  final Step<@Nullable Void> returned = this::returned;
  private final Otherwise<@Nullable Void> otherwise = this::otherwise;

  /** The main task, once started. */
  Task<@Nullable Void> main;

  Fixture() {
    LongSupplier clock = () -> now;
    loop = new EventLoop(LoopOptions.defaults().withTime(clock, parker));
    flag = new ThreadSafeFlag(loop);
  }

  /** A fixture whose task is blocked and whose loop says that it sleeps. */
  static Fixture asleep() {
    return new Fixture().started();
  }

  Fixture started() {
    main = loop.startSteps(this::waits);
    loop.runReady();
    return this;
  }

  /** What the main task does whenever its wait has ended. */
  Next<@Nullable Void> waits() {
    return flag.await(returned, otherwise);
  }

  final Next<@Nullable Void> waitsFor(Duration limit) {
    return flag.await(limit, returned, otherwise);
  }

  private Next<@Nullable Void> returned() {
    if (ending == NO_ENDING) {
      ending = Waiter.WOKEN;
      seen = payload;
    }
    returns++;
    return waits();
  }

  private Next<@Nullable Void> otherwise(WaitException why) {
    if (ending == NO_ENDING) {
      ending = why instanceof CancelledException ? Waiter.CANCELLED : Waiter.TIMED_OUT;
    }
    return waits();
  }

  /** Runs the loop until each signal that it can find has ended its wait. For arbiters. */
  void settle() {
    loop.runReady();
    loop.runReady();
  }

  /** How the first wait of this sample ended, in the words of the spec. For arbiters. */
  final String ended() {
    return switch (ending) {
      case Waiter.WOKEN -> "woken";
      case Waiter.CANCELLED -> "cancelled";
      case Waiter.TIMED_OUT -> "timed-out";
      default -> "blocked";
    };
  }

  /** Whether the first wait left a signal, which shows by the return of a later wait. For arbiters. */
  final boolean isLeft() {
    return returns - (ending == Waiter.WOKEN ? 1 : 0) == 1;
  }

  /** Whether everything is in place that wakes the loop for this flag, whatever any other setter does. For setters. */
  final boolean wakes(ThreadSafeFlag set) {
    return Shared.raised(set) && loop.hints.isMarked() && parker.unparked;
  }

  /** Resets the fields, and returns whether the flag is clear again. */
  boolean rest() {
    payload = 0;
    seen = 0;
    returns = 0;
    ending = NO_ENDING;
    parker.unparked = false;
    return !Shared.raised(flag);
  }
}
