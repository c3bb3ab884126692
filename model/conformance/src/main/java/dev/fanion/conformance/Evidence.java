package dev.fanion.conformance;

import dev.fanion.conformance.Sighting.Basis;
import dev.fanion.conformance.VariationPoint.Side;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the experiments have recorded, and what it says of each point.
 *
 * @param asked the profile that the user asked for
 * @param profile the profile that was found
 * @param recordings the conversations that it explains, by the points that they are about
 * @param unexplained those that no side of an experiment's points explains
 * @param features what the adapter declares
 */
record Evidence(Profile asked, Profile profile, Map<VariationPoint, List<Recording>> recordings,
    Map<Experiment, List<Recording>> unexplained, Set<String> features, ModelCache models) {

  /**
   * What was found of each point.
   *
   * @param failed whether the adapter failed before all experiments were done
   */
  List<Sighting> sightings(boolean failed) {
    List<Sighting> all = new ArrayList<>();
    for (VariationPoint point : VariationPoint.values()) {
      Side side = profile.side(point);
      if (recordings.containsKey(point) && !(isUnknown(point) && side == asked.side(point))) {
        Map<Finding, Experiment> instead = side == asked.side(point) ? Map.of()
            : wrong(recordings.get(point), profile.with(point, asked.side(point)));
        all.add(new Sighting(point, side, Basis.SHOWN, consequence(point), shortest(instead), Set.copyOf(instead.values())));
      } else if (isUnknown(point)) {
        all.add(new Sighting(point, side, Basis.UNKNOWN, "no side explains what was seen", strange(point), Set.of()));
      } else {
        all.add(new Sighting(point, side, Basis.NOT_TRIED,
            failed ? "the adapter failed in an experiment" : notTried(point), null, Set.of()));
      }
    }
    return all;
  }

  private boolean isUnknown(VariationPoint point) {
    return unexplained.keySet().stream().anyMatch(experiment -> experiment.points().contains(point));
  }

  /** What a user should know of this side, or "". */
  private String consequence(VariationPoint point) {
    List<Recording> seen = recordings.get(point);
    boolean stranded = point == VariationPoint.SECOND_FLAG_WAITER && seen.stream().anyMatch(r -> r.suspended().contains("t1"));
    return stranded ? "the first waiter, t1, is stranded: no set that followed has woken it"
        : Set.of(Side.BATCH, Side.ANY).contains(profile.side(point)) && isAlwaysTheSame(seen)
        ? "the order was the same in each repeat: it may be a mistake in an order that is meant to be fixed" : "";
  }

  private static boolean isAlwaysTheSame(List<Recording> seen) {
    return seen.stream().collect(Collectors.groupingBy(each -> each.experiment)).values().stream().allMatch(all -> all.stream()
        .map(Recording::exchanges).distinct().count() == 1);
  }

  /** The shortest conversation that the profile found does not explain. */
  private @Nullable Finding strange(VariationPoint point) {
    return shortest(wrong(unexplained.entrySet().stream().filter(each -> each.getKey().points().contains(point))
        .flatMap(each -> each.getValue().stream()).toList(), profile));
  }

  /** The conversations that a profile does not explain, in their order, each with the experiment that it is from. */
  private Map<Finding, Experiment> wrong(List<Recording> seen, Profile other) {
    Map<Finding, Experiment> wrong = new LinkedHashMap<>();
    for (Recording recording : seen) {
      Finding finding = recording.against(other, features, models);
      if (finding != null && finding.rules() != 0) {
        wrong.putIfAbsent(finding, recording.experiment);
      }
    }
    return wrong;
  }

  private static @Nullable Finding shortest(Map<Finding, Experiment> wrong) {
    return wrong.keySet().stream().min(Comparator.comparingInt(finding -> finding.exchanges().size())).orElse(null);
  }

  private String notTried(VariationPoint point) {
    Set<String> missing = Experiment.all().stream().filter(e -> e.points().contains(point))
        .flatMap(e -> e.needs().stream()).filter(need -> !features.contains(need)).collect(Collectors.toSet());
    return !missing.isEmpty() ? "the adapter does not declare " + String.join(", ", missing)
        : Experiment.all().stream().anyMatch(e -> e.points().contains(point) && e.leavesOpen()) ? "left open, as asked for"
        : isNotShown(point) ? "no experiment shows it; taken as asked for"
        : "makes no difference with the other sides";
  }

  /** Whoever waits on a set event in the experiments about such waits waits where nobody has been woken. */
  private boolean isNotShown(VariationPoint point) {
    boolean ofTurns = point == VariationPoint.LIMIT_ON_SET
        || point == VariationPoint.CANCEL_ON_SET && profile.side(VariationPoint.CANCEL_DELIVERY) == Side.IMMEDIATE;
    return ofTurns && profile.side(VariationPoint.WAIT_ON_SET) == Side.BEHIND;
  }
}
