package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Scenarios that chance does not find: what shows only in a crowd, after many repetitions, or when there is much time. Each
 * long time has several things to tell, since it is waited for.
 */
final class Scripts {
  /** The cast of the scenarios in a crowd, or with many repetitions. */
  static final Cast CROWD = Cast.of(7, 1, 1);

  /** The cast of the scenarios that take their time. */
  static final Cast FEW = Cast.of(2, 1, 2);

  private Scripts() {}

  /** Many waiters, and many times the same. */
  static List<Script> crowds() {
    return scripts(
        "main: spawn t1; 40 yield; spawn t2; 40 yield | t1: 9 yield; exit | t2: 60 yield; exit", // some have yielded often
        "main: spawn t1; spawn t2; spawn t3; spawn t4; spawn t5; spawn t6; spawn t7; 4 yield; set e1; 4 yield; clear e1; 4 yield;"
            + " set e1; 4 yield | t1: 3 wait e1 | t2: 3 wait e1 | t3: 3 wait e1 | t4: 3 wait e1 | t5: 3 wait e1 | t6: 3 wait e1"
            + " | t7: 3 wait e1",
        "main: spawn t1; spawn t2; spawn t3; spawn t4; spawn t5; 4 yield; set e1; 4 yield; clear e1; 4 yield; set e1; 4 yield"
            + " | t1: 3 wait e1 | t2: 3 wait e1 | t3: 3 wait e1 | t4: 3 wait e1 | t5: 3 wait e1",
        "main: spawn t1; spawn t2; spawn t3; spawn t4; spawn t5; 4 yield; cancel t3; 2 yield; cancel t5; cancel t1; 2 yield;"
            + " set e1; 4 yield | t1: 3 wait e1 | t2: 3 wait e1 | t3: 3 wait e1 | t4: 3 wait e1 | t5: 3 wait e1",
        "main: spawn t1; 300 (2 yield; set e1; clear e1) | t1: 320 wait e1",
        "main: spawn t1; spawn t2; 40 (2 yield; set e1; clear e1; yield; is_set e1) | t1: 60 wait e1 | t2: 60 wait e1",
        // A woken waiter does not run before its event has been set and cleared many times more.
        "main: spawn t1; 2 (2 yield; 4 (set e1; clear e1); 2 yield; 16 (set e1; clear e1); 2 yield; 64 (set e1; clear e1);"
            + " 2 yield; 256 (set e1; clear e1)); 3 yield | t1: 12 wait e1",
        "main: spawn t1; 300 (2 yield; set f1; 2 yield) | t1: 320 wait f1",
        "main: spawn t1; 300 (2 yield; interrupt f1; 3 yield) | t1: 320 wait f1",
        "main: spawn t1; 20 (yield; cancel t1); 2 yield | t1: 40 yield; exit",
        "main: 70 is_set e1; 70 (set e1; clear e1); 70 (set f1; clear f1)",
        // Waits on a set event give no turn, however many there are.
        "main: set e1; spawn t1; 1100 wait e1; yield | t1: exit",
        "main: spawn t1; 40 (2 yield; cancel t1) ; 2 yield; set e1 | t1: 60 wait e1",
        "main: spawn t1; 40 (2 yield; cancel t1) ; 2 yield; set f1; 2 yield | t1: 60 wait f1",
        "main: 40 (spawn t1; 2 yield; set e1; 2 yield; clear e1) | t1: 40 (wait e1; exit)");
  }

  /** What a scenario leaves, in each state that a task can be in, must not reach the next one, however the run ends. */
  static List<Script> left() {
    String next = "main: is_set e1; spawn t1; spawn t2; 4 yield; end | t1: wait f1 | t2: wait e1";
    List<Script> all = new ArrayList<>();
    for (String end : List.of("end", "exit")) {
      all.addAll(scripts(
          "main: spawn t1; spawn t2; spawn t3; spawn t4; spawn t5; 3 yield; set e1; cancel t5; " + end
              + " | t1: wait e1 | t2: wait e1 | t3: wait f1 | t4: wait e1 | t5: wait e1",
          "main: is_set e1; spawn t1; spawn t2; 4 yield; set f1; 4 yield; set e1; end | t1: wait e1 | t2: wait f1",
          "main: spawn t1; yield; interrupt f1; set e1; " + end + " | t1: 9 yield",
          next,
          "main: spawn t1; yield; set e1; wait f1; " + end + " | t1: exit", // a deadlock, where it is reported
          next,
          "main: set f1; spawn t1; yield; wait e1; " + end + " | t1: wait e1",
          "main: is_set e1; spawn t1; spawn t2; 4 yield; set e1; 4 yield; end | t1: wait f1 | t2: wait e1"));
    }
    return all;
  }

