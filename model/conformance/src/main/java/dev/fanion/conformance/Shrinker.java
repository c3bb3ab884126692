package dev.fanion.conformance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the shortest conversation that still goes wrong: leaves out ever smaller parts (delta debugging), at last
 * single exchanges and pairs.
 */
final class Shrinker {
  /** A finding that needs more attempts than these is shown as short as it is by then. */
  private static final int ATTEMPTS = 1_500;

  /** A hang costs its deadline each time. */
  private static final int HANGS = 60;

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
      while (!exhausted() && (withoutSingles() || withoutPairs())) {
        continue;
      }
    } finally {
      session.adapter.patient();
    }
    boolean confirmed = best == found || best.kind() != Finding.Kind.HANG || best.resembles(hold(best.exchanges()));
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

  private static List<Conversation.Exchange> without(List<Conversation.Exchange> all, int from, int to) {
    List<Conversation.Exchange> rest = new ArrayList<>(all.subList(0, from));
    rest.addAll(all.subList(to, all.size()));
    return rest;
  }

  private boolean attempt(List<Conversation.Exchange> script) throws Trouble {
    if (!tried.add(script)) {
      return false;
    }
    attempts++;
    Finding found = hold(script);
    boolean better = best.resembles(found) && found.exchanges().size() < best.exchanges().size();
    if (better) {
      best = found;
    }
    return better;
  }

  private @Nullable Finding hold(List<Conversation.Exchange> script) throws Trouble {
    return session.hold(model, new ScriptChooser(script), rules -> { });
  }
}
