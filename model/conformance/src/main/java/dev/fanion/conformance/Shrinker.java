package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Trouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the shortest conversation that still goes wrong: leaves out ever smaller parts (delta debugging), at last
 * single exchanges and pairs; gives what is left to other tasks; puts a yield in a request's place.
 */
final class Shrinker {
  /** A finding that needs more attempts than these is shown as short as it is by then. */
  private static final int ATTEMPTS = 1_500;

  /** A hang costs its deadline each time. */
  private static final int HANGS = 60;

  private static final Request YIELD = Request.of(Op.YIELD);

  private final Session session;
  private final Model model;
  private final Set<List<Conversation.Exchange>> tried = new HashSet<>();
  private int attempts;
  private Finding best;

  Shrinker(Session session, Model model, Finding finding) {
    this.session = session;
    this.model = model;
    best = finding;
  }

  /**
   * The shortest conversation found.
   *
   * @throws Trouble where the adapter itself fails meanwhile
   */
  Finding shrink() throws Trouble {
    Finding found = best;
    session.adapter.impatient();
    try {
      for (int parts = 2; parts < 2 * best.exchanges().size() && !exhausted(); parts *= 2) {
        parts = withoutOneOf(parts) ? 1 : parts;
      }
      while (!exhausted() && (withoutSingles() || withoutPairs() || withYield())) {
        continue;
      }
    } finally {
      session.adapter.patient();
    }
    boolean confirmed = best == found || best.kind() != Finding.Kind.HANG || best.resembles(hold(new ScriptChooser(best.exchanges())));
    return confirmed ? best : found;
  }

  private boolean exhausted() {
    return attempts >= (best.kind() == Finding.Kind.HANG ? HANGS : ATTEMPTS);
  }

  private boolean withoutOneOf(int parts) throws Trouble {
    int size = best.exchanges().size();
    int length = (size + parts - 1) / parts;
    for (int from = 0; from < size && !exhausted(); from += length) {
      if (attempt(without(best.exchanges(), from, Math.min(size, from + length)))) {
        return true;
      }
    }
    return false;
  }

  private boolean withoutSingles() throws Trouble {
    boolean any = false;
    for (int i = best.exchanges().size() - 1; i >= 0 && !exhausted(); i--) {
      if (i < best.exchanges().size()) {
        any |= attempt(without(best.exchanges(), i, i + 1));
      }
    }
    return any;
  }

  private boolean withoutPairs() throws Trouble {
    for (int i = 0; i < best.exchanges().size(); i++) {
      for (int j = i + 1; j < best.exchanges().size() && !exhausted(); j++) {
        if (attempt(without(without(best.exchanges(), j, j + 1), i, i + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  /** Puts a yield in a request's place: no shorter, but plainer, and more may be left out then. */
  private boolean withYield() throws Trouble {
    for (int i = 0; i < best.exchanges().size() && !exhausted(); i++) {
      List<Conversation.Exchange> script = new ArrayList<>(best.exchanges());
      script.set(i, new Conversation.Exchange(script.get(i).task(), YIELD, null));
      if (attempt(script)) {
        return true;
      }
    }
    return false;
  }

  private static List<Conversation.Exchange> without(List<Conversation.Exchange> all, int from, int to) {
    List<Conversation.Exchange> rest = new ArrayList<>(all.subList(0, from));
    rest.addAll(all.subList(to, all.size()));
    return rest;
  }

  /** Holds the script, with its requests to the tasks that were asked, or else to whoever runs. */
  private boolean attempt(List<Conversation.Exchange> script) throws Trouble {
    if (!tried.add(script)) {
      return false;
    }
    attempts++;
    Finding found = hold(new ScriptChooser(script));
    if (!better(found)) {
      found = hold(new OrderChooser(script));
    }
    boolean better = better(found);
    best = better ? found : best;
    return better;
  }

  private boolean better(@Nullable Finding found) {
    return best.resembles(found) && cost(found) < cost(best);
  }

  /** Shorter is better; of two as long, the one with more yields. */
  private static long cost(Finding finding) {
    long deeds = finding.exchanges().stream().filter(exchange -> !exchange.request().equals(YIELD)).count();
    return finding.exchanges().size() * 1000L + deeds;
  }

  private @Nullable Finding hold(Chooser chooser) throws Trouble {
    return session.hold(model, chooser, rules -> { });
  }
}
