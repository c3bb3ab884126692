package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import java.util.ArrayList;
import java.util.List;

/** Scenarios in which numbers of up to eight bits come round, and in which each task waits in a place of its own. */
final class Counters {
  private static final int TASKS = 7;

  /** Seven tasks, and an event and a flag for each. */
  static final Cast EACH = Cast.of(TASKS, TASKS, TASKS);

  private static final int MOST_BITS = 8;
  private static final int FEW_BITS = 4;

  private Counters() {}

  /** As many sets of a flag in one turn as bring a number of seven or eight bits back to zero. */
  static List<Script> ofSets() {
    List<Script> all = new ArrayList<>();
    for (String set : List.of("256 set f1; ", "256 interrupt f1; ", "128 set f1; ")) {
      all.add(Script.of("main: " + set + "wait f1; spawn t1; 2 yield; " + set + "4 yield; set f1; 4 yield | t1: 4 wait f1"));
    }
    return all;
  }

  /** One task is cancelled as often in one turn as a number of two to eight bits can tell, or once more. */
  static List<Script> ofCancels() {
    List<Script> all = new ArrayList<>();
    for (int bits = 2; bits <= MOST_BITS; bits++) {
      for (int count = 1 << bits; count >= (1 << bits) - (bits <= FEW_BITS ? 1 : 0); count--) {
        all.add(Script.of("main: spawn t1; 2 yield; " + count + " cancel t1; 3 yield; set e1; 3 yield | t1: 2 wait e1; exit"));
      }
    }
    return all;
  }

  /**
   * A crowd that waits again and again, so that a number comes round, or a ring begins anew, while many are ready: seven waiters,
   * since seven divides no such number; and two, of which the first was alone once.
   */
  static List<Script> ofRounds() {
    int rounds = 40;
    return List.of(
        Script.of("main: spawn t1; 2 yield; set e1; clear e1; yield; spawn t2; yield; 130 (set e1; clear e1; 2 yield)"
            + " | t1: 140 wait e1 | t2: 140 wait e1"),
        Script.of("main: " + DataStructures.spawns(1, TASKS) + "yield; " + rounds + " (set e1; clear e1; yield); set e1; yield"
            + DataStructures.each(1, TASKS, 2 * rounds + " wait e1")));
  }

  /** More tasks are created, one after the other, than a number of eight bits can tell. */
  static List<Script> ofTasks() {
    return List.of(Script.of("main: 260 (spawn t1; 2 yield) | t1: 260 exit"));
  }

  /**
   * Each task waits for an event or a flag of its own; some are cancelled first, and wait again. All leave before the scenario is
   * drained: if all flags were set in one turn, their waiters could come in too many orders.
   */
  static List<Script> ofPlaces() {
    List<Script> all = new ArrayList<>();
    for (String set : List.of("set e%d; 2 yield; ", "set f%d; 3 yield; ")) {
      char kind = set.charAt(set.indexOf('%') - 1);
      for (List<Integer> cancelled : List.of(List.<Integer>of(), List.of(2, 4, 6), List.of(1, 5))) {
        StringBuilder main = new StringBuilder("main: " + DataStructures.spawns(1, TASKS) + "2 yield; ");
        cancelled.forEach(task -> main.append("cancel t").append(task).append("; "));
        main.append("2 yield; ");
        StringBuilder waits = new StringBuilder();
        for (int i = 1; i <= TASKS; i++) {
          main.append(String.format(set, cancelled.isEmpty() ? i : TASKS + 1 - i));
          waits.append(" | t").append(i).append(": ").append(cancelled.contains(i) ? "2 wait " : "wait ").append(kind).append(i)
              .append("; exit");
        }
        cancelled.forEach(task -> main.append(String.format(set, task))); // whoever could not be cancelled waits again
        all.add(Script.of(main + "yield" + waits));
      }
    }
    return all;
  }
}
