package dev.fanion;

/** The deadline of one waiter. It is armed for each of the waiter's waits that has a limit. Loop only. */
final class Timer {
  final Waiter waiter;

  long deadline;

  /** Tells equal deadlines apart: the timer that was armed first comes first. */
  long order;

  /** The place in the heap; -1 while not armed. */
  int index = -1;

  Timer(Waiter waiter) {
    this.waiter = waiter;
  }

  boolean isBefore(Timer other) {
    long difference = deadline - other.deadline;
    return difference == 0 ? order < other.order : difference < 0;
  }
}
