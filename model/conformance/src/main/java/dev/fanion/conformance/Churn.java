package dev.fanion.conformance;

import static dev.fanion.conformance.DataStructures.each;
import static dev.fanion.conformance.DataStructures.spawns;

import java.util.ArrayList;
import java.util.List;

/**
 * Scenarios in which waiters and timers come and go many times while others stay: rings whose ends lie anywhere, lists with holes
 * that are packed now and then.
 */
final class Churn {
  /** No ring or list of those that these scenarios are meant for has more places before it is packed or begins anew. */
  private static final int PLACES = 32;
  private static final int HOLES = 140;
  private static final int WAKES = 7;

  private Churn() {}

  /**
   * Some wait, are all woken, and wait again, so that a ring begins at each of its places; each time one is cancelled, and waits
   * again behind the others. The number of waiters divides no size of a ring.
   */
  static List<Script> ofRings() {
    List<Script> all = new ArrayList<>();
    for (int tasks : List.of(3, 5, 7)) {
      for (int cancelled : List.of(1, tasks / 2 + 1, tasks)) {
        all.add(Script.of("main: " + spawns(1, tasks) + "2 yield; " + PLACES + " (set e1; clear e1; 2 yield; cancel t" + cancelled
            + "; 2 yield); set e1; 2 yield" + each(1, tasks, 3 * PLACES + " wait e1")));
      }
    }
    return all;
  }

  /** One of several waiters is cancelled, and waits again, many times; the others stay. All are woken in the end, and again. */
  static List<Script> ofHoles() {
    List<Script> all = new ArrayList<>();
    for (int cancelled = 1; cancelled <= 3; cancelled++) {
      for (int holes : List.of(PLACES, HOLES)) {
        all.add(Script.of("main: spawn t1; spawn t2; spawn t3; 3 yield; " + holes + " (cancel t" + cancelled + "; 2 yield);"
            + " set e1; clear e1; 3 yield; set e1; 3 yield" + each(1, 3, 2 * holes + " wait e1")));
      }
    }
    all.add(Script.of("main: spawn t1; spawn t2; spawn t3; spawn t4; 4 yield; " + PLACES + " (cancel t3; cancel t1; cancel t2;"
        + " 2 yield); set e1; 3 yield" + each(1, 4, 2 * PLACES + " wait e1")));
    return all;
  }

  /** The same deed many times, beside another waiter, and once more an event or a flag that has to work as before. */
  static List<Script> ofDeeds() {
    String others = " | t2: 2 wait e1; exit | t3: wait f1; exit";
    return List.of(
        Script.of("main: spawn t1; spawn t2; 3 yield; " + HOLES + " (set e2; cancel t1; clear e2; 2 yield); set e1; 3 yield;"
            + " set e2; 2 yield | t1: " + 2 * HOLES + " wait e2" + others),
        Script.of("main: spawn t3; 2 yield; " + HOLES + " wait f1; set f1; 3 yield; set f1; wait f1" + others),
        Script.of("main: spawn t1; spawn t3; 3 yield; " + HOLES + " (cancel t1; 2 yield); set f2; 3 yield; set f1; 3 yield | t1: "
            + 2 * HOLES + " wait f2" + others));
  }

  /**
   * While t1, which was woken first, waits for its turn, each of the others begins to wait and is woken by the next. In the end
   * t1 is cancelled, or not.
   */
  static List<Script> ofWakesBeforeATurn() {
    List<Script> all = new ArrayList<>();
    for (int last = 3; last <= WAKES; last++) {
      for (String deed : List.of("cancel t1; ", "")) {
        all.add(Script.of("main: " + spawns(1, last) + "yield; set e1; clear e1; 4 yield; set e1; 3 yield | t1: 3 wait e1"
            + " | t2: yield; 3 wait e1" + each(3, last - 1, "yield; set e1; clear e1; 3 wait e1") + " | t" + last
            + ": yield; set e1; clear e1; " + deed + "yield; wait e1"));
      }
    }
    return all;
  }

  /** Two tasks wake each other again and again, by events or by flags, while others are ready. */
  static List<Script> ofHandovers() {
    List<Script> all = new ArrayList<>();
    for (String clear : List.of("; clear %s", "")) {
      String mine = clear.isEmpty() ? "f1" : "e1";
      String yours = clear.isEmpty() ? "f2" : "e2";
      all.add(Script.of("main: spawn t1; spawn t2; spawn t3; 5 yield"
          + " | t1: 60 (wait " + yours + "; set " + mine + clear.replace("%s", mine) + ")"
          + " | t2: yield; 60 (set " + yours + clear.replace("%s", yours) + "; wait " + mine + ") | t3: 4 yield"));
    }
    return all;
  }

  /** The same of what takes time: limits that pass, sleeps that are cancelled, interrupts. */
  static List<Script> ofTimedDeeds() {
    String others = " | t2: 2 wait e1; exit | t3: wait f1; exit";
    return List.of(
        Script.of("main: spawn t2; spawn t3; 3 yield; 40 wait e1 1; 40 wait f2 1; set e1; clear e1; set f1; 4 yield" + others),
        Script.of("main: spawn t1; spawn t2; 3 yield; 40 sleep 3; set e1; clear e1; 3 yield; cancel t1; yield | t1: 90 wait e1 1"
            + others),
        Script.of("main: spawn t1; spawn t2; 3 yield; " + HOLES + " (cancel t1; yield); set e1; 3 yield; sleep 12; yield | t1: "
            + HOLES + " sleep 2500; sleep 8; exit" + others),
        Script.of("main: spawn t2; 2 yield; " + HOLES + " (arm f2 1; wait f2); set e1; 3 yield" + others));
  }

  /** The same rings, where the wait of one of the tasks is ended by its limit. */
  static List<Script> ofLimits() {
    List<Script> all = new ArrayList<>();
    for (String first : List.of("wait e1", "(wait e1; yield)")) { // t2 waits in the middle, or before the others
      all.add(Script.of("main: " + spawns(1, 3) + "2 yield; 12 (set e1; clear e1; 3 yield; sleep 4; 2 yield); set e1; 3 yield"
          + " | t1: " + PLACES + " " + first
          + " | t2: wait e1; " + PLACES + " (wait e1 2; wait e1) | t3: " + PLACES + " (wait e1; yield)"));
    }
    return all;
  }

  /** The same by sleeps and limits, of which many are called off before the others are over. */
  static List<Script> ofTimers() {
    List<Script> all = new ArrayList<>();
    for (String timer : List.of("sleep ", "wait e1 ")) {
      all.add(Script.of("main: spawn t1; spawn t2; spawn t3; spawn t4; 2 yield; " + HOLES + " (cancel t2; yield); sleep "
          + Timing.CERTAIN + "; 2 yield | t1: " + timer + "1200; exit | t2: " + 2 * HOLES + " " + timer + "2500 | t3: " + timer
          + "60; exit | t4: " + timer + "40; exit"));
    }
    all.add(Script.of("main: spawn t1; spawn t2; spawn t3; 2 yield; " + HOLES + " (set f1; 2 yield); sleep 60; 2 yield"
        + " | t1: sleep 40; exit | t2: " + 2 * HOLES + " wait f1 2500 | t3: wait e1 40; exit"));
    return all;
  }
}
