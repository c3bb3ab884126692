package dev.fanion;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The tasks of one loop that have not ended, the oldest first: a list through the tasks themselves. Loop only, but all(). */
final class LiveTasks {
  private @Nullable Task<?> oldest;
  private @Nullable Task<?> newest;

  boolean isEmpty() {
    return oldest == null;
  }

  @Nullable Task<?> oldest() {
    return oldest;
  }

  void add(Task<?> task) {
    task.older = newest;
    if (newest == null) {
      oldest = task;
    } else {
      newest.newer = task;
    }
    newest = task;
  }

  void remove(Task<?> task) {
    Task<?> before = task.older;
    Task<?> after = task.newer;
    if (before == null) {
      oldest = after;
    } else {
      before.newer = after;
    }
    if (after == null) {
      newest = before;
    } else {
      after.older = before;
    }
    task.older = null;
    task.newer = null;
  }

  /** The tasks, the oldest first. On another thread than the loop's the list may be out of date, but the call returns. */
  List<Task<?>> all() {
    List<Task<?>> tasks = new ArrayList<>();
    for (Task<?> task = oldest; task != null; task = task.newer) {
      tasks.add(task);
    }
    return tasks;
  }
}
