package dev.fanion;

import java.util.List;

/**
 * Nothing can ever wake the main task: no task is ready, no time limit or sleep is pending, and no task waits on a flag. The
 * message names each blocked task and what it waits for.
 */
public final class DeadlockException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Task<?>> tasks;

  DeadlockException(List<Task<?>> tasks) {
    super(message(tasks));
    this.tasks = tasks;
  }

  /**
   * The tasks that were blocked, in the order in which they were created. They have ended by now; the message tells what each
   * waited for. Any thread; wait-free.
   *
   * @return an unmodifiable list
   */
  public List<Task<?>> tasks() {
    return tasks;
  }

  private static String message(List<Task<?>> tasks) {
    StringBuilder text = new StringBuilder("Nothing is left that could wake the main task. Blocked:");
    tasks.forEach(task -> text.append("\n  ").append(task));
    return text.append("\nSet the event from a task that still runs, wait with a limit, or wait on a ThreadSafeFlag.")
        .toString();
  }
}
