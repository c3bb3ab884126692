package dev.fanion.conformance;

import static dev.fanion.conformance.DataStructures.each;
import static dev.fanion.conformance.DataStructures.numbers;
import static dev.fanion.conformance.DataStructures.orders;
import static dev.fanion.conformance.DataStructures.reversed;
import static dev.fanion.conformance.DataStructures.spawns;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Scenarios in which more than two things of one kind come at once: sets of many objects, interrupts and times of one moment. */
final class Together {
  private static final int TASKS = Counters.EACH.tasks().size() - 1;

  /** As many flags as are noticed in orders that can still be told apart. */
  private static final int SOME = 5;
  private static final int TIMERS = 6;

  /** Each task waits for its flag. */
  private static final String WAITS = "wait f%d; exit";

  private Together() {}

  /** In one turn all of these are set, each of which a task waits for; in their order, and in the other. Then again. */
  static List<Script> ofSets() {
    List<Script> all = new ArrayList<>();
    for (String set : List.of("set f", "interrupt f", "set e")) {
      char kind = set.charAt(set.length() - 1);
      int most = most(kind);
      String clears = kind == 'f' ? "" : each(numbers(1, most), "clear e%d; ");
      for (List<Integer> order : orders(most)) {
        String sets = each(order, set + "%d; ") + (most + 2) + " yield";
        all.add(Script.of("main: " + spawns(1, most) + "2 yield; " + sets + "; " + clears + sets
            + each(1, most, "2 wait " + kind + "%d; exit")));
      }
    }
    return all;
  }

  /**
   * Waiters of events and of flags, and one who sleeps or yields: all are woken, or cancelled, in one turn, in different orders.
   * Each waits again.
   */
  static List<Script> ofAllKinds() {
    List<Script> all = new ArrayList<>();
    for (List<Integer> order : List.of(List.of(1, 2, 3, 4, 5), List.of(5, 4, 3, 2, 1), List.of(3, 1, 5, 2, 4))) {
      String sets = order.stream().map(i -> "set " + (i % 2 == 0 ? "e" : "f") + i + "; ").collect(Collectors.joining());
      all.add(allKinds(sets, "2 wait f5; exit"));
      all.add(allKinds(each(order, "cancel t%d; "), "sleep 2500; 2 yield; exit"));
    }
    return all;
  }

  private static Script allKinds(String deeds, String last) {
    String clears = "clear e2; clear e4; ";
    return Script.of("main: " + spawns(1, SOME) + "2 yield; " + deeds + clears + "7 yield; set f1; set e2; set f3; " + clears
        + "7 yield | t1: 3 wait f1 | t2: 3 wait e2 | t3: 3 wait f3 | t4: 2 wait e4; exit | t5: " + last);
  }

  /** The same flags are set, and one of them is cleared, or its waiter cancelled: that is nothing to the others. */
  static List<Script> ofTakenBack() {
    List<Script> all = new ArrayList<>();
    for (int one = 1; one <= SOME; one += 2) {
      for (String deed : List.of("clear f", "cancel t")) {
        all.add(Script.of("main: " + spawns(1, SOME) + "2 yield; " + each(numbers(1, SOME), "set f%d; ") + deed + one + "; "
            + (SOME + 2) + " yield" + each(1, SOME, WAITS)));
      }
    }
    return all;
  }

  /** The limits of several waits pass at once, each on an event or flag of its own: nothing is left of them there. */
  static List<Script> ofLimits() {
    List<Script> all = new ArrayList<>();
    for (char kind : List.of('e', 'f')) {
      for (String next : List.of(kind + "%d", "e6")) {
        all.add(Script.of("main: " + spawns(1, SOME) + "2 yield; hog 20; 5 yield" + each(numbers(1, SOME), "; set " + kind
            + "%d; 3 yield") + each(1, SOME, "wait " + kind + "%d 8; wait " + next + "; exit")));
      }
    }
    return all;
  }

