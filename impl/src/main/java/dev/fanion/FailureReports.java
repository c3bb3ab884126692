package dev.fanion;

import java.util.function.BiConsumer;

/** The tasks that failed, until somebody learns of it: who awaits the task, or else the loop's handler. Loop only. */
final class FailureReports {
  private final BiConsumer<Task<?>, Throwable> handler;

  /** Tasks that have failed since the last delivery. */
  private final TaskQueue failed = new TaskQueue(null);

  FailureReports(BiConsumer<Task<?>, Throwable> handler) {
    this.handler = handler;
  }

  /** Keeps the task, which has ended, if it failed and nobody knows. */
  void add(Task<?> task) {
    if (task.isUnretrieved()) {
      failed.append(task);
    }
  }

  /** Tells the handler of each failure that nobody has learned of meanwhile. */
  void deliver() { //= LOP-7
    while (!failed.isEmpty()) {
      Task<?> task = failed.take();
      if (task.isUnretrieved()) {
        Throwable error = task.takeError();
        try {
          handler.accept(task, error);
        } catch (Throwable inHandler) {
          error.addSuppressed(inHandler);
          LoopOptions.log(task, error);
        }
      }
    }
  }
}
