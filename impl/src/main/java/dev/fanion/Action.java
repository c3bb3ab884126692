package dev.fanion;

/** The body of a direct task that ends without a value. */
@FunctionalInterface
public interface Action {

  /**
   * Runs the task, inside the loop, on the task's own thread.
   *
   * @throws Exception to end the task with that exception
   */
  void run() throws Exception;
}
