package dev.fanion.conformance;

import static dev.fanion.conformance.DataStructures.spawns;

import dev.fanion.conformance.protocol.Cast;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Scenarios in which each event and each flag that there can be is used in each of the usual ways. */
final class Places {
  private static final int MOST = Capacities.MOST;

  static final Cast CAST = Cast.of(3, MOST, MOST);

  private Places() {}

  /** Several waiters, a cancellation of each, a second waiter that is refused. */
  static List<Script> ofWaits() {
    return List.of(
        Script.of("main: " + spawns(1, 3) + "2 yield; " + each("set eI; clear eI; 3 yield; cancel t2; 2 yield; set eI;"
            + " clear eI; 3 yield; cancel t1; 2 yield") + " | t1: " + each("3 wait eI") + " | t2: " + each("3 wait eI")
            + " | t3: " + each("2 wait eI")),
        Script.of("main: spawn t1; spawn t2; 2 yield; " + each("set fI; 3 yield; cancel t1; 2 yield; interrupt fI; 4 yield")
            + " | t1: " + each("3 wait fI") + " | t2: " + each("wait fI; 3 yield")));
  }

  /** A limit passes, a set or an interrupt comes before it. */
  static List<Script> ofLimits() {
    return List.of(
        Script.of("main: spawn t1; 2 yield; " + each("sleep 4; set eI; clear eI; 3 yield; set eI; 3 yield") + " | t1: "
            + each("wait eI 2; wait eI 900; wait eI")),
        Script.of("main: spawn t1; 2 yield; " + each("sleep 4; set fI; 4 yield; set fI; 4 yield") + " | t1: "
            + each("wait fI 2; wait fI 900; wait fI")),
        Script.of("main: " + each("arm fI 5; wait fI 900; arm fI 2; wait fI; wait fI 2")));
  }

  /** The same requests for each event or flag, whose number stands for {@code I}. */
  private static String each(String requests) {
    return IntStream.rangeClosed(1, MOST).mapToObj(i -> requests.replace("I", "" + i)).collect(Collectors.joining("; "));
  }
}
