package dev.fanion.conformance;

import dev.fanion.conformance.VariationPoint.Side;
import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds out on which side of each variation point an implementation stands, before anything is judged: by experiments, whose
 * conversations are compared with the spec under one side after the other.
 *
 * <p>The side that the user asked for stays wherever it explains what was seen. Else the strictest other side is taken that
 * does. Where none does, the side stays that explains most of it, and the judgement will show what is wrong.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Fingerprint {
  /** An order that is open shows wherever tasks are ready, so that only the experiments about orders can find it. */
  private static final Set<Side> OPEN = EnumSet.of(Side.BATCH, Side.ANY);

  /** A side is nearer to what was seen than the one asked for if it explains more than this number of exchanges more a run. */
  private static final int MUCH = 1;

  private static final int LATE = 2;
  private static final int LAST = 5;

  private final Adapter adapter;
  private final ModelCache models;
  private final Set<String> features;
  private final Profile asked;
  private final Map<VariationPoint, List<Recording>> recordings = new LinkedHashMap<>();
  private final Map<Experiment, List<Recording>> unexplained = new LinkedHashMap<>();
  private final Recorder recorder;
  private Profile profile;

  Fingerprint(Adapter adapter, ModelCache models, Set<String> features, Profile asked) {
    this.adapter = adapter;
    this.models = models;
    this.features = features;
    this.asked = asked;
    profile = asked;
    recorder = new Recorder(adapter);
  }

  /**
   * Runs the experiments.
   *
   * @param before is run before each of them
   */
  void run(Runnable before) {
    for (Experiment experiment : Experiment.all()) {
      before.run();
      if (failure() == null && matters(experiment) && features.containsAll(experiment.needs())) {
        List<Recording> seen = recorder.record(experiment, ModelCache.possible(experiment.cast(), experiment.known(features)));
        if (failure() == null) {
          evaluate(experiment, seen);
        }
      }
    }
    if (failure() == null && profile.side(VariationPoint.YIELDS) == Side.IDLE) {
      Profile narrow = profile;
      profile = new RandomOrders(adapter, models, features).widened(profile);
      if (!profile.equals(narrow)) {
        again();
      }
    }
  }

  /** What no side explained may be explained where the order is more open than it seemed. */
  private void again() {
    Map<Experiment, List<Recording>> left = new LinkedHashMap<>(unexplained);
    unexplained.clear();
    left.forEach(this::evaluate);
  }

  /** Whether an experiment can show anything: nothing can happen in a turn that no wait gives; what is left open is not tried. */
  private boolean matters(Experiment experiment) {
    VariationPoint last = experiment.points().get(experiment.points().size() - 1);
    if (experiment.isInstead() && features.contains("event")
        || experiment.leavesOpen() && asked.side(last) != last.sides().get(0)
        || profile.side(VariationPoint.CANCEL_DELIVERY) == Side.QUEUED
        && Set.of(VariationPoint.CANCEL_ON_SET, VariationPoint.CANCEL_AFTER_SET).contains(last)) {
      return false;
    }
    Set<Side> ofTurns = Set.of(profile.side(VariationPoint.WAIT_ON_SET), profile.side(VariationPoint.AFTER_WAKE));
    return !Set.of(VariationPoint.CANCEL_ON_SET, VariationPoint.LIMIT_ON_SET).contains(last)
        || ofTurns.contains(Side.YIELDS) || ofTurns.contains(Side.PASSES);
  }

  private void evaluate(Experiment experiment, List<Recording> seen) {
    List<VariationPoint> points = experiment.points();
    Set<Recording> all = new LinkedHashSet<>(seen); // a later one must not be explained by what an earlier one has ruled out
    points.forEach(point -> all.addAll(recordings.getOrDefault(point, List.of())));
    Optional<Profile> explaining = sides(experiment).stream().filter(other -> explains(other, all)).findFirst();
    if (explaining.isPresent()) {
      profile = explaining.get();
      points.forEach(point -> recordings.computeIfAbsent(point, p -> new ArrayList<>()).addAll(seen));
    } else {
      profile = nearest(experiment, all);
      unexplained.put(experiment, seen);
    }
  }

  /**
   * The side to judge by where none explains all that was seen: the side asked for, or the one that explains much more of it. A
   * mistake that spoils an experiment must not make all that is right about the other side look wrong.
   */
  private Profile nearest(Experiment experiment, Set<Recording> seen) {
    List<VariationPoint> points = experiment.points();
    VariationPoint last = points.get(points.size() - 1);
    Profile base = profile.with(last, asked.side(last)); // what another experiment showed of it is no side either
    if (experiment.isOfOrder()) {
      return base; // an open order explains most of any mistake
    }
    Profile best = base;
    long most = explained(base, seen) + MUCH * seen.size();
    for (Profile other : sides(experiment)) {
      long explained = explained(other, seen);
      if (explained > most && isInTime(other, seen)) {
        best = other;
        most = explained;
      }
    }
    return best;
  }

  /** How many exchanges of the recordings come before the first that a profile does not explain. */
  private long explained(Profile other, Set<Recording> seen) {
    return seen.stream().mapToLong(recording -> {
      Finding finding = recording.against(other, features, models);
      return (finding == null ? recording.exchanges() : finding.exchanges()).size();
    }).sum();
  }

  /** The profile so far with each combination of sides of the points, the fewest and the strictest changes first. */
  private List<Profile> sides(Experiment experiment) {
    List<VariationPoint> points = experiment.points();
    List<Profile> all = new ArrayList<>(List.of(profile));
    for (VariationPoint point : points) {
      for (Profile base : List.copyOf(all)) {
        point.sides().stream().filter(side -> side != base.side(point) && (experiment.isOfOrder() || !OPEN.contains(side)))
            .forEach(side -> all.add(base.with(point, side)));
      }
    }
    all.sort(Comparator.comparingInt(other -> other == profile ? 0 : changes(points, other) + laxity(other)));
    return all;
  }

  private int changes(List<VariationPoint> points, Profile other) {
    return (int) points.stream().filter(point -> other.side(point) != profile.side(point)).count();
  }

  /** An open order explains much of what another side of another point is the reason for, so that another one is tried late. */
  private int laxity(Profile other) {
    Side order = other.side(VariationPoint.WAKE_ORDER);
    return order == profile.side(VariationPoint.WAKE_ORDER) ? 0 : switch (order) {
      case ANY -> LAST;
      case BATCH -> LATE;
      default -> 0;
    };
  }

  private boolean explains(Profile other, Set<Recording> seen) {
    return seen.stream().allMatch(recording -> recording.against(other, features, models) == null) && isInTime(other, seen);
  }

  /** Whether no experiment was late each time that it was run: a machine that had other work makes one late, not all. */
  private boolean isInTime(Profile other, Set<Recording> seen) {
    return seen.stream().collect(Collectors.groupingBy(recording -> recording.experiment)).values().stream().allMatch(same ->
        same.size() == 1 || same.stream().anyMatch(recording -> !recording.isLate(other, features, models)));
  }

  /** The profile with the sides that were found. */
  Profile profile() {
    return profile.equals(asked) ? asked : profile.named();
  }

  /** What ended the experiments before all of them were done; null if nothing did. */
  @Nullable AdapterFailure failure() {
    return recorder.failure();
  }

  /** Whether the experiment that failed had begun, so that a judged scenario will show more of the failure. */
  boolean hadBegun() {
    return recorder.hadBegun();
  }

  /** What was found of each point. */
  List<Sighting> sightings() {
    return new Evidence(asked, profile, recordings, unexplained, features, models).sightings(failure() != null);
  }
}
