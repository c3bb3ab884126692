package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.List;

/**
 * Every short race of a time limit with signals and cancellations. A task waits with a limit, main does up to three things
 * meanwhile, and then main looks whether a signal or a waiter was left behind.
 */
final class LimitRaces {
  private static final String WAITER = "t1";
  private static final int LIMIT = 2;
  private static final int LONGER = 3;
  private static final int MOST = 3;

  private LimitRaces() {}

  /** The races over each event and flag of a cast of main and {@code t1}, as conversations to be repeated. */
  static List<List<Exchange>> all(Cast cast) {
    List<List<Exchange>> races = new ArrayList<>();
    cast.events().forEach(name -> extend(races, Request.Kind.EVENT, name, List.of()));
    cast.flags().forEach(name -> extend(races, Request.Kind.FLAG, name, List.of()));
    return races;
  }

  private static void extend(List<List<Exchange>> races, Request.Kind on, String name, List<Request> deeds) {
    if (!deeds.isEmpty()) {
      races.add(race(on, name, deeds));
    }
    if (deeds.size() < MOST) {
      for (Request deed : possible(on, name)) {
        List<Request> more = new ArrayList<>(deeds);
        more.add(deed);
        extend(races, on, name, more);
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

  private static List<Exchange> race(Request.Kind on, String name, List<Request> deeds) {
    Request wait = Request.of(Op.WAIT, on, name);
    List<Exchange> race = new ArrayList<>();
    asks(race, Cast.MAIN, Request.of(Op.SPAWN, Request.Kind.TASK, WAITER));
    asks(race, Cast.MAIN, Request.of(Op.YIELD));
    asks(race, WAITER, wait.lasting(LIMIT));
    asks(race, WAITER, Request.of(Op.EXIT));
    deeds.forEach(deed -> asks(race, Cast.MAIN, deed));
    asks(race, Cast.MAIN, Request.of(Op.YIELD));
    asks(race, Cast.MAIN, Request.of(Op.SLEEP).lasting(LONGER));
    asks(race, Cast.MAIN, wait.lasting(1));
    asks(race, Cast.MAIN, Request.of(Op.END));
    return race;
  }

  private static void asks(List<Exchange> race, String task, Request request) {
    race.add(new Exchange(task, request, null));
  }
}
