package dev.fanion.conformance;

import static dev.fanion.conformance.DataStructures.each;
import static dev.fanion.conformance.DataStructures.spawns;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Scenarios in which more than two things of one kind come at once: sets of many objects, interrupts and times of one moment. */
final class Together {
  private static final int TASKS = Counters.EACH.tasks().size() - 1;

  /** As many flags as are noticed in orders that can still be told apart. */
  private static final int SOME = 5;
  private static final int TIMERS = 6;

  private Together() {}

  /** In one turn all of these are set, each of which a task waits for; in their order, and in the other. Then again. */
  static List<Script> ofSets() {
    List<Script> all = new ArrayList<>();
    for (String set : List.of("set f", "interrupt f", "set e")) {
      int most = set.endsWith("e") ? TASKS : SOME;
      char kind = set.charAt(set.length() - 1);
      for (List<Integer> order : orders(most)) {
        String sets = order.stream().map(i -> set + i + "; ").collect(Collectors.joining());
        all.add(Script.of("main: " + spawns(1, most) + "2 yield; " + sets + (most + 2) + " yield; " + clears(kind, most) + sets
            + (most + 2) + " yield" + IntStream.rangeClosed(1, most)
            .mapToObj(i -> " | t" + i + ": 2 wait " + kind + i + "; exit").collect(Collectors.joining())));
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
      for (String deed : List.of("set", "cancel t")) {
        String deeds = order.stream()
            .map(i -> (deed.equals("set") ? "set " + (i % 2 == 0 ? "e" : "f") : deed) + i + "; ").collect(Collectors.joining());
        String clears = "clear e2; clear e4; ";
        all.add(Script.of("main: " + spawns(1, SOME) + "2 yield; " + deeds + clears + "7 yield; set f1; set e2; set f3; " + clears
            + "7 yield | t1: 3 wait f1 | t2: 3 wait e2 | t3: 3 wait f3 | t4: 2 wait e4; exit | t5: "
            + (deed.equals("set") ? "2 wait f5; exit" : "sleep 2500; 2 yield; exit")));
      }
    }
    return all;
  }

  /** The same flags are set, and one of them is cleared, or its waiter cancelled: that is nothing to the others. */
  static List<Script> ofTakenBack() {
    List<Script> all = new ArrayList<>();
    String sets = IntStream.rangeClosed(1, SOME).mapToObj(i -> "set f" + i + "; ").collect(Collectors.joining());
    for (int one = 1; one <= SOME; one += 2) {
      for (String deed : List.of("clear f" + one, "cancel t" + one)) {
        all.add(Script.of("main: " + spawns(1, SOME) + "2 yield; " + sets + deed + "; " + (SOME + 2) + " yield"
            + waiters(SOME)));
      }
    }
    return all;
  }

  /** The limits of several waits pass at once, each on an event or flag of its own: nothing is left of them there. */
  static List<Script> ofLimits() {
    List<Script> all = new ArrayList<>();
    for (char kind : List.of('e', 'f')) {
      for (String next : List.of("wait %s; exit", "wait e6; exit")) {
        StringBuilder main = new StringBuilder("main: " + spawns(1, SOME) + "2 yield; hog 20; 5 yield");
        StringBuilder waits = new StringBuilder();
        for (int i = 1; i <= SOME; i++) {
          main.append("; set ").append(kind).append(i).append("; 3 yield");
          waits.append(String.format(" | t%d: wait %s 8; " + next, i, kind + "" + i, kind + "" + i));
        }
        all.add(Script.of(main.toString() + waits));
      }
    }
    return all;
  }

  private static String clears(char kind, int most) {
    return kind == 'f' ? "" : IntStream.rangeClosed(1, most).mapToObj(i -> "clear e" + i + "; ").collect(Collectors.joining());
  }

  /** In one turn the waiters of all of these are cancelled; then they are set, and waited for again. */
  static List<Script> ofCancels() {
    List<Script> all = new ArrayList<>();
    for (char kind : List.of('e', 'f')) {
      int most = kind == 'e' ? TASKS : SOME;
      for (List<Integer> order : orders(most)) {
        all.add(Script.of("main: " + spawns(1, most) + "2 yield; "
            + order.stream().map(i -> "cancel t" + i + "; ").collect(Collectors.joining()) + "3 yield; "
            + order.stream().map(i -> "set " + kind + i + "; wait " + kind + i + "; ").collect(Collectors.joining()) + "yield"
            + IntStream.rangeClosed(1, most).mapToObj(i -> " | t" + i + ": wait " + kind + i + "; exit")
            .collect(Collectors.joining())));
      }
    }
    return all;
  }

  /** As many timers and interrupts at once as there can be, of one moment or of the next ones. */
  static List<Script> ofTimers() {
    List<Script> all = new ArrayList<>();
    for (int step = 1; step >= 0; step--) {
      StringBuilder main = new StringBuilder("main: " + spawns(1, TIMERS) + "2 yield; ");
      StringBuilder waits = new StringBuilder();
      for (int i = 1; i <= TIMERS; i++) {
        waits.append(" | t").append(i).append(i % 2 == 0 ? ": sleep " : ": wait e1 ").append(40 + i * step).append("; exit");
      }
      for (int i = 1; i <= SOME; i++) {
        main.append("arm f").append(i).append(' ').append(40 + i * step).append("; ");
      }
      main.append("sleep 60; 3 yield");
      for (int i = SOME; i > 0; i--) {
        main.append("; wait f").append(i).append(" 900");
      }
      all.add(Script.of(main + "; sleep " + Timing.CERTAIN + waits));
    }
    return all;
  }

  /** Interrupts of one moment, while the loop sleeps or is busy, each for a flag that a task waits for, or nobody. */
  static List<Script> ofArms() {
    List<Script> all = new ArrayList<>();
    for (int most = SOME; most >= 3; most -= 2) {
      for (String until : List.of("sleep 20; ", "hog 20; ")) {
        String arms = IntStream.rangeClosed(1, most).mapToObj(i -> "arm f" + i + " 5; ").collect(Collectors.joining());
        all.add(Script.of("main: " + spawns(1, most) + "2 yield; " + arms + until + "sleep " + Timing.CERTAIN + "; 2 yield"
            + waiters(most)));
        all.add(Script.of("main: " + arms + until + IntStream.rangeClosed(1, most)
            .mapToObj(i -> "wait f" + i + " 900").collect(Collectors.joining("; "))));
      }
    }
    all.add(Script.of("main: " + spawns(1, 4) + "yield; arm f1 100; arm f2 1900; arm f3 600; arm f4 1700; sleep 2000"
        + waiters(4)));
    return all;
  }

  /** Each of these tasks waits for its flag. */
  private static String waiters(int most) {
    return IntStream.rangeClosed(1, most).mapToObj(i -> " | t" + i + ": wait f" + i + "; exit").collect(Collectors.joining());
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

  /** Many sleeps and limits are over when the loop is busy: they come within the same few turns as one. */
  static List<Script> ofTimes() {
    return Stream.of("sleep 5", "wait e1 5", "wait f1 5").map(timer -> Script.of("main: " + spawns(1, TASKS)
        + "2 yield; hog " + Timing.CERTAIN + "; 9 yield" + each(1, TASKS, timer + "; exit"))).toList();
  }

  private static List<List<Integer>> orders(int most) {
    List<Integer> forward = IntStream.rangeClosed(1, most).boxed().toList();
    List<Integer> back = new ArrayList<>(forward);
    Collections.reverse(back);
    return List.of(forward, back);
  }
}
