package dev.fanion.conformance;

import static dev.fanion.conformance.DataStructures.each;
import static dev.fanion.conformance.DataStructures.orders;
import static dev.fanion.conformance.DataStructures.reversed;
import static dev.fanion.conformance.DataStructures.spawns;

import dev.fanion.conformance.protocol.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scenarios for what has room for few: as many of one thing at once as there can be, each two of a kind in one turn, in both
 * orders, and numbers that come again. And for what is left over when all is quiet.
 */
final class Capacities {
  /** As many events and flags as the protocol has. */
  static final int MOST = 8;

  /** These, and two tasks that wait. */
  static final Cast PAIRS = Cast.of(2, MOST, MOST);

  private static final int TASKS = 7;
  private static final int FEWEST_BITS = 2;
  private static final int MOST_BITS = 8;

  /** Each is three more than 2^31 or 2^32 nanoseconds, 2^24, 2^31 or 2^32 microseconds, or 2^16, 2^24 or 2^28 milliseconds. */
  private static final List<Integer> ENDLESS =
      List.of(2_150, 4_297, 16_780, 65_539, 2_147_486, 4_294_970, 16_777_219, 268_435_459);

  private Capacities() {}

  /** Everybody is cancelled in one turn, whatever each does. */
  static List<Script> ofCancels() {
    List<Script> all = new ArrayList<>();
    for (String does : List.of("wait e1; exit", "wait e1; wait e1", "3 yield; exit", "2 wait f1")) {
      for (List<Integer> order : orders(TASKS)) {
        all.add(Script.of("main: " + each(order, "spawn t%d; ") + "3 yield; " + each(order, "cancel t%d; ")
            + "3 yield; set e1; set f1; 3 yield" + each(1, TASKS, does)));
      }
    }
    return all;
  }

  /** Two events, or two flags, are set in one turn, each two in both orders. */
  static List<Script> ofSets() {
    List<Script> all = new ArrayList<>();
    for (String sets : List.of("set eA; clear eA; set eB; clear eB; 3 yield; set eB; clear eB; set eA; clear eA; 3 yield; ",
        "set fA; set fB; 4 yield; set fB; set fA; 4 yield; ",
        "interrupt fA; interrupt fB; 4 yield; interrupt fB; interrupt fA; 4 yield; ")) {
      for (int apart = 1; apart < MOST; apart++) {
        StringBuilder main = new StringBuilder("main: spawn t1; spawn t2; 2 yield; ");
        StringBuilder one = new StringBuilder(" | t1: ");
        StringBuilder other = new StringBuilder(" | t2: ");
        for (int a = 1; a + apart <= MOST; a++) {
          main.append(pair(sets, a, a + apart));
          one.append(pair("2 wait " + (sets.contains("eA") ? "eA; " : "fA; "), a, 0));
          other.append(pair("2 wait " + (sets.contains("eA") ? "eA; " : "fA; "), a + apart, 0));
        }
        all.add(Script.of(main + "yield" + one + "exit" + other + "exit"));
      }
    }
    return all;
  }

  private static String pair(String text, int a, int b) {
    return text.replace("A", "" + a).replace("B", "" + b);
  }

  /** A second set of an event wakes a waiter before those have run whom the first has woken; somebody else is ready behind. */
  static List<Script> ofWakes() {
    List<Script> all = new ArrayList<>();
    for (List<Integer> names : List.of(List.of(1, 2, 3, 4), List.of(4, 3, 2, 1), List.of(2, 1, 4, 3), List.of(3, 4, 1, 2))) {
      for (String between : List.of("clear e1; spawn t%3$d; ", "spawn t%3$d; clear e1; ", "clear e1; set f1; spawn t%3$d; ",
          "clear e1; cancel t%1$d; spawn t%3$d; ")) {
        all.add(Script.of(String.format("main: spawn t%1$d; spawn t%2$d; spawn t%4$d; yield; set e1; " + between + "4 yield;"
            + " clear e1; 3 yield | t%1$d: 3 wait e1 | t%2$d: yield; 2 wait e1 | t%3$d: 3 yield; exit"
            + " | t%4$d: yield; set e1; clear e1; 3 yield; exit", names.toArray())));
      }
    }
    return all;
  }

  /** A task whose wait on a flag was refused does something else, and something happens to it, or to the flag's waiter. */
  static List<Script> ofRefused() {
    List<Script> all = new ArrayList<>();
    for (String next : List.of("wait e1; ", "3 yield; ", "wait f2; ", "")) {
      for (String deed : List.of("cancel t2; ", "set e1; set f2; ", "clear f1; ", "cancel t1; ")) {
        all.add(Script.of("main: spawn t1; spawn t2; 2 yield; " + deed + "2 yield; set f1; 4 yield; set f1; 4 yield"
            + " | t1: 3 wait f1 | t2: wait f1; " + next + "exit"));
      }
    }
    return all;
  }

  /** A woken waiter is cancelled after some more sets of its event, and keeps its place. */
  static List<Script> ofSetsBehindAWake() {
    List<Script> all = new ArrayList<>();
    for (String more : List.of("set e1", "(clear e1; set e1)")) {
      for (int bits = FEWEST_BITS; bits <= MOST_BITS; bits++) {
        for (int count = (1 << bits) - 1; count <= 1 << bits; count++) {
          all.add(Script.of("main: spawn t1; spawn t2; 2 yield; set e1; set e2; " + count + " " + more
              + "; cancel t1; 3 yield | t1: wait e1; exit | t2: wait e2; exit"));
        }
      }
    }
    return all;
  }