  /** What a scenario with limits and sleeps leaves must not reach the next one, in which nothing is due at first. */
  static List<Script> leftOver() {
    String next = "main: is_set e1; spawn t1; spawn t2; sleep 12; 2 yield; set e1; 2 yield; set f1; 2 yield"
        + " | t1: wait e1 60; exit | t2: wait f1 60; exit";
    List<Script> all = new ArrayList<>();
    for (String end : List.of("exit", "end")) {
      all.addAll(scripts(
          "main: spawn t1; spawn t2; 2 yield; " + end + " | t1: wait e1 8 | t2: wait f1 8", next,
          "main: spawn t1; spawn t2; 2 yield; " + end + " | t1: sleep 8 | t2: sleep 8", next,
          "main: spawn t1; spawn t2; yield; arm f1 8; cancel t1; " + end + " | t1: wait e1 8 | t2: wait f1", next,
          "main: arm f1 8; " + end, next));
    }
    return all;
  }

  /** What needs time to show, in real time half a second or so each: more than {@link Timing#GRACE}. */
  static List<Script> patient() {
    return scripts(
        // A signal comes while the loop is busy, and a limit has passed before it.
        "main: spawn t1; yield; arm f1 30; hog 500; 6 yield; wait f1; set f1; wait f1 | t1: wait f1 20; exit",
        // An interrupt wakes a loop that sleeps on a timer, and again; then one that is busy.
        "main: spawn t1; yield; arm f1 20; sleep 500; arm f1 20; sleep 500; arm f1 20; hog 500; 5 yield | t1: 4 wait f1",
        // What was due while the loop was busy comes as soon as it is idle.
        "main: spawn t1; spawn t2; yield; arm f1 10; hog 500; sleep 500 | t1: sleep 20; wait f1; exit | t2: wait e1 30; exit",
        // Sleeps and limits are neither short nor endless.
        "main: spawn t1; spawn t2; sleep 1200; 2 yield | t1: sleep 250; wait e1 60; exit | t2: wait e1 100; sleep 70; exit",
        "main: spawn t1; spawn t2; sleep 1200; clear e1; 2 yield | t1: sleep 250; wait e1 60; exit"
            + " | t2: wait f1 100; sleep 70; exit",
        // A set ends a limited wait long before its limit, an event's and two flags'; the limit does not fire later.
        "main: spawn t1; yield; set e1; sleep 500; clear e1; sleep 500; set e1; 2 yield | t1: wait e1 900; wait e1; exit",
        "main: spawn t1; spawn t2; 2 yield; set f1; interrupt f2; sleep 500; sleep 500 | t1: wait f1 900; wait f1 900;"
            + " exit | t2: wait f2 900; sleep 600; exit",
        "main: spawn t1; yield; arm f1 20; sleep 500; set f1 ; 4 yield | t1: wait f1 900; wait f1; exit",
        // A cancellation ends a sleep and a limited wait at once; a sleep keeps nobody from running.
        "main: spawn t1; spawn t2; 2 yield; cancel t1; 2 yield; cancel t2; 4 yield; sleep 500 | t1: sleep 1200; exit"
            + " | t2: wait e1 1200; exit",
        "main: spawn t1; 2 yield; cancel t1; 2 yield; sleep 500; set f1; wait f1 | t1: wait f1 1200; exit",
        // Limits come again and again, also after a signal that was taken back, a cancellation, or another limit.
        "main: spawn t1; yield; set f1; clear f1; sleep 500; 4 yield | t1: wait f1 20; exit",
        "main: spawn t1; spawn t2; yield; sleep 500; 4 yield | t1: wait e1 20; wait e1 20; exit | t2: wait e1 20; exit",
        "main: spawn t1; yield; cancel t1; yield; cancel t1; yield; sleep 500; 4 yield"
            + " | t1: wait e1 20; sleep 20; wait e1 20; sleep 20; exit",
        // A limit passes while the loop is busy, and a signal comes before it is seen.
        "main: spawn t1; yield; hog 500; set e1; 5 yield; is_set e1 | t1: wait e1 20; wait e1; exit",
        "main: spawn t1; yield; hog 500; set f1; 6 yield; wait f1; clear f1; set f1; wait f1 | t1: wait f1 20; exit",
        "main: spawn t1; yield; hog 500; yield; set f1; 6 yield; wait f1; set f1; wait f1 | t1: wait f1 20; exit",
        "main: spawn t1; yield; set f1; hog 500; 6 yield; wait f1; set f1; wait f1 | t1: wait f1 20; exit",
        "main: spawn t1; yield; hog 500; interrupt f1; 6 yield; wait f1; interrupt f1; wait f1 | t1: wait f1 20; exit",
        "main: spawn t1; yield; hog 500; cancel t1; 6 yield; set f1; wait f1 | t1: wait f1 20; exit",
        "main: spawn t1; yield; hog 500; yield; cancel t1; 6 yield; set e1; yield | t1: wait e1 20; exit",
        // A flag works after a time-out, and so does the other flag.
        "main: wait f1 20; set f1; wait f1; wait f1 20; set f1; wait f1; set f2; wait f2; wait f2 20",
        // Two flags are independent, also for one task.
        "main: spawn t1; spawn t2; 2 yield; set f1; set f2; 4 yield; clear f1; set f2; 4 yield; set f1; 4 yield"
            + " | t1: 3 wait f1 | t2: 3 wait f2",
        "main: spawn t1; yield; interrupt f1; interrupt f2; 4 yield; interrupt f2; 4 yield"
            + " | t1: wait f1; wait f2; wait f2; exit");
  }

