package dev.fanion;

import org.jspecify.annotations.Nullable;

/** Tasks in the order in which they came: all that wait for one thing, are ready, or have failed. Loop only, but names(). */
class TaskQueue extends Link {
  /*
   * Overview
   *
   * A set() must not touch each waiter, so it splices the whole list onto the ready queue and moves the epoch on. A task
   * remembers the queue that it joined and that queue's epoch at that time. While this epoch and the queue's agree the task is
   * blocked in the queue; once they differ it has been woken, and nothing was written to it. The epoch cannot come round to the
   * same number while a woken task has not run: that would take 2^32 wakes of other waiters within one round.
   */

  /** What the tasks wait for; null for a queue of tasks that do not wait. */
  private final @Nullable Object owner;

  /** How often this queue's waiters have been woken. */
  int epoch;

  TaskQueue(@Nullable Object owner) {
    this.owner = owner;
    empty();
  }

  /** Forgets its members, which keep their links. */
  final void empty() {
    prev = this;
    next = this;
  }

  final boolean isEmpty() {
    return next == this;
  }

  final void append(Link task) {
    Link last = prev;
    task.prev = last;
    task.next = this;
    last.next = task;
    prev = task;
  }

  /** Removes and returns the first task; the queue must not be empty. */
  final Task<?> take() {
    Link first = next;
    first.unlink();
    return (Task<?>) first;
  }

  /** Puts a list, which {@link #empty()} left without a queue, in front. */
  final void prepend(Link first, Link last) {
    first.prev = this;
    last.next = next;
    next.prev = last;
    next = first;
  }

  /** Moves all waiters behind the tasks of this queue, in a constant number of steps. */
  final void wakeAll(TaskQueue waiters) { //= EVT-2, EVT-10, LOP-8
    if (!waiters.isEmpty()) {
      Link first = waiters.next;
      Link last = waiters.prev;
      waiters.empty();
      waiters.epoch++;
      first.prev = prev;
      prev.next = first;
      last.next = this;
      prev = last;
    }
  }

  /** Ends the wait of a task that is about to run, in the way given. Returns what to tell the task; null if it was woken. */
  @Nullable WaitException endWait(byte ending) {
    return switch (ending) {
      case Waiter.CANCELLED -> new CancelledException("The wait for " + owner() + " was cancelled");
      case Waiter.TIMED_OUT -> new TimedOutException("The time limit passed before " + owner());
      default -> null;
    };
  }

  final String owner() {
    return Refusal.label(owner);
  }

  /** The names of the first waiters, for messages. On another thread they may be out of date, but the call returns. */
  final String names() {
    StringBuilder names = new StringBuilder();
    int count = 0;
    for (Link link = next; link instanceof Task<?> task && count <= 10; link = link.next) {
      names.append(count == 0 ? "" : ", ").append(count++ == 10 ? "…" : task.name());
    }
    return names.isEmpty() ? "nobody waits" : "waiting: " + names;
  }
}
