package dev.fanion;

import org.jspecify.annotations.Nullable;

/**
 * One step of a stackless task: what the task does from one suspension to the next.
 *
 * @param <T> what the task ends with
 */
@FunctionalInterface
public interface Step<T extends @Nullable Object> {

  /**
   * Runs this step inside the loop, on the loop's thread.
   *
   * @return what an {@code await} or {@code sleep} of this step returned, or {@link Next#end}
   * @throws Exception to end the task with that exception
   */
  Next<T> run() throws Exception;
}
