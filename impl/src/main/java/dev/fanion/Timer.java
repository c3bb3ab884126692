package dev.fanion;

/** The deadline of one waiter; it is armed again for each of its waits with a limit. Loop only. */
final class Timer {
  final Waiter waiter;

  long deadline;

  /** Tells equal deadlines apart: the one that was set first comes first. */
  long order;

  /** The place in the heap, or -1. */
  int index = -1;

  Timer(Waiter waiter) {
    this.waiter = waiter;
  }

  boolean isBefore(Timer other) {
    long difference = deadline - other.deadline;
    return difference == 0 ? order < other.order : difference < 0;
  }
}
