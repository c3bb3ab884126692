package dev.fanion.interleavings;

import dev.fanion.EventLoop;
import dev.fanion.LoopOptions;
import dev.fanion.Next;
import dev.fanion.Parker;
import dev.fanion.ThreadSafeFlag;
import java.util.concurrent.atomic.AtomicInteger;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Validate;

/**
 * The shipped flag and loop, as a structure with two operations. That a sleeping loop was not woken is asserted at the end,
 * not waited for: Lincheck lets a parked thread return at any time, so a lost wake-up would not hang.
 */
public final class ShippedFlag implements Parker {
  private final EventLoop loop = new EventLoop(LoopOptions.defaults().withTime(() -> 0, this));
  private final ThreadSafeFlag flag = new ThreadSafeFlag(loop, "f");
  private final AtomicInteger payload = new AtomicInteger();
  private volatile boolean unparked;

  /** What the last wait that returned saw of the payload. Loop only, as is the next. */
  private int seen;

  private boolean asleep;

  public ShippedFlag() {
    loop.startSteps(this::awaitAgain);
  }

  private Next<Void> awaitAgain() {
    return flag.await(() -> {
      seen = payload.get();
      return awaitAgain();
    });
  }

  @Operation
  public void set() {
    payload.incrementAndGet();
    flag.set();
  }

  @Operation(nonParallelGroup = "loop")
  public void round() {
    unparked = false;
    asleep = loop.runReady() > 0;
  }

  @Validate
  public void nothingIsLost() {
    if (asleep && !unparked && seen != payload.get()) {
      throw new IllegalStateException("the loop sleeps and nobody woke it");
    }
    loop.runReady();
    if (seen != payload.get()) {
      throw new IllegalStateException("a payload came without a signal");
    }
  }

  @Override
  public void park(long nanos) {
    throw new AssertionError("whoever calls runReady does not sleep");
  }

  @Override
  public void unpark() {
    unparked = true;
  }
}
