package dev.fanion.property;

import dev.fanion.CancelledException;
import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Task;
import dev.fanion.ThreadSafeFlag;
import dev.fanion.TimedOutException;
import dev.fanion.WaitException;
import dev.fanion.property.Waiters.Step;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A main task that does random deeds to one flag, and a check that its signal is there exactly when it should be. */
final class FlagWaits {
  private final Class<? extends WaitException> consuming;
  private final JumpingTime time = new JumpingTime(0);
  private final EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(time, time));
  private final ThreadSafeFlag flag = new ThreadSafeFlag(loop, "flag");
  private @Nullable Task<?> waiter;

  /** The expected signal: set() raises it; clear() and the return of a wait lower it; nothing else changes it. */
  private boolean signal;

  int consumed;
  int keptByAnEnding;
  int seenOtherwise;

  private FlagWaits(Class<? extends WaitException> consuming) {
    this.consuming = consuming;
  }

  /**
   * Does these deeds.
   *
   * @param consuming the mistake: a wait with this ending consumes; WaitException for no mistake
   */
  static FlagWaits after(List<Step> steps, Class<? extends WaitException> consuming) {
    FlagWaits waits = new FlagWaits(consuming);
    waits.loop.run(() -> steps.forEach(waits::perform));
    return waits;
  }

  private void perform(Step step) {
    switch (step.deed()) {
      case WAIT -> join(0);
      case LIMITED_WAIT -> join(1 + step.number());
      case SET -> {
        flag.set();
        signal = true;
      }
      case CLEAR -> {
        flag.clear();
        signal = false;
      }
      case CANCEL -> {
        if (waiter != null) {
          waiter.cancel();
        }
      }
      case TURN -> loop.sleep(Duration.ZERO);
      case PASS -> loop.sleep(Duration.ofNanos(1 + step.number()));
      case HOG -> time.pass(1 + step.number());
    }
    look();
  }

  private void look() {
    seenOtherwise += flag.toString().contains("[set") == signal ? 0 : 1;
  }

  private void join(long limit) {
    if (waiter == null) {
      waiter = loop.spawn("waiter", () -> await(limit));
      loop.sleep(Duration.ZERO);
    }
  }

  private void await(long limit) {
    boolean atOnce = signal;
    try {
      if (limit == 0) {
        flag.await();
      } else {
        flag.await(Duration.ofNanos(limit));
      }
      signal = false;
      consumed++;
    } catch (CancelledException | TimedOutException why) {
      keptByAnEnding += signal ? 1 : 0;
      seenOtherwise += atOnce ? 1 : 0; // it was set when it was called
      if (consuming.isInstance(why) && consuming != WaitException.class) {
        flag.clear();
      }
    } finally {
      waiter = null;
      look();
    }
  }
}
