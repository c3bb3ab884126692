package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A conversation of a smoke test. It is so short that it comes to its end on every side of every variation point, and all of
 * them together ask for every operation.
 *
 * @param title what it is about
 * @param experiment what is asked, and the features that this needs; it is about no point, unless a side leaves open what comes
 */
record SmokeScript(String title, Experiment experiment) {
  private static final Cast EVENT = Cast.of(1, 1, 0);
  private static final Cast FLAG = Cast.of(1, 0, 1);

  /** All conversations, the simplest first. */
  static List<SmokeScript> all() {
    return List.of(
        of("tasks begin, yield and end", Set.of(), EVENT,
            "main: spawn t1; 6 yield; spawn t1; 6 yield; end | t1: 2 yield; exit; yield; exit"),
        of("an event", Set.of("event"), EVENT,
            "main: is_set e1; set e1; is_set e1; wait e1; clear e1; is_set e1; spawn t1; 6 yield; set e1; 6 yield; exit"
                + " | t1: wait e1; clear e1; wait e1"),
        of("a flag", Set.of("flag"), FLAG,
            "main: set f1; wait f1; set f1; clear f1; spawn t1; 6 yield; set f1; 6 yield; end | t1: 2 wait f1"),
        of("an event's waiter is cancelled", Set.of("event", "cancel"), EVENT,
            "main: spawn t1; 6 yield; cancel t1; 6 yield; end | t1: wait e1; yield"),
        of("a flag's waiter is cancelled", Set.of("flag", "cancel"), FLAG,
            "main: spawn t1; 6 yield; cancel t1; 6 yield; end | t1: wait f1; yield"),
        of("time passes", Set.of("timeout"), EVENT,
            "main: sleep 5; hog 5; spawn t1; 3 yield; sleep 10; 6 yield; end | t1: sleep 5"),
        of("limits of waits on an event", Set.of("event", "timeout"), EVENT,
            "main: wait e1 5; set e1; wait e1 100; clear e1; spawn t1; 6 yield; set e1; 6 yield; end | t1: wait e1 1000"),
        of("limits of waits on a flag", Set.of("flag", "timeout"), FLAG,
            "main: wait f1 5; set f1; wait f1 100; spawn t1; 6 yield; set f1; 6 yield; end | t1: wait f1 1000"),
        of("an interrupt sets a flag", Set.of("flag", "interrupt"), FLAG,
            "main: interrupt f1; wait f1; spawn t1; 6 yield; interrupt f1; 6 yield; end | t1: wait f1"),
        of("an interrupt comes later", Set.of("flag", "arm"), FLAG, "main: 2 (arm f1 5; wait f1); end"),
        leavingOpen("an interrupt sets an event", VariationPoint.UNSAFE_SET, Set.of("event", "guard"), "main: interrupt e1; end"),
        leavingOpen("nothing can wake main", VariationPoint.ON_DEADLOCK, Set.of("event", "deadlock"),
            "main: spawn t1; 6 yield; wait e1 | t1: wait e1"),
        of("a storm", Set.of("flag", "storm"), Cast.of(0, 0, 1), "main: storm f1 2x200; set f1; wait f1; end"));
  }

  /** The name of an operation in a table: its word, what it names, and whether it has a limit. */
  static String name(String task, Request request) {
    return switch (request.op()) {
      case EXIT -> task.equals(Cast.MAIN) ? "exit of main" : "exit";
      case WAIT, SET, CLEAR, INTERRUPT -> request.op().wire() + (request.on() == Request.Kind.EVENT ? ", event" : ", flag")
          + (request.limited() ? ", limit" : "");
      default -> request.op().wire();
    };
  }

  /** The names of all its operations, with the replies that each can have, in words. */
  Map<String, String> operations() {
    Map<String, String> operations = new LinkedHashMap<>();
    experiment.script().queues().forEach((task, requests) -> requests.forEach(
        request -> operations.put(name(task, request), Answers.kinds(task, request))));
    return operations;
  }

  private static SmokeScript of(String title, Set<String> needs, Cast cast, String script) {
    return new SmokeScript(title, new Experiment(List.of(), needs, 1, cast, Script.of(script)));
  }

  private static SmokeScript leavingOpen(String title, VariationPoint point, Set<String> needs, String script) {
    return new SmokeScript(title, new Experiment(List.of(point), needs, 1, EVENT, Script.of(script)));
  }
}
