package dev.fanion.property;

import java.util.List;

/**
 * A program of tasks, as data: it can be run in either form of task.
 *
 * @param scripts what the tasks do; the first is main's, and a task that is spawned does one of the others
 * @param interrupts when each of the interrupts comes that set a flag, in nanoseconds, in their order
 */
record Program(List<List<Deed>> scripts, List<Integer> interrupts) {
  /** What a task can do. */
  enum Verb {
    AWAIT_EVENT, AWAIT_EVENT_LIMITED, AWAIT_FLAG, AWAIT_FLAG_LIMITED, SLEEP, PAUSE, JOIN,
    SET, CLEAR, SET_FLAG, CLEAR_FLAG, CANCEL, SPAWN, PASS, FAIL
  }

  /** One thing to do; the number says with which object or task, or for how long. */
  record Deed(Verb verb, int number) {
    @Override
    public String toString() {
      return verb + " " + number;
    }
  }

  List<Deed> script(int number) {
    return scripts.get(number % scripts.size());
  }
}