  /** Interrupts of all flags are armed at once, in both orders, and come while the loop is busy, or sleeps, for certain. */
  static List<Script> ofArms() {
    List<Script> all = new ArrayList<>();
    for (String until : List.of("hog ", "sleep ")) {
      for (int most : List.of(MOST, 2)) {
        for (List<Integer> flags : orders(most)) {
          all.add(Script.of("main: " + IntStream.range(0, most).mapToObj(i -> "arm f" + flags.get(i) + " " + (i + 2) + "; ")
              .collect(Collectors.joining()) + until + Timing.CERTAIN + each(reversed(flags), "; wait f%d 900")));
        }
      }
    }
    return all;
  }

  /** Timers of one moment and of the next, of which the first are called off. */
  static List<Script> ofMoments() {
    List<Script> all = new ArrayList<>();
    for (String timer : List.of("sleep %d", "wait e1 %d", "wait f1 %d")) {
      for (int off = 1; off <= 3; off++) {
        String times = IntStream.rangeClosed(1, TASKS)
            .mapToObj(t -> " | t" + t + ": " + String.format(timer, t <= 3 ? 20 : 30) + "; exit").collect(Collectors.joining());
        all.add(Script.of("main: " + spawns(1, TASKS) + "2 yield; cancel t" + off + "; 2 yield; sleep 12; sleep 40; 2 yield"
            + times));
      }
    }
    return all;
  }

  /** All eight tasks wait for one event, main by a limit, and those that are there when that is over are woken. */
  static List<Script> ofEverybody() {
    return List.of(
        Script.of("main: " + spawns(1, TASKS) + "wait e1 12; set e1; 9 yield" + each(1, TASKS, "wait e1; exit")),
        Script.of("main: " + spawns(1, TASKS) + "wait e1 12; clear e1; wait e1 12; set e1; clear e1; 9 yield"
            + each(1, TASKS, "2 wait e1 60; exit")));
  }

  /**
   * A timer of a task's earlier turn ends while the task waits for something else, after a number of turns. The likeliest numbers
   * come first.
   */
  static List<Script> ofTurns() {
    List<Script> all = new ArrayList<>();
    for (int less : List.of(1, 0, 2)) {
      for (int bits = FEWEST_BITS + 1; bits <= MOST_BITS; bits++) {
        int count = (1 << bits) - less;
        all.add(Script.of("main: spawn t1; 2 yield; cancel t1; " + (count + 2) + " yield; sleep 50; 2 yield; set e1; 2 yield"
            + " | t1: sleep 40; " + count + " yield; wait e1; exit"));
      }
    }
    return all;
  }

  /** When all is quiet, a deadlock is reported: what was called off keeps nothing going, in this run or in the next. */
  static List<Script> ofQuiet() {
    List<Script> all = new ArrayList<>();
    for (String does : List.of("wait e1 60", "wait f1 60", "sleep 60")) {
      for (String deed : List.of("cancel t1", "set e1; set f1; yield; cancel t1", "set e1; set f1; cancel t1",
          "cancel t1; set e1; set f1", "set e1; set f1")) {
        all.add(Script.of("main: spawn t1; yield; " + deed + "; 3 yield; cancel t1; 2 yield; clear e1; wait e1 | t1: " + does
            + "; exit"));
      }
    }
    for (String end : List.of("end", "exit")) {
      for (String left : List.of("arm f1 20; ", "spawn t1; yield; arm f1 20; clear f1; ", "spawn t1; yield; ")) {
        all.add(Script.of("main: " + left + end + " | t1: wait e1 20"));
        all.add(Script.of("main: is_set e1; wait e1"));
      }
    }
    all.add(Script.of("main: " + spawns(1, TASKS) + "2 yield; wait e1" + each(1, TASKS, "wait e1")));
    return all;
  }

  /**
   * Sleeps and limits that are over long after the run, unless their number of milliseconds, microseconds or nanoseconds does not
   * fit where it is kept: then they would be over at once.
   */
  static List<Script> ofEndlessTimes() {
    List<Script> all = new ArrayList<>();
    for (String does : List.of("sleep ", "wait e1 ", "wait f%d ")) {
      int half = ENDLESS.size() / 2;
      for (List<Integer> times : List.of(ENDLESS.subList(0, half), ENDLESS.subList(half, ENDLESS.size()))) {
        StringBuilder text = new StringBuilder("main: " + spawns(1, times.size()) + "2 yield; sleep 30; yield");
        for (int i = 1; i <= times.size(); i++) {
          text.append(each(i, i, does + times.get(i - 1)));
        }
        all.add(Script.of(text.toString()));
      }
    }
    return all;
  }

  /** So long that 16 bits of milliseconds come round, and 32 bits of microseconds; for a clock that can be set. */
  static List<Script> ofLongTimes() {
    List<Script> all = new ArrayList<>();
    for (String longer : List.of("", "00")) {
      all.add(Script.of(("main: spawn t1; spawn t2; 2 yield; sleep 90000X; 2 yield; sleep 20000X; 2 yield"
          + " | t1: sleep 30000X; sleep 40000X; wait e1 9000X; exit"
          + " | t2: sleep 30100X; sleep 20000X; wait e1 20000X; exit").replace("X", longer)));
      all.add(Script.of(("main: wait f1 70000X; arm f1 70000X; wait f1; wait e1 70000X").replace("X", longer)));
    }
    all.add(Script.of("main: 2 (sleep 1073741800; sleep 50; wait e1 50)")); // beyond 30 bits, and then 31
    all.add(Script.of("main: 520 sleep 1; sleep 256; sleep 512; wait e1 1024; arm f1 2048; wait f1")); // each moment
    all.add(Script.of("main: spawn t1; spawn t2; yield; arm f1 10; hog 80; sleep 9; sleep 300; sleep 2000"
        + " | t1: sleep 20; wait f1; exit | t2: wait e1 30; exit"));
    return all;
  }
}