  /** The same limit or sleep many times, after many that a signal or a cancellation has ended. */
  static List<Script> again() {
    List<Script> all = new ArrayList<>();
    for (String thing : List.of("e1", "f1")) {
      String set = "set " + thing + "; clear " + thing;
      all.add(Script.of("main: 12 wait " + thing + " 2; set " + thing + "; 2 wait " + thing + " 2; clear " + thing + "; 4 wait "
          + thing + " 2; " + set + "; 2 wait " + thing + " 2"));
      all.add(Script.of(("main: 2 (set X; wait X 5; sleep 12)").replace("X", thing)));
      all.add(Script.of(("main: spawn t1; 2 yield; 66 (cancel t1; yield); sleep 5; yield | t1: 66 wait X 60; wait X 3; exit")
          .replace("X", thing)));
      for (String deed : List.of(set, "set " + thing, "clear " + thing, "cancel t1", "interrupt " + thing, "cancel t1; " + set,
          set + "; cancel t1")) {
        for (String each : List.of("wait " + thing + " 3", "wait " + thing, "sleep 3; wait " + thing + " 3",
            "wait " + thing + " 3; yield")) {
          all.add(Script.of("main: spawn t1; spawn t2; 5 (2 yield; " + deed + "; 3 yield); 5 (sleep 4; " + deed + "; yield); set "
              + thing + "; 4 yield | t1: 20 (" + each + ") | t2: 3 wait e1 3; 8 sleep 3; 3 wait e1 3"));
        }
      }
    }
    all.addAll(scripts("main: 110 wait e1 1; yield", "main: 140 wait f1 1; set f1; wait f1",
        "main: spawn t1; yield; 9 wait f1 20; set f1; 4 yield | t1: wait f1; exit", // refused, with a limit
        "main: spawn t1; 40 (yield; set f1; wait f1 20) | t1: 80 yield"));
    all.add(Script.of("main: spawn t1; spawn t2; 6 (sleep 4; cancel t1; yield; cancel t2; yield); 4 sleep 4"
        + " | t1: 30 (sleep 3) | t2: 30 (sleep 9)"));
    return all;
  }

  /**
   * Sleeps and nothing else, so that a clock that is wrong shows by itself, before limits break by it. Then whoever sleeps, or
   * waits with a limit, keeps nobody from running: that costs no time, since main does not wait for it.
   */
  static List<Script> sleeps() {
    return scripts("main: sleep 1; sleep 2; sleep 3; sleep 5; sleep 10; sleep 20",
        "main: spawn t1; 3 yield | t1: sleep 500", "main: spawn t1; 3 yield | t1: wait f1 500",
        "main: spawn t1; 3 yield | t1: wait e1 500");
  }

  /** Signals that come while a loop is busy for certain; then signals to an idle loop, each of which has to wake it by itself. */
  static List<Script> alone() {
    return scripts("main: arm f1 3; hog 12; wait f1", "main: spawn t1; yield; arm f1 3; hog 12; 6 yield | t1: wait f1",
        "main: 30 (arm f1 1; wait f1); 30 (arm f1 2; wait f1); 30 (arm f1 1; wait f1 900)",
        "main: arm f1 30; wait f1; arm f1 80; wait f1; arm f1 300; wait f1",
        "main: arm f1 30; arm f2 60; wait f2; wait f1");
  }

  /** Something happens to a flag, or to its waiter, between the time when an interrupt is armed and the time when it comes. */
  static List<Script> armed() {
    List<Script> all = new ArrayList<>();
    for (String deeds : List.of("yield", "clear f1", "cancel t1; 2 yield", "set f1; 3 yield", "interrupt f1; 3 yield",
        "set f1; clear f1", "sleep 4; yield", "cancel t1; spawn t2; 2 yield", "set f2; 3 yield", "hog 12; yield", "arm f2 12",
        "arm f2 4; wait f2 60")) {
      for (String waits : List.of("wait f1; exit", "wait f1 3; exit", "wait f1 3; wait f1 900; exit", "wait f2; exit")) {
        for (String rest : List.of("wait f1", "sleep 12; wait f1")) {
          all.add(Script.of("main: spawn t1; yield; arm f1 8; " + deeds + "; " + rest + " | t1: " + waits + " | t2: exit"));
        }
      }
    }
    return all;
  }

  private static List<Script> scripts(String... lines) {
    return Stream.of(lines).map(Script::of).toList();
  }
}
