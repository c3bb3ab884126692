package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What each task is asked in a walk through every transition of a small model, whose implementation is the spec itself. There is
 * a walk for each choice of features, the fewest first, and it takes what those within its choice have left: so an adapter that
 * is asked what it can is asked all that it can.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class CoveringWalk {
  /** Where an order is open a walk would not end soon: it has this many scenarios. */
  private static final int FEW = 40;

  /**
   * What each task is asked in one scenario, by its name.
   *
   * @param reports whether a report of a deadlock may be the answer
   */
  record Walked(Map<String, List<Request>> script, boolean reports) {}

  private final SpecModel model;
  private final Allowed allowed;
  private final Atlas atlas;

  /** A walk asks for nothing but the atlas, as long as every reply is one that the atlas has. */
  private final Tracker unused;
  private final Map<Set<String>, Map<Atlas.Place, Long>> covered = new HashMap<>();

  /** How often each move was made, so that each of its outcomes has its turn. */
  private final Map<Atlas.Move, Integer> made = new IdentityHashMap<>();

  /** Whether a report of a deadlock may be the answer to a move. */
  private final Map<Atlas.Move, Boolean> reports = new IdentityHashMap<>();

  private CoveringWalk(SpecModel model) {
    this.model = model;
    allowed = new Allowed(model);
    unused = new Tracker(model, Timing.unknown(), new HashSet<>());
    atlas = new Atlas(model, Atlas.Noticing.EACH_TURN);
  }

  /** The scenarios of all walks. */
  static List<Walked> all(SpecModel model) {
    CoveringWalk walks = new CoveringWalk(model);
    List<Walked> all = new ArrayList<>();
    choices(model.features).forEach(choice -> walks.walk(choice, all));
    return all;
  }

  /** Each choice of features with something to ask, the fewest first. */
  static List<Set<String>> choices(Set<String> features) {
    List<Set<String>> all = new ArrayList<>(List.of(Set.of()));
    for (String feature : new TreeSet<>(features)) {
      for (Set<String> choice : List.copyOf(all)) {
        Set<String> more = new TreeSet<>(choice);
        more.add(feature);
        all.add(more);
      }
    }
    all.removeIf(choice -> !choice.contains("event") && (choice.contains("guard") || !choice.contains("flag"))
        || !choice.contains("flag") && choice.contains("interrupt"));
    all.sort(Comparator.comparing(Set::size));
    return all;
  }

  private void walk(Set<String> choice, List<Walked> all) {
    for (Atlas.Place place : atlas.places()) {
      place.covered = 0;
      covered.forEach((earlier, its) -> place.covered |= choice.containsAll(earlier) ? its.getOrDefault(place, 0L) : 0);
    }
    Walk walk = new Walk(atlas, (node, move) -> can(choice, node, move));
    int most = model.profile.isPredictable() ? Integer.MAX_VALUE : FEW;
    for (int i = 0; i < most && !walk.done(); i++) {
      walk.begin();
      int before = walk.covered();
      Map<String, List<Request>> script = held(walk);
      if (walk.covered() > before) {
        all.add(new Walked(script, choice.contains("deadlock")));
      }
    }
    Map<Atlas.Place, Long> now = new HashMap<>();
    atlas.places().forEach(place -> now.put(place, place.covered));
    covered.put(choice, now);
  }

  private boolean can(Set<String> choice, Atlas.Node node, Atlas.Move move) {
    return choice.containsAll(TestVector.needs(move.request()))
        && (choice.contains("deadlock") || !reports.computeIfAbsent(move, m ->
            allowed.mayReport(allowed.closed(node.all), model.actions(node.task, m.request()))));
  }

  private Map<String, List<Request>> held(Walk walk) {
    Map<String, List<Request>> script = new HashMap<>();
    Atlas.Node at = atlas.start;
    Reply reply = Conversation.FIRST;
    while (!reply.over()) {
      Request request = walk.choose(unused, reply);
      if (request == null || request.op() == Op.END) {
        return script;
      }
      script.computeIfAbsent(reply.task(), task -> new ArrayList<>()).add(request);
      Atlas.Outcome outcome = outcome(at, request);
      reply = outcome.reply;
      at = outcome.node;
    }
    walk.ended(reply);
    return script;
  }

  private Atlas.Outcome outcome(Atlas.Node at, Request request) {
    Atlas.Move move = atlas.moves(at).stream().filter(each -> each.request().equals(request)).findFirst().orElseThrow();
    int times = made.merge(move, 1, Integer::sum);
    return move.outcomes().get(times % move.outcomes().size());
  }
}
