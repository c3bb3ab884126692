package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is better not asked any more, since what it leads to has been seen often enough. A deed is a request together with the
 * rules that it can exercise where it is made. Once scenarios have gone wrong in one way several times, that deed of its shortest
 * conversation is avoided which goes well most seldom, unless it goes well more often than not. All else is still tested.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class KnownMistakes {
  /** A way to go wrong that was seen this often is known. */
  private static final int ENOUGH = 3;

  /** A request without its names, since any task and any object can take part in a mistake; and its rules. */
  private record Deed(long trait, boolean limited, long rules) {}

  /** One way to go wrong: how often it was seen, and the deeds of the shortest conversation that shows it. */
  private static final class Way {
    int seen;
    List<Deed> deeds = List.of();
  }

  private final Map<Deed, Integer> well = new HashMap<>();
  private final Map<List<Object>, Way> ways = new HashMap<>();
  private final Set<Deed> avoided = new HashSet<>();

  /** The deeds of the scenario that runs. */
  private final Set<Deed> now = new HashSet<>();

  /** Whether this request is not to be made in these states. */
  boolean avoid(SpecModel model, int[] states, String task, Request request) {
    return !avoided.isEmpty() && avoided.contains(deed(model, states, task, request));
  }

  /** The same chooser for a new scenario, whose deeds are noted. */
  Chooser noting(SpecModel model, Chooser chooser) {
    now.clear();
    return chooser.through((tracker, request) -> {
      now.add(deed(model, tracker.candidates(), tracker.task(), request));
      return request;
    });
  }

  /** Nothing went wrong in the scenario. */
  void wentWell() {
    now.forEach(deed -> well.merge(deed, 1, Integer::sum));
  }

  /** The scenario went wrong. */
  void wentWrong(Finding finding) {
    Way way = way(finding);
    way.seen++;
    if (way.seen >= ENOUGH) {
      way.deeds.stream().filter(deed -> !avoided.contains(deed))
          .min(Comparator.comparingInt(this::well))
          .filter(deed -> well(deed) <= way.seen)
          .ifPresent(avoided::add);
    }
  }

  private int well(Deed deed) {
    return well.getOrDefault(deed, 0);
  }

  private Way way(Finding finding) {
    return ways.computeIfAbsent(finding.signature(), signature -> new Way());
  }

  /** A finding was made shorter, and so shows which deeds it takes. The last of them are named first. */
  void shortest(SpecModel model, Finding finding, Finding shortest) {
    Tracker tracker = new Tracker(model, new Timing(() -> 0), new HashSet<>());
    Set<Deed> deeds = new LinkedHashSet<>();
    for (Exchange exchange : shortest.exchanges()) {
      deeds.add(deed(model, tracker.candidates(), exchange.task(), exchange.request()));
      tracker.sent(exchange.request());
      if (exchange.reply() == null || tracker.received(exchange.reply()) != null) {
        break; // the end of the conversation, or of what can be told of it without its times
      }
    }
    List<Deed> last = new ArrayList<>(deeds);
    Collections.reverse(last);
    way(finding).deeds = last;
    way(shortest).deeds = last;
  }

  private static Deed deed(SpecModel model, int[] states, String task, Request request) {
    return new Deed(request.trait(), request.limited(), model.rules(states, task, request));
  }
}