  /** In one turn the waiters of all of these are cancelled; then they are set, and waited for again. */
  static List<Script> ofCancels() {
    List<Script> all = new ArrayList<>();
    for (char kind : List.of('e', 'f')) {
      int most = most(kind);
      for (List<Integer> order : orders(most)) {
        String each = kind + "%d; ";
        all.add(Script.of("main: " + spawns(1, most) + "2 yield; " + each(order, "cancel t%d; ") + "3 yield; "
            + each(order, "set " + each + "wait " + each) + "yield" + each(1, most, "wait " + each + "exit")));
      }
    }
    return all;
  }

  private static int most(char kind) {
    return kind == 'e' ? TASKS : SOME;
  }

  /** As many timers and interrupts at once as there can be, of one moment or of the next ones. */
  static List<Script> ofTimers() {
    return List.of(timers(1), timers(0));
  }

  private static Script timers(int step) {
    StringBuilder main = new StringBuilder("main: " + spawns(1, TIMERS) + "2 yield; ");
    StringBuilder waits = new StringBuilder();
    for (int i = 1; i <= TIMERS; i++) {
      waits.append(" | t").append(i).append(i % 2 == 0 ? ": sleep " : ": wait e1 ").append(40 + i * step).append("; exit");
    }
    for (int i = 1; i <= SOME; i++) {
      main.append("arm f").append(i).append(' ').append(40 + i * step).append("; ");
    }
    return Script.of(main + "sleep 60; 3 yield" + each(reversed(numbers(1, SOME)), "; wait f%d 900") + "; sleep "
        + Timing.CERTAIN + waits);
  }

  /** Interrupts of one moment, while the loop sleeps or is busy, each for a flag that a task waits for, or nobody. */
  static List<Script> ofArms() {
    List<Script> all = new ArrayList<>();
    for (int most = SOME; most >= 3; most -= 2) {
      for (String until : List.of("sleep 20", "hog 20")) {
        String arms = each(numbers(1, most), "arm f%d 5; ");
        all.add(Script.of("main: " + spawns(1, most) + "2 yield; " + arms + until + "; sleep " + Timing.CERTAIN + "; 2 yield"
            + each(1, most, WAITS)));
        all.add(Script.of("main: " + arms + until + each(numbers(1, most), "; wait f%d 900")));
      }
    }
    all.add(Script.of("main: " + spawns(1, 4) + "yield; arm f1 100; arm f2 1900; arm f3 600; arm f4 1700; sleep 2000"
        + each(1, 4, WAITS)));
    return all;
  }

  /** An interrupt comes at the moment of two timers, or between them, while the loop is busy; two are called off at once. */
  static List<Script> ofMoments() {
    List<Script> all = new ArrayList<>();
    for (int at = 9; at <= 11; at++) {
      all.add(Script.of("main: spawn t1; spawn t2; spawn t3; yield; arm f1 " + at + "; hog 20; 6 yield; sleep " + Timing.CERTAIN
          + " | t1: sleep 10; exit | t2: wait e1 10; exit | t3: wait f1; exit"));
    }
    for (String off : List.of("cancel t1; cancel t2", "cancel t2; cancel t1", "cancel t2; cancel t3", "cancel t1; cancel t3")) {
      all.add(Script.of("main: spawn t1; spawn t2; spawn t3; spawn t4; 2 yield; " + off + "; yield; sleep 600"
          + " | t1: sleep 30; exit | t2: sleep 40; exit | t3: sleep 50; exit | t4: sleep 60; exit"));
    }
    return all;
  }

  /**
   * Many sleeps and limits, of one moment or of the next ones, are over when the loop is busy: they come within the same few
   * turns as one.
   */
  static List<Script> ofTimes() {
    Stream<String> timers = Stream.of("sleep 5", "wait e1 5", "wait f1 5", "sleep 1%d", "wait e1 1%d");
    return timers.map(timer -> Script.of("main: " + spawns(1, TASKS) + "2 yield; hog "
        + Timing.CERTAIN + "; 9 yield" + each(1, TASKS, timer + "; exit"))).toList();
  }
}
