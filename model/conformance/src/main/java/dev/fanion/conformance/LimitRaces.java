package dev.fanion.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Races of a time limit with signals, cancellations and time. A task waits with a limit, main does a few things meanwhile, and
 * then main looks whether a signal or a waiter was left behind.
 */
final class LimitRaces {
  private static final List<String> THINGS = List.of("e1", "f1");
  private static final List<String> EVERYTHING =
      List.of("set %1$s", "clear %1$s", "cancel t1", "hog %2$d", "sleep %2$d", "yield");
  private static final List<String> LATE = List.of("yield", "set %1$s", "hog %2$d");
  private static final List<String> LATE_OR_CANCELLED = List.of("yield", "set %1$s", "hog %2$d", "cancel t1");

  private LimitRaces() {}

  /** Every race with up to three things that main does, and a limit so short that all of them take a few seconds. */
  static List<Script> all() {
    List<Script> all = new ArrayList<>();
    THINGS.forEach(thing -> {
      String race = "main: spawn t1; yield; %s; yield; sleep 3; wait " + thing + " 1 | t1: wait " + thing + " 2; exit";
      extend(all, EVERYTHING, 3, thing, 3, race, new ArrayList<>());
    });
    return all;
  }

  /** Races of a limit that begins late, where an inner task does the wait: with more turns. Main waits, and looks once more. */
  static List<Script> late() {
    List<Script> all = new ArrayList<>();
    THINGS.forEach(thing -> extend(all, LATE, 5, thing, 13,
        "main: spawn t1; wait " + thing + " 10; wait " + thing + " | t1: %s; sleep 13; exit", new ArrayList<>()));
    return all;
  }

  /** The same with cancellations, where another task waits. They are many. */
  static List<Script> lateAndCancelled() {
    List<Script> all = new ArrayList<>();
    THINGS.forEach(thing -> extend(all, LATE_OR_CANCELLED, 5, thing, 13,
        "main: spawn t1; yield; %s; sleep 13; wait " + thing + " 10 | t1: 2 wait " + thing + " 10; exit", new ArrayList<>()));
    return all;
  }

  private static void extend(List<Script> all, List<String> possible, int most, String thing, int longer, String race,
      List<String> deeds) {
    if (!deeds.isEmpty() && (possible != LATE || deeds.contains("set " + thing))) {
      all.add(Script.of(String.format(Locale.ROOT, race, String.join("; ", deeds))));
    }
    for (String deed : deeds.size() < most ? possible : List.<String>of()) {
      String next = String.format(Locale.ROOT, deed, thing, longer);
      if (possible == EVERYTHING || deed.equals("yield") || !deeds.contains(next)) {
        List<String> more = new ArrayList<>(deeds);
        more.add(next);
        extend(all, possible, most, thing, longer, race, more);
      }
    }
  }
}
