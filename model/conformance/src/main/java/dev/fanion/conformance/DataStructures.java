package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Scenarios for what event, flag and loop are built of: heaps of timers, rings and lists of waiters, queues of interrupts,
 * numbers that wrap, records of tasks that are used again. Each is as long as such a thing needs to go wrong.
 */
final class DataStructures {
  static final Cast CAST = Cast.of(7, 2, 2);

  private static final int MOST = Capacities.MOST;

  private DataStructures() {}

  /** Rings that grow while their head is not at their beginning, and sets of two events whose waiters are ready together. */
  static List<Script> ofWaiters() {
    List<Script> all = new ArrayList<>();
    for (int few = 1; few <= 6; few++) {
      all.add(Script.of("main: " + spawns(1, few) + "3 yield; set e1; clear e1; 3 yield; " + spawns(few + 1, 7)
          + "3 (4 yield; set e1; clear e1); 4 yield" + each(1, 7, "6 wait e1")));
      all.add(Script.of("main: " + spawns(1, 7) + "3 (2 yield; set e1; clear e1); 4 yield" + each(1, few, "4 wait e1")
          + each(few + 1, 7, "12 yield"))); // many or few, beside tasks that are ready
    }
    all.add(Script.of("main: " + spawns(1, 6) + "3 yield; 2 (spawn t7; set e1; clear e1; 3 yield; set e2; set e1; clear e1;"
        + " clear e2; 3 yield)" + each(1, 6, "6 wait e1") + " | t7: wait e2; exit; wait e2")); // in front are some who yield not
    all.add(Script.of("main: spawn t1; spawn t2; 3 yield; 3 (set e1; clear e1; spawn t3; set e2; clear e2; 4 yield)"
        + " | t1: 9 wait e1 | t2: 9 wait e2 | t3: 3 exit"));
    all.add(Script.of("main: spawn t1; spawn t2; spawn t3; spawn t4; 4 yield; 3 (set e1; clear e1; set e2; clear e2; set e1;"
        + " 4 yield; clear e1) | t1: 12 wait e1 | t2: 12 wait e2 | t3: 12 wait e1 | t4: 12 wait e2"));
    return all;
  }

  /** Many sets of one flag in a turn, and then one of another. */
  static List<Script> ofSignals() {
    List<Script> all = new ArrayList<>();
    for (String set : List.of("interrupt", "set")) {
      StringBuilder alone = new StringBuilder("main: yield");
      StringBuilder waited = new StringBuilder("main: spawn t1; 2 yield");
      for (int many : List.of(4, 8, 16, 32, 64, 128, 256)) {
        String sets = "; %d %s f1; %s f2".formatted(many, set, set);
        alone.append(sets).append("; wait f2; wait f1");
        waited.append(sets).append("; 4 yield; wait f1");
      }
      all.add(Script.of(alone.toString()));
      all.add(Script.of(waited + " | t1: 9 wait f2"));
    }
    return all;
  }

  /** A task ends after its wait has, and another one of its name begins, which must have nothing of the first. */
  static List<Script> ofTasks() {
    List<Script> all = new ArrayList<>();
    for (String thing : List.of("e1", "f1")) {
      for (String deed : List.of("cancel t1", "set X", "set X; cancel t1", "cancel t1; set X")) {
        for (String next : List.of("wait e2", "wait f2", "wait X", "4 yield")) {
          all.add(Script.of(("main: spawn t1; spawn t2; 2 yield; " + deed + "; 3 yield; clear X; spawn t1; 2 yield; set X;"
              + " 3 yield; clear X; cancel t1; 2 yield; set X; 2 yield | t1: wait X; exit; " + next
              + "; wait X; exit | t2: wait e1")
              .replace("X", thing)));
        }
      }
    }
    return all;
  }

  /** The same where the first has had a limit, which must not end anything of the next. */
  static List<Script> ofTasksWithLimits() {
    List<Script> all = new ArrayList<>();
    for (String thing : List.of("e1", "f1")) {
      for (String deed : List.of("cancel t1", "set X", "sleep 14")) {
        for (String next : List.of("wait e2", "wait f2", "wait X", "sleep 40", "wait X 40")) {
          all.add(Script.of(("main: spawn t1; yield; " + deed + "; 3 yield; clear X; spawn t1; yield; sleep 20; 2 yield;"
              + " wait f1 4; set e2; set f2; 3 yield; set X; 2 yield | t1: wait X 12; exit; " + next + "; exit")
              .replace("X", thing)));
        }
      }
    }
    return all;
  }

