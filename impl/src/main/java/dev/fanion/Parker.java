package dev.fanion;

import java.util.Objects;

/**
 * How an idle loop sleeps, and how it is woken. The default parks the thread; a simulation moves its clock instead. An owner
 * that drives the loop by {@link EventLoop#runReady()} sleeps in its own way, and only has to be woken:
 * {@link #withWakeup(Runnable)}.
 */
public interface Parker {

  /**
   * The parker of a loop that its owner drives by {@link EventLoop#runReady()}. Its {@link #unpark()} runs {@code wakeup}; its
   * {@link #park} refuses, since {@code runReady} never sleeps. Any thread; bounded.
   *
   * @param wakeup makes the owner call {@code runReady} soon, also if the owner is about to fall asleep. It is under the
   *     contract of {@code unpark}: it is called on any thread, perhaps several times for one sleep, perhaps just after the
   *     loop has ended; it must not throw or block; and what comes before it must be visible to the owner that it wakes
   * @return a parker whose {@code park} throws an {@link IllegalStateException}, which ends a loop that {@code run} drives
   */
  static Parker withWakeup(Runnable wakeup) {
    return new WakeupParker(Objects.requireNonNull(wakeup, "wakeup"));
  }

  /**
   * Blocks the calling thread, which is the loop's, until {@link #unpark()} is called or the time has passed. It may return
   * early at any time. If {@code unpark} was called since the last {@code park}, it returns at once.
   *
   * <p>An exception that it throws ends the loop: the tasks are cancelled, and the exception leaves {@code run}. So a
   * simulation can end a run in which nothing more will happen.
   *
   * @param nanos the time in nanoseconds, more than 0; {@link Long#MAX_VALUE} means for ever
   */
  void park(long nanos);

  /**
   * Wakes the loop. {@link ThreadSafeFlag#set()} calls it on any thread when it finds the loop asleep, perhaps several times
   * for one sleep, perhaps just after the loop has ended. It must not throw or block. Everything before {@code unpark} must be
   * visible to the thread that it wakes.
   */
  void unpark();
}
