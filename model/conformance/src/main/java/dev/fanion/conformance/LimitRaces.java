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
