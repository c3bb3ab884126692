package dev.fanion.property;

import java.util.List;

/**
 * A program of tasks, as data: it can be run in either form of task.
 *
 * @param parts what each task does; the first part is main's, and a spawned task does one of the others
 * @param interrupts the times at which interrupts set a flag, in nanoseconds, in their order
 */
record Program(List<List<Deed>> parts, List<Integer> interrupts) {
  /** What a task can do. */
  enum Verb {
    AWAIT_EVENT, AWAIT_EVENT_LIMITED, AWAIT_FLAG, AWAIT_FLAG_LIMITED, SLEEP, PAUSE, JOIN,
    SET, CLEAR, SET_FLAG, CLEAR_FLAG, CANCEL, SPAWN, PASS, FAIL
  }

  /** One thing to do; the number chooses the object or the task, or the time. */
  record Deed(Verb verb, int number) {
    @Override
    public String toString() {
      return verb + " " + number;
    }
  }

  List<Deed> part(int number) {
    return parts.get(number % parts.size());
  }
}
