package dev.fanion.conformance;

import static dev.fanion.conformance.DataStructures.spawns;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scenarios in which something happens to some of five waiters of one event, whichever they are, and not to the others. */
final class Subsets {
  private static final int TASKS = 5;
  private static final int ALL = 1 << TASKS;

  private Subsets() {}

  /** Some are cancelled in one turn, before a set or behind it; they wait again, or exit. */
  static List<Script> ofCancels() {
    List<Script> all = new ArrayList<>();
    for (String next : List.of("wait e1; wait e1", "exit")) {
      for (String order : List.of("CANCEL set e1; clear e1; ", "set e1; CANCEL clear e1; ",
          "CANCEL 3 yield; set e1; clear e1; ")) {
        for (int some = 1; some < ALL; some++) {
          all.add(Script.of("main: " + spawns(1, TASKS) + "2 yield; " + order.replace("CANCEL ", cancels(some)) + "3 yield;"
              + " set e1; clear e1; 3 yield; set e1; 2 yield" + each(some, "wait e1; " + next, "3 wait e1")));
        }
      }
    }
    return all;
  }

  /** The limits of some pass, while the loop is busy or while it sleeps, before a set. */
  static List<Script> ofLimits() {
    List<Script> all = new ArrayList<>();
    for (String until : List.of("hog 9; 5 yield", "sleep 9")) {
      for (int some = 1; some < ALL; some++) {
        all.add(Script.of("main: " + spawns(1, TASKS) + "2 yield; " + until + "; set e1; clear e1; 3 yield; set e1; clear e1;"
            + " 3 yield" + each(some, "wait e1 5; 2 wait e1", "3 wait e1")));
      }
    }
    return all;
  }

  /** Some wait or sleep with a time which is called off, all in one turn; it must not end what they do next. */
  static List<Script> ofCalledOff() {
    List<Script> all = new ArrayList<>();
    for (int some : List.of(ALL - 1, ALL / 2 - 1, ALL - 2, (ALL - 1) / 3)) {
      all.add(calledOff(some, "sleep 20", cancels(some)));
      all.add(calledOff(some, "wait e1 20", cancels(some)));
      all.add(calledOff(some, "wait e1 20", "set e1; clear e1; "));
    }
    return all;
  }

  private static Script calledOff(int some, String first, String off) {
    return Script.of("main: " + spawns(1, TASKS) + "2 yield; " + off + "3 yield; sleep 40; 3 yield; set e1; 3 yield"
        + each(some, first + "; wait e1; exit", "sleep 30; wait e1; exit"));
  }

  /** A limit passes for a waiter that was woken and has yet to run behind some others, of which one comes to wait meanwhile. */
  static List<Script> ofHeldUp() {
    List<Script> all = new ArrayList<>();
    for (String first : List.of("2 yield; wait e1; exit", "9 yield; exit")) {
      for (String set : List.of("set e1; clear e1; ", "set e1; ")) {
        all.add(Script.of("main: " + spawns(1, TASKS) + "2 yield; " + set + "hog 9; 3 yield; clear e1; 3 yield; set e1; 3 yield"
            + " | t1: " + first + " | t2: 9 yield; exit | t3: 9 yield; exit | t4: wait e1 5; wait e1; exit"
            + " | t5: 2 wait e1; exit"));
      }
    }
    for (String deed : List.of("set e1; clear e1; ", "cancel t1; ", "set e1; ", "cancel t1; set e1; clear e1; ")) {
      for (String busy : List.of("t2", "t3")) {
        String waits = busy.equals("t2") ? "t3" : "t2";
        all.add(Script.of("main: " + spawns(1, TASKS) + "2 yield; clear e1; 3 yield; set e1; clear e1; 2 yield; set e1; 2 yield"
            + " | t1: wait e1 5; wait e1; exit | " + busy + ": " + deed + "hog 9; exit | " + waits
            + ": wait e1; exit | t4: wait e1; wait e1; exit | t5: yield; wait e1; exit"));
      }
    }
    return all;
  }

  /** One of some tasks has ended, and a deadlock is reported: it names the others. */
  static List<Script> ofEnds() {
    return IntStream.rangeClosed(1, TASKS).mapToObj(one -> Script.of("main: " + spawns(1, TASKS) + "2 yield; cancel t" + one
        + "; 3 yield; wait e2" + each(1 << (one - 1), "wait e1; exit", "wait e1"))).toList();
  }

  /** That those are cancelled whose bit is set. */
  private static String cancels(int some) {
    return IntStream.rangeClosed(1, TASKS).filter(in(some)).mapToObj(i -> "cancel t" + i + "; ").collect(Collectors.joining());
  }

  private static IntPredicate in(int some) {
    return i -> (some >> (i - 1) & 1) == 1;
  }

  private static String each(int some, String does, String others) {
    return IntStream.rangeClosed(1, TASKS).mapToObj(i -> " | t" + i + ": " + (in(some).test(i) ? does : others))
        .collect(Collectors.joining());
  }
}
