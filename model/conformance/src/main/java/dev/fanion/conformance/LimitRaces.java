package dev.fanion.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Races of a time limit with signals, cancellations and time. A task waits with a limit, main does a few things meanwhile, and
 * then main looks whether a signal or a waiter was left behind. In each script {@code X} stands for the event or flag.
 */
final class LimitRaces {
  private static final List<String> EVERYTHING = List.of("set X", "clear X", "cancel t1", "hog 3", "sleep 3", "yield");
  private static final List<String> LATE = List.of("yield", "set X", "hog 13");
  private static final List<String> LATE_OR_CANCELLED = List.of("yield", "set X", "hog 13", "cancel t1");

  private LimitRaces() {}

  /** Every race with up to three things that main does, and a limit so short that all of them take a few seconds. */
  static List<Script> all() {
    return races("main: spawn t1; yield; %s; yield; sleep 3; wait X 1 | t1: wait X 2; exit",
        sequences(EVERYTHING, 3, deed -> true));
  }

  /** Two or three tasks wait for one event, and the limit of one of them passes: the others stay where they are. */
  static List<Script> ofNeighbours() {
    List<Script> all = new ArrayList<>();
    for (String deeds : List.of("sleep 5; set e1", "sleep 5; cancel t1; set e1", "sleep 5; cancel t2; set e1", "hog 5; set e1",
        "hog 5; yield; set e1", "sleep 5; set e1; clear e1; sleep 3; set e1", "cancel t1; sleep 5; set e1",
        "cancel t2; sleep 5; set e1")) {
      for (String first : List.of("wait e1 3", "wait e1", "wait e1 60")) {
        for (String second : List.of("wait e1 3", "wait e1", "wait e1 2; wait e1")) {
          all.add(Script.of("main: spawn t1; spawn t2; 2 yield; " + deeds + "; 4 yield | t1: " + first + "; exit | t2: " + second
              + "; exit"));
        }
      }
    }
    return all;
  }

  /** A limit passes while the loop is busy, and so does the sleep of another task, which does something before or after. */
  static List<Script> dueTogether() {
    List<Script> all = new ArrayList<>();
    for (String thing : List.of("e1", "f1")) {
      for (String deeds : List.of("cancel t1", "set X", "set X; cancel t1", "cancel t1; set X", "yield; cancel t1",
          "set X; clear X", "yield; set X")) {
        for (String times : List.of("5 10", "10 5")) {
          String[] each = times.split(" ");
          all.add(Script.of(("main: spawn t2; spawn t1; 2 yield; hog 13; sleep 5; set X; 3 yield; wait X 5 | t2: sleep " + each[0]
              + "; " + deeds + "; exit | t1: wait X " + each[1] + "; exit").replace("X", thing)));
        }
      }
    }
    return all;
  }

  /**
   * While the loop is busy a timer of t2 passes, and then one of t1; t2 cancels t1, which has yet to run, and goes on to do
   * something else. How its first operation has ended must not show there.
   */
  static List<Script> cancelledWhenDue() {
    List<Script> all = new ArrayList<>();
    for (String first : List.of("sleep 10", "wait e1 10", "wait f1 10")) {
      for (String cancels : List.of("cancel t1", "2 cancel t1")) {
        for (String next : List.of("wait e1 8", "wait f1 8", "wait e1", "sleep 8", "yield; wait f1")) {
          all.add(Script.of("main: spawn t2; spawn t1; 2 yield; hog 13; 3 yield; sleep 30; set e1; set f1; 4 yield"
              + " | t2: sleep 5; " + cancels + "; exit | t1: " + first + "; " + next + "; exit"));
        }
      }
    }
    return all;
  }

  /** A waiter is woken, and its limit passes before it runs, since a task that was ready before it is busy. */
  static List<Script> heldUp() {
    List<Script> all = new ArrayList<>();
    for (String[] thing : List.of(new String[] {"e1", "f1"}, new String[] {"f1", "e1"})) {
      for (String sets : List.of("set Y; set X", "set X; set Y")) {
        for (String deeds : List.of("hog 13", "hog 13; set X", "hog 13; clear X")) {
          all.add(Script.of(("main: spawn t1; spawn t2; wait X 10; wait X; yield; wait X 5 | t1: yield; " + sets
              + "; sleep 13; set X; exit | t2: wait Y; " + deeds + "; exit").replace("X", thing[0]).replace("Y", thing[1])));
        }
      }
    }
    return all;
  }

  /** Races of a limit that begins late, where an inner task does the wait: with more turns. Main waits, and looks once more. */
  static List<Script> late() {
    return races("main: spawn t1; wait X 10; wait X | t1: %s; sleep 13; exit",
        sequences(LATE, 5, "yield"::equals).stream().filter(deeds -> deeds.contains("set X")).toList());
  }

  /** The same with cancellations, where another task waits. They are many. */
  static List<Script> lateAndCancelled() {
    return races("main: spawn t1; yield; %s; sleep 13; wait X 10 | t1: 2 wait X 10; exit",
        sequences(LATE_OR_CANCELLED, 5, "yield"::equals));
  }

  private static List<Script> races(String race, List<List<String>> sequences) {
    return Stream.of("e1", "f1").flatMap(thing -> sequences.stream()
        .map(deeds -> String.format(Locale.ROOT, race, String.join("; ", deeds)).replace("X", thing))).map(Script::of).toList();
  }

  /** All sequences of one to {@code most} of these deeds; each comes once at most, but for those that may come again. */
  private static List<List<String>> sequences(List<String> possible, int most, Predicate<String> again) {
    List<List<String>> all = new ArrayList<>();
    extend(all, List.of(), possible, most, again);
    return all;
  }

  private static void extend(List<List<String>> all, List<String> deeds, List<String> possible, int most,
      Predicate<String> again) {
    for (String deed : deeds.size() < most ? possible : List.<String>of()) {
      if (again.test(deed) || !deeds.contains(deed)) {
        List<String> more = Stream.concat(deeds.stream(), Stream.of(deed)).toList();
        all.add(more);
        extend(all, more, possible, most, again);
      }
    }
  }
}
