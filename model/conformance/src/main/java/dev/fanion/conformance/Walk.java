package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Takes every request at every place of an {@link Atlas} at least once: a new request here, else the shortest way to one.
 * A scenario that is long enough goes home, to the main task, which ends the scenario.
 */
final class Walk implements Chooser {
  private static final int LONGEST = 60;

  /** A scenario that does not come home in this many steps is given up. */
  private static final int TOO_LONG = 3 * LONGEST;

  /** The walk ends after this many scenarios in a row that cover nothing new. */
  private static final int PATIENCE = 200;

  /** A new request is near if a search finds it before it has passed over this many nodes. */
  private static final int NEAR = 300;

  private final Atlas atlas;
  private final BiPredicate<Atlas.Node, Atlas.Move> wanted;
  private final Deque<Routes.Leg> planned = new ArrayDeque<>();
  private Atlas.@Nullable Node at;
  private Atlas.@Nullable Move last;

  /** Where the last planned move should lead. */
  private Atlas.@Nullable Node hoped;

  /** The ways from the start to new requests; null once one of them has turned out not to exist. */
  private @Nullable Routes home;
  private final Routes near;
  private int steps;
  private int covered;
  private int coveredBefore;

  /** How many scenarios in a row covered nothing new. */
  private int idle;
  private boolean done;
  private boolean lost;

  /**
   * A walk that has not begun.
   *
   * @param wanted which moves to make at which node; others are left out, for instance if their rules failed too often
   */
  Walk(Atlas atlas, BiPredicate<Atlas.Node, Atlas.Move> wanted) {
    this.atlas = atlas;
    this.wanted = wanted;
    near = new Routes(atlas, wanted);
  }

  /** Whether the walk is over: it has covered everything, or chance does not lead to the rest. */
  boolean done() {
    return done || idle > PATIENCE;
  }

  /** How many pairs of a place and a request it has covered. */
  int covered() {
    return covered;
  }

  /** Whether a reply was right, but not as predicted: the implementation notices flags at another time. */
  boolean lost() {
    return lost;
  }

  /** Takes the reply to the last move, which the spec explains. */
  private void took(Atlas.Move move, Reply reply, Atlas.Node from) {
    Atlas.Outcome outcome = move.outcome(reply);
    if (outcome == null) {
      lost = true;
      at = null;
      return;
    }
    covered += (from.place.covered & move.bit()) == 0 ? 1 : 0;
    from.place.covered |= move.bit();
    at = outcome.node;
    outcome.vain = 0;
    if (hoped != null && hoped != at) {
      missed(move);
      planned.clear();
    }
  }

  /** The planned outcome did not come. If that happens too often, ways by that outcome are no longer planned. */
  private void missed(Atlas.Move move) {
    for (Atlas.Outcome outcome : move.outcomes()) {
      if (outcome.node == hoped) {
        outcome.vain++;
        home = outcome.vain == Atlas.TOO_OFTEN ? null : home;
      }
    }
  }

  /** Prepares for a new scenario. */
  void begin() {
    idle = covered > coveredBefore ? 0 : idle + 1;
    coveredBefore = covered;
    at = null;
    last = null;
    hoped = null;
    planned.clear();
    steps = 0;
  }

  /** The scenario went wrong at the last request, so that no way is planned by that request at its place any more. */
  void failed() {
    if (last != null && at != null) {
      at.place.givenUp |= last.bit();
      last.outcomes().forEach(outcome -> outcome.vain = Atlas.TOO_OFTEN);
      home = null;
    }
  }

  @Override
  public void ended(Reply reply) {
    if (last != null && at != null) {
      took(last, reply, at);
    }
  }

  @Override
  public @Nullable Request choose(Tracker tracker, Reply reply) {
    if (at == null) {
      at = atlas.start;
    } else if (last != null) {
      took(last, reply, at);
    }
    if (at == null) {
      return tracker.task().equals(Cast.MAIN) ? Request.of(Op.END) : null;
    }
    last = next(at);
    if (last == null) {
      return at.task.equals(Cast.MAIN) ? Request.of(Op.END) : null;
    }
    steps++;
    return last.request();
  }

  private Atlas.@Nullable Move next(Atlas.Node here) {
    hoped = null;
    if (steps > TOO_LONG) {
      return null;
    } else if (steps < LONGEST) {
      Atlas.Move fresh = fresh(here);
      if (fresh != null) {
        planned.clear();
        return fresh;
      }
    }
    if (planned.isEmpty()) {
      plan(here);
    }
    Routes.Leg leg = planned.poll();
    hoped = leg == null ? null : leg.to();
    return leg == null ? null : leg.move();
  }

  /** Plans a way to a new request that is near, or else home; from the start, to the nearest new request of all. */
  private void plan(Atlas.Node here) {
    if (steps == 0) {
      home = home == null ? new Routes(atlas, wanted).from(here) : home;
      done = !planTo(home, node -> fresh(node) != null, Integer.MAX_VALUE);
    } else {
      boolean found = steps < LONGEST && planTo(near.from(here), node -> fresh(node) != null, NEAR);
      if (!found && !here.task.equals(Cast.MAIN)) {
        planTo(near.from(here), node -> node.task.equals(Cast.MAIN), Integer.MAX_VALUE);
      }
    }
  }

  private boolean planTo(Routes routes, Predicate<Atlas.Node> fits, int most) {
    Atlas.Node found = routes.find(fits, most);
    if (found != null) {
      planned.addAll(routes.way(found));
    }
    return found != null;
  }

  /** A wanted move that was not made here before; an exit comes last. */
  private Atlas.@Nullable Move fresh(Atlas.Node node) {
    if (!atlas.isOpen(node)) {
      return null;
    }
    Atlas.Move ending = null;
    for (Atlas.Move move : atlas.moves(node)) {
      boolean open = (move.bit() & (node.place.covered | node.place.givenUp)) == 0;
      if (open && wanted.test(node, move)) {
        if (move.request().op() != Op.EXIT) {
          return move;
        }
        ending = move;
      }
    }
    return ending;
  }
}
