package dev.fanion;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** A loop driven by its owner, a flag, and a main task that waits on it again and again; used for sample after sample. */
class Fixture {
  static final int NO_ENDING = -1;

  final RecordingParker parker = new RecordingParker();
  final EventLoop loop;
  final ThreadSafeFlag flag;

  /** Written by the setter before its set: a plain field, which only the flag's memory effects make visible. */
  int payload;

  /** What the first return of this sample saw of the payload. */
  int seen;

  /** How often the wait has returned in this sample. */
  int returns;

  /** How the first wait of this sample ended, in the words of Waiter. */
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

  /** Gives what was set, and can be found, the turns that it is due. For arbiters. */
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

  /** Whether a set is left when the first wait has ended, and is so by a return of a later wait. For arbiters. */
  final boolean isLeft() {
    return returns - (ending == Waiter.WOKEN ? 1 : 0) == 1;
  }

  /** For setters: whether all is in place that wakes the loop for this flag, whatever becomes of any other setter. */
  final boolean wakes(ThreadSafeFlag set) {
    return Shared.raised(set) && loop.hints.isMarked() && parker.unparked;
  }

  /** Makes the fields as before the sample, and tells whether the flag is clear as it was. */
  boolean rest() {
    payload = 0;
    seen = 0;
    returns = 0;
    ending = NO_ENDING;
    parker.unparked = false;
    return !Shared.raised(flag);
  }
}
