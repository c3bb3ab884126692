package dev.fanion.conformance;

import dev.fanion.conformance.Conversation.Exchange;
import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * Every short race of a time limit with signals and cancellations: a task waits with a limit, main does up to three things
 * meanwhile, and then looks whether a signal, or a waiter, was left behind.
 */
final class LimitRaces {
  private static final String WAITER = "t1";
  private static final int LIMIT = 2;
  private static final int LONGER = 3;
  private static final int MOST = 3;

  private LimitRaces() {}

  /** The races over each event and flag of a scenario of main and {@code t1}, as scripts. */
  static List<List<Exchange>> all(Begin begin) {
    List<List<Exchange>> scripts = new ArrayList<>();
    begin.events().forEach(name -> extend(scripts, Request.Kind.EVENT, name, List.of()));
    begin.flags().forEach(name -> extend(scripts, Request.Kind.FLAG, name, List.of()));
    return scripts;
  }

  private static void extend(List<List<Exchange>> scripts, Request.Kind on, String name, List<Request> deeds) {
    if (!deeds.isEmpty()) {
      scripts.add(script(on, name, deeds));
    }
    if (deeds.size() < MOST) {
      for (Request deed : possible(on, name)) {
        List<Request> more = new ArrayList<>(deeds);
        more.add(deed);
        extend(scripts, on, name, more);
      }
    }
  }

  private static List<Request> possible(Request.Kind on, String name) {
    return List.of(
        Request.of(Op.SET, on, name),
        Request.of(Op.CLEAR, on, name),
        Request.of(Op.CANCEL, Request.Kind.TASK, WAITER),
        Request.of(Op.HOG).lasting(LONGER),
        Request.of(Op.SLEEP).lasting(LONGER),
        Request.of(Op.YIELD));
  }

  private static List<Exchange> script(Request.Kind on, String name, List<Request> deeds) {
    Request wait = Request.of(Op.WAIT, on, name);
    List<Exchange> script = new ArrayList<>();
    asks(script, Begin.MAIN, Request.of(Op.SPAWN, Request.Kind.TASK, WAITER));
    asks(script, Begin.MAIN, Request.of(Op.YIELD));
    asks(script, WAITER, wait.lasting(LIMIT));
    asks(script, WAITER, Request.of(Op.EXIT));
    deeds.forEach(deed -> asks(script, Begin.MAIN, deed));
    asks(script, Begin.MAIN, Request.of(Op.YIELD));
    asks(script, Begin.MAIN, Request.of(Op.SLEEP).lasting(LONGER));
    asks(script, Begin.MAIN, wait.lasting(1));
    asks(script, Begin.MAIN, Request.of(Op.END));
    return script;
  }

  private static void asks(List<Exchange> script, String task, Request request) {
    script.add(new Exchange(task, request, null));
  }
}
