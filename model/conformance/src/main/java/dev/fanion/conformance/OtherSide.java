package dev.fanion.conformance;

import dev.fanion.conformance.VariationPoint.Side;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Distinguishes a mistake from the other side of a variation point: one change of the profile explains the conversation. */
final class OtherSide {
  /** With the other side of these the suite never makes the request, so that a disagreement about its reply is no mistake. */
  private static final Set<VariationPoint> NEVER_ASKED =
      EnumSet.of(VariationPoint.SECOND_FLAG_WAITER, VariationPoint.ON_DEADLOCK, VariationPoint.UNSAFE_SET);

  /** Almost any conversation is explained if tasks may run in any order, so that this point comes last. */
  private static final List<VariationPoint> MOST_TELLING_FIRST = Arrays.stream(VariationPoint.values())
      .sorted(Comparator.comparing(VariationPoint.WAKE_ORDER::equals)
          .thenComparing(point -> point != VariationPoint.LIMITED_WAIT)).toList();

  private final ModelCache models;
  private final Set<String> features;
  private final Profile asked;

  /**
   * A search among the other sides.
   *
   * @param asked the profile that the user asked for: a point that was changed is not changed back
   */
  OtherSide(ModelCache models, Set<String> features, Profile asked) {
    this.models = models;
    this.asked = asked;
    this.features = features;
  }

  /** The profile, changed at one point, that explains a conversation which the profile does not explain. */
  Optional<Profile> explaining(Profile profile, Finding finding) {
    if (finding.exchanges().isEmpty()) {
      return Optional.empty(); // the suite asked for nothing, so there is nothing that the implementation reads in another way
    }
    for (VariationPoint point : MOST_TELLING_FIRST) {
      boolean changedBefore = profile.side(point) != asked.side(point);
      if (concerns(point, finding) && !changedBefore) {
        Side other = profile.otherSide(point);
        Profile changed = profile.with(point, other);
        if (explains(models.get(changed, features, finding.cast()), finding.exchanges(), NEVER_ASKED.contains(point))) {
          return Optional.of(changed);
        }
      }
    }
    return Optional.empty();
  }

  private static boolean concerns(VariationPoint point, Finding finding) {
    List<Request> requests = finding.exchanges().stream().map(Exchange::request).toList();
    return switch (point) {
      case WAKE_ORDER -> finding.kind() == Finding.Kind.BROKEN;
      case WAIT_ON_SET -> asks(requests, Op.WAIT, Request.Kind.EVENT);
      case CANCEL_AFTER_SET -> asks(requests, Op.CANCEL, Request.Kind.TASK);
      case LIMITED_WAIT -> requests.stream().anyMatch(Request::limited);
      case SECOND_FLAG_WAITER -> asks(requests, Op.WAIT, Request.Kind.FLAG);
      case ON_DEADLOCK -> finding.kind() == Finding.Kind.HANG;
      case UNSAFE_SET -> asks(requests, Op.INTERRUPT, Request.Kind.EVENT);
    };
  }

  private static boolean asks(List<Request> requests, Op op, Request.Kind on) {
    return requests.stream().anyMatch(request -> request.op() == op && request.on() == on);
  }

  private static boolean explains(SpecModel model, List<Exchange> exchanges, boolean neverAsked) {
    long[] time = {0};
    // The conversation does not say how long things took, so every limit is over by the next look.
    Tracker tracker = new Tracker(model, () -> time[0] += TimeUnit.HOURS.toNanos(1), new HashSet<>());
    for (int i = 0; i < exchanges.size(); i++) {
      Exchange exchange = exchanges.get(i);
      if (!tracker.legal(exchange.request())) {
        return neverAsked && i == exchanges.size() - 1;
      }
      tracker.sent(exchange.request());
      if (exchange.reply() == null || tracker.received(exchange.reply()) != null) {
        return false;
      }
    }
    return true;
  }
}
