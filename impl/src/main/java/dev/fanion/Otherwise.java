package dev.fanion;

import org.jspecify.annotations.Nullable;

/**
 * The step of a stackless task that follows a wait which did not end by what it waited for.
 *
 * @param <T> what the task ends with
 */
@FunctionalInterface
public interface Otherwise<T extends @Nullable Object> {

  /**
   * Runs this step inside the loop, on the loop's thread.
   *
   * @param why how the wait ended; this exception has no stack trace
   * @return as for {@link Step#run()}
   * @throws Exception to end the task with that exception
   */
  Next<T> run(WaitException why) throws Exception;
}
