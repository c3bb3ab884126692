package dev.fanion.conformance;

import java.util.ArrayList;
import java.util.List;

/** Scenarios each of which is the first of a process, where what a runtime makes when it is first needed is not there yet. */
final class Beginnings {
  private Beginnings() {}

  /** The first wait, limit, sleep, cancellation, interrupt and deadlock, each by the main task and by another. */
  static List<Script> all() {
    List<Script> all = new ArrayList<>();
    for (String first : List.of("wait f1 30; wait f1 30", "sleep 20; sleep 20", "arm f1 10; wait f1; arm f1 10; wait f1",
        "interrupt f1; wait f1", "set f1; wait f1; wait f1 20", "wait e1 30; wait e1 30")) {
      all.add(Script.of("main: " + first));
    }
    all.add(Script.of("main: spawn t1; yield; arm f1 10; sleep 500; 2 yield | t1: wait f1"));
    all.add(Script.of("main: spawn t1; yield; interrupt f1; 2 yield | t1: wait f1"));
    all.add(Script.of("main: spawn t1; yield; set e1; 2 yield | t1: wait e1"));
    all.add(Script.of("main: spawn t1; yield; cancel t1; 2 yield | t1: 2 wait e1"));
    all.add(Script.of("main: spawn t1; yield; sleep 500; 2 yield | t1: wait e1 30; wait f1 30"));
    all.add(Script.of("main: spawn t1; yield; wait e1 | t1: wait e1"));
    return all;
  }
}
