package dev.fanion;

import org.jspecify.annotations.Nullable;

/** Tasks in the order in which they came: those that wait for one thing, or those that are ready. Loop only. */
class TaskQueue extends Link {
  /*
   * Overview
   *
   * A set() must not touch each waiter, so the whole list is spliced onto the ready queue and the epoch moves on. A task
   * remembers the queue that it joined and that queue's epoch then: while the two agree it is blocked in the queue, and
   * once they differ it has been woken, without a word written to it. The epoch can not come round to the same number while
   * a woken task has not run: that would take 2^32 wakes of other waiters within one round of the ready queue.
   */

  /** What is waited for, or null for the ready queue. */
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

  /** Puts a list that was taken out with {@link #empty()} back in front. */
  final void prepend(Link first, Link last) {
    first.prev = this;
    last.next = next;
    next.prev = last;
    next = first;
  }

  /** Moves all waiters of the other queue behind the tasks of this one, in a number of steps that is always the same. */
  final void wakeAll(TaskQueue waiters) {
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

  /** The task is leaving its wait, which ended so. Returns what to tell it, or null if it was woken. */
  @Nullable WaitException endWait(byte ending) {
    return switch (ending) {
      case Waiter.CANCELLED -> new CancelledException("The wait for " + owner() + " was cancelled");
      case Waiter.TIMED_OUT -> new TimedOutException("The time limit passed before " + owner());
      default -> null;
    };
  }

  final String owner() {
    return owner instanceof Labelled labelled ? labelled.label() : String.valueOf(owner);
  }

  /** The names of the first waiters, for debugging. On another thread it may be out of date, but it ends. */
  final String names() {
    StringBuilder names = new StringBuilder();
    int count = 0;
    for (Link link = next; link instanceof Task<?> task && count <= 10; link = link.next) {
      names.append(count == 0 ? "" : ", ").append(count++ == 10 ? "…" : task.name());
    }
    return names.isEmpty() ? "nobody waits" : "waiting: " + names;
  }

  /** Something that messages name. */
  interface Labelled {
    String label();
  }
}
