package dev.fanion;

/**
 * How an idle loop sleeps, and how it is woken. The default parks the thread; a simulation moves its clock instead; the
 * owner of another loop, a selector say, sleeps and is woken in that loop's way.
 */
public interface Parker {

  /**
   * Blocks the calling thread, the loop's, until {@link #unpark()} or until the time has passed. It may return early at any
   * time. An {@code unpark} since the last {@code park} makes it return at once.
   *
   * <p>What it throws ends the loop: the tasks are cancelled, and the exception leaves {@code run}. So a simulation can end
   * a run in which nothing more will happen.
   *
   * @param nanos the time in nanoseconds, more than 0; {@link Long#MAX_VALUE} is for ever
   */
  void park(long nanos);

  /**
   * Wakes the loop. Called by {@link ThreadSafeFlag#set()} on any thread when it finds the loop asleep, perhaps several
   * times over, perhaps just after the loop has ended. It must not throw or block. Everything before {@code unpark} must
   * be visible to the thread that it wakes.
   */
  void unpark();
}
