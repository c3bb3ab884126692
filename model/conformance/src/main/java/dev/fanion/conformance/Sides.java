package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Tells a mistake from the other side of a variation point: a conversation that one change of the profile explains. */
final class Sides {
  /** With these sides a request is not made at all, so that a disagreement about its reply is none. */
  private static final Set<String> NEVER_ASKED = Set.of("SecondFlagWaiter", "OnDeadlock", "UnsafeSet");

  /** Where tasks may run in any order almost everything is explained, so that comes last. */
  private static final List<String> MOST_TELLING_FIRST = Profile.POINTS.keySet().stream()
      .sorted(Comparator.comparing("WakeOrder"::equals).thenComparing(point -> !point.equals("LimitedWait"))).toList();

  private final Models models;
  private final Set<String> features;
  private final Profile asked;

  /**
   * @param asked the profile that the user asked for: a point at which it was changed is not changed back
   */
  Sides(Models models, Set<String> features, Profile asked) {
    this.models = models;
    this.asked = asked;
    this.features = features;
  }

  /** The profile, changed at one point, that explains a conversation which this profile does not. */
  Optional<Profile> explaining(Profile profile, Finding finding) {
    if (finding.exchanges().isEmpty()) {
      return Optional.empty(); // nothing was asked, so nothing can have been understood otherwise
    }
    for (String point : MOST_TELLING_FIRST) {
      boolean changedBefore = !profile.sides().get(point).equals(asked.sides().get(point));
      if (concerns(point, finding) && !changedBefore) {
        Profile changed = profile.with(point, profile.otherSide(point));
        if (explains(models.get(changed, features, finding.begin()), finding.exchanges(), NEVER_ASKED.contains(point))) {
          return Optional.of(changed);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean concerns(String point, Finding finding) {
    List<Request> requests = finding.exchanges().stream().map(Conversation.Exchange::request).toList();
    return switch (point) {
      case "WakeOrder" -> finding.kind() == Finding.Kind.BROKEN;
      case "WaitOnSet" -> asks(requests, Op.WAIT, Request.Kind.EVENT);
      case "CancelAfterSet" -> asks(requests, Op.CANCEL, Request.Kind.TASK);
      case "LimitedWait" -> requests.stream().anyMatch(Request::limited);
      case "SecondFlagWaiter" -> asks(requests, Op.WAIT, Request.Kind.FLAG);
      case "OnDeadlock" -> finding.kind() == Finding.Kind.HANG;
      case "UnsafeSet" -> asks(requests, Op.INTERRUPT, Request.Kind.EVENT);
      default -> false;
    };
  }

  private static boolean asks(List<Request> requests, Op op, Request.Kind on) {
    return requests.stream().anyMatch(request -> request.op() == op && request.on() == on);
  }

  private static boolean explains(Model model, List<Conversation.Exchange> exchanges, boolean neverAsked) {
    long[] time = {0};
    // How long things took is not in the conversation: let every limit be over by the next look.
    Tracker tracker = new Tracker(model, () -> time[0] += TimeUnit.HOURS.toNanos(1), new HashSet<>());
    for (int i = 0; i < exchanges.size(); i++) {
      Conversation.Exchange exchange = exchanges.get(i);
      if (!tracker.legal(exchange.request())) {
        return neverAsked && i == exchanges.size() - 1;
      }
      tracker.sent(exchange.request());
      if (exchange.reply() == null || tracker.told(exchange.reply()) != null) {
        return false;
      }
    }
    return true;
  }
}