  /** As many events and flags as there can be: each is its own. */
  static List<Script> ofObjects() {
    List<Script> all = new ArrayList<>();
    for (String kind : List.of("e", "f")) {
      StringBuilder main = new StringBuilder("main: spawn t1; yield");
      StringBuilder waits = new StringBuilder(" | t1: ");
      for (int one = 1; one <= MOST; one++) {
        String own = kind + one;
        String others = IntStream.rangeClosed(1, MOST).mapToObj(i -> kind + i).filter(other -> !other.equals(own))
            .collect(Collectors.joining("; VERB ", "; VERB ", "; "));
        String looks = kind.equals("e") ? "is_set " + own + "; " : "";
        main.append(others.replace("VERB", "set")).append(looks).append("4 yield").append(others.replace("VERB", "clear"));
        main.append("set ").append(own).append("; 4 yield; clear ").append(own);
        waits.append("wait ").append(own).append("; ");
      }
      all.add(Script.of(main.toString() + waits + "exit"));
    }
    return all;
  }

  /** Short timers and long ones, of which some are called off, and some tasks begin another then. */
  static List<Script> ofTimers() {
    List<Script> all = new ArrayList<>();
    all.addAll(heaps(List.of(1200, 40, 20, 1400, 1200, 30), List.of(4, 3), "1400", "1700"));
    all.addAll(heaps(List.of(1600, 30, 45, 1900, 1700, 50), List.of(4, 2), "1900", "1700"));
    all.addAll(heaps(List.of(50, 1600, 25, 1900, 1100, 45), List.of(4, 3), "1000", "1800"));
    all.addAll(heaps(List.of(25, 1200, 1300, 1600, 1400, 40, 20), List.of(4), "50"));
    return all;
  }

  /**
   * The number of the first timer comes again, in one of those that t2 to t6 begin last. Then the first is called off. The
   * shortest come first.
   */
  static List<Script> ofNumbers() {
    List<Script> all = new ArrayList<>();
    for (int bits = 3; bits <= 8; bits++) {
      int between = (1 << bits) - 3;
      all.add(Script.of("main: spawn t1; spawn t7; 2 yield; " + between + " (set e1; clear e1; 2 yield); " + spawns(2, 6)
          + "yield; cancel t1; yield; sleep " + Timing.CERTAIN + " | t1: wait e2 2500; exit | t7: " + between
          + " wait e1 2500; wait e1" + each(2, 6, "sleep 30; exit")));
    }
    return all;
  }

  /**
   * One heap, by sleeps and by limits of waits.
   *
   * @param times when the timers of t1 to t7 are over
   * @param off the tasks that are cancelled
   * @param again what each of these begins then, or ""
   */
  private static List<Script> heaps(List<Integer> times, List<Integer> off, String... again) {
    return List.of(heap("sleep ", times, off, again), heap("wait e1 ", times, off, again));
  }

  private static Script heap(String timer, List<Integer> times, List<Integer> off, String... again) {
    StringBuilder text = new StringBuilder("main: " + spawns(1, times.size()) + "yield; ");
    off.forEach(task -> text.append("cancel t").append(task).append("; "));
    text.append("yield; sleep ").append(Timing.CERTAIN).append("; 5 yield");
    for (int i = 1; i <= times.size(); i++) {
      int cancelled = off.indexOf(i);
      String next = cancelled < 0 || again[cancelled].isEmpty() ? "" : timer + again[cancelled] + "; ";
      text.append(" | t").append(i).append(": ").append(timer).append(times.get(i - 1)).append("; ").append(next).append("exit");
    }
    return Script.of(text.toString());
  }

  /** That these tasks are created. */
  static String spawns(int first, int last) {
    return each(numbers(first, last), "spawn t%d; ");
  }

  /** The same for each of these tasks; its number stands for {@code %d}. */
  static String each(int first, int last, String requests) {
    return each(numbers(first, last), " | t%d: " + requests);
  }

  /** The same text for each of these numbers, which stands for {@code %d}. */
  static String each(List<Integer> numbers, String text) {
    return numbers.stream().map(number -> text.replace("%d", "" + number)).collect(Collectors.joining());
  }

  /** The numbers from one to another. */
  static List<Integer> numbers(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().toList();
  }

  /** The numbers from one on, rising and falling. */
  static List<List<Integer>> orders(int most) {
    return List.of(numbers(1, most), reversed(numbers(1, most)));
  }

  /** The numbers in the other order. */
  static List<Integer> reversed(List<Integer> numbers) {
    List<Integer> reversed = new ArrayList<>(numbers);
    Collections.reverse(reversed);
    return reversed;
  }
}
