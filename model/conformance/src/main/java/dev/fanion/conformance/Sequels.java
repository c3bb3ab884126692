package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import java.util.ArrayList;
import java.util.List;

/**
 * Scenarios in which a task does two things, one behind the other: each way in which an operation can end, and each operation
 * behind it. How the first has ended must not show in the second. And scenarios in which something else is under way while
 * several wait.
 */
final class Sequels {
  static final Cast CAST = Cast.of(3, 1, 2);

  /** What t1 does, and what main does then, so that it ends in some way; nothing, where it ends in the same turn. */
  private record Deed(String task, String main) {}

  /** What takes no time. In each of them t1 has a turn at the end, and nothing is set then. */
  private static final List<Deed> SOON = List.of(
      new Deed("yield", "yield; "),
      new Deed("yield", "cancel t1; yield; "),
      new Deed("wait e1", "set e1; clear e1; yield; "),
      new Deed("wait e1", "cancel t1; yield; "),
      new Deed("wait e1", "set e1; clear e1; cancel t1; yield; "),
      new Deed("wait e1", "2 cancel t1; 2 yield; "),
      new Deed("set e1; wait e1; clear e1", ""),
      new Deed("wait f1", "set f1; 2 yield; "),
      new Deed("wait f1", "interrupt f1; 2 yield; "),
      new Deed("wait f1", "set e1; clear e1; cancel t1; yield; "),
      new Deed("wait f1", "set f1; cancel t1; 2 yield; clear f1; "),
      new Deed("wait f1", "set f1; yield; cancel t1; 2 yield; clear f1; "),
      new Deed("set f1; wait f1", ""),
      new Deed("wait f2", ""));

  /** What has a limit, or sleeps. A limit is passed before its task is cancelled, or only due. */
  private static final List<Deed> TIMED = List.of(
      new Deed("wait e1 60", "set e1; clear e1; yield; "),
      new Deed("wait e1 60", "cancel t1; yield; "),
      new Deed("wait e1 60", "set e1; clear e1; cancel t1; yield; "),
      new Deed("wait e1 3", "sleep 6; "),
      new Deed("wait e1 3", "hog 6; 2 cancel t1; 2 yield; "),
      new Deed("wait e1 3", "hog 6; yield; 2 cancel t1; 2 yield; "),
      new Deed("wait e1 3", "hog 6; set e1; clear e1; 2 yield; "),
      new Deed("set e1; wait e1 60; clear e1", ""),
      new Deed("wait f1 60", "set f1; 2 yield; "),
      new Deed("wait f1 60", "set e1; clear e1; cancel t1; yield; "),
      new Deed("wait f1 60", "set f1; cancel t1; 2 yield; wait f1 3; clear f1; "),
      new Deed("wait f1 60", "set f1; yield; cancel t1; 2 yield; wait f1 3; clear f1; "),
      new Deed("wait f1 3", "sleep 6; "),
      new Deed("wait f1 3", "hog 6; yield; 2 cancel t1; 2 yield; "),
      new Deed("wait f1 3", "hog 6; yield; set f1; 2 yield; wait f1 3; clear f1; "),
      new Deed("set f1; wait f1 60", ""),
      new Deed("wait f2 60", ""),
      new Deed("sleep 3", "sleep 6; "),
      new Deed("sleep 3", "hog 6; yield; 2 cancel t1; 2 yield; "),
      new Deed("sleep 60", "set e1; clear e1; 2 cancel t1; 2 yield; "));

  private Sequels() {}

  /** Each two that take no time, in one scenario for each first. */
  static List<Script> ofTwo() {
    return SOON.stream().map(first -> behind(first, SOON)).toList();
  }

  /** Each two of which one has a limit, or sleeps. */
  static List<Script> ofTwoTimed() {
    List<Script> all = new ArrayList<>();
    SOON.forEach(first -> all.add(behind(first, TIMED)));
    List<Deed> every = new ArrayList<>(SOON);
    every.addAll(TIMED);
    TIMED.forEach(first -> all.add(behind(first, every)));
    return all;
  }

  /** The first, and one of these behind it; then the first again, and the next. t2 has the second flag, t3 waits in between. */
  private static Script behind(Deed first, List<Deed> second) {
    StringBuilder main = new StringBuilder("main: spawn t2; 2 yield; spawn t3; spawn t1; 2 yield; ");
    StringBuilder task = new StringBuilder(" | t1: yield");
    for (Deed each : second) {
      main.append(first.main).append(each.main);
      task.append("; ").append(first.task).append("; ").append(each.task);
    }
    return Script.of(main.append("2 yield") + " | t2: wait f2" + task + " | t3: " + 6 * second.size() + " wait e1");
  }

  /** Four waiters are woken and cancelled at each place, while something of each kind is under way that does not end. */
  static List<Script> meanwhile() {
    String crowd = "; set e1; clear e1; 2 yield; cancel t2; 2 yield; set e1; clear e1; 2 yield; clear e1; cancel t3; yield;"
        + " cancel t1; 2 yield; set e1; clear e1; 2 yield; cancel t4; cancel t2; 2 yield; set e1; cancel t2; clear e1;"
        + " 2 yield; end | t1: 20 wait e1 | t2: 20 wait e1 | t3: 20 wait e1 | t4: 20 wait e1";
    List<Script> all = new ArrayList<>();
    for (String under : List.of("sleep 900", "wait f1 900", "wait e1 900", "wait f1")) {
      for (String arms : List.of("", "arm f1 900; ")) {
        all.add(Script.of("main: " + arms + "spawn t5; 2 yield; spawn t1; spawn t2; spawn t3; spawn t4; 2 yield" + crowd
            + " | t5: " + under));
      }
    }
    return all;
  }
}
