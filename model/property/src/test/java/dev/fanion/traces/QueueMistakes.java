package dev.fanion.traces;

import dev.fanion.traces.Mistake.Edit;
import java.util.List;

/** Mistakes in the shipped queues. No race has them, as queues are of one thread; most are mutants of QueueAlgorithm, too. */
final class QueueMistakes {
  private static final String IF_BLOCKED = "    if (suspended()) {\n      if (blocked()) {";

  static final List<Mistake> ALL = List.of(
      of("a wake-up leaves the epoch", "TaskQueue", "      waiters.epoch++;\n", "", "loop writes prev[t?] := *"),
      of("a wake-up leaves the waiters in their queue", "TaskQueue", "      waiters.empty();\n", "",
          "loop writes epoch[e?] := *"),
      of("set() wakes nobody", "Event", "    loop.ready.wakeAll(waiters); // Set\n", "", "*"),
      of("a task that waits comes first", "TaskQueue",
          "    Link last = prev;\n    task.prev = last;\n    task.next = this;\n    last.next = task;\n    prev = task;",
          "    task.next = next;\n    task.prev = this;\n    next.prev = task;\n    next = task;", "loop writes next[t?] := *"),
      of("who is unlinked is still pointed back to", "Link", "    next.prev = prev;\n", "", "loop writes prev[t?] := nil *"),
      of("who is unlinked keeps a neighbour", "Link", "    next = null;\n", "", "*"),
      of("a cancellation moves a task that is ready", "Waiter", IF_BLOCKED, "    if (suspended()) {\n      if (true) {",
          "loop writes next[*] := *"),
      of("a cancellation is not noted", "Waiter", "      ending = CANCELLED;\n", "", "*"),
      of("a limit ends a wait that was woken", "Waiter", "  final void expire() {\n    if (blocked()) {",
          "  final void expire() {\n    if (state == WAITING && ending == WOKEN) {", "loop writes ending[t?] := timeout *"),
      of("a round leaves its tasks in the ready queue", "Scheduler", "      ready.empty();\n", "", "loop writes *"));

  private QueueMistakes() {}

  private static Mistake of(String name, String type, String text, String instead, String refused) {
    return new Mistake(List.of(name), List.of(new Edit(type, text, instead)), refused);
  }
}
