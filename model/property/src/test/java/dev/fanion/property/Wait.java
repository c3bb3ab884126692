package dev.fanion.property;

import dev.fanion.Task;

/** One wait, from its call to its end. */
final class Wait {
  /** How it ended. */
  enum Ending { WOKEN, CANCELLED, TIMED_OUT }

  final int number;
  final long limit;
  final Task<?> task;
  final boolean calledOnSet;
  final long began;
  final int setsBefore;
  int cancels;

  /** The number of the set() that found it blocked; 0 for none so far. */
  int wokenBy;

  Ending ending;
  long ended;
  int setsAfter;

  Wait(int number, long limit, Task<?> task, boolean calledOnSet, long began, int setsBefore) {
    this.number = number;
    this.limit = limit;
    this.task = task;
    this.calledOnSet = calledOnSet;
    this.began = began;
    this.setsBefore = setsBefore;
  }

  boolean isOpen() {
    return ending == null;
  }

  /** Whether its limit has passed, which can make it ready. */
  boolean isOverdue(long now) {
    return limit > 0 && now - began >= limit;
  }

  boolean was(Ending other) {
    return ending == other;
  }
}
