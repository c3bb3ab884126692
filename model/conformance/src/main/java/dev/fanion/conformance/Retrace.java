package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The states of the spec that explain the conversation of a finding, step by step, up to where it went wrong. When something was
 * said is not known any more: the limits, sleeps and interrupts that may have ended, and those that may not, are both among them.
 *
 * @param profile the profile under which the last reply is wrong
 * @param states the states before the first exchange, then those after each exchange that is explained, but for the last one
 */
record Retrace(SpecModel model, Profile profile, List<int[]> states) {
  /** Follows a conversation of this run. */
  static Retrace of(Finding finding, Results results, ModelCache models) {
    if (finding.kind() != Finding.Kind.OTHER_SIDE) {
      return of(finding, results.profile(), results, models);
    }
    for (Sighting sighting : results.sightings()) {
      if (sighting.isChoice()) {
        Profile asked = results.profile().with(sighting.point(), results.plan.profile().side(sighting.point())).named();
        Retrace retrace = of(finding, asked, results, models);
        if (retrace.states.size() == finding.exchanges().size() && !retrace.explains(finding)) {
          return retrace;
        }
      }
    }
    return of(finding, results.plan.profile(), results, models);
  }

  private static Retrace of(Finding finding, Profile profile, Results results, ModelCache models) {
    SpecModel model = models.get(profile, features(finding, results), finding.cast());
    List<int[]> states = new ArrayList<>();
    Tracker tracker = new Tracker(model, Timing.unknown(), new HashSet<>());
    states.add(tracker.candidates());
    for (Exchange exchange : finding.exchanges().subList(0, Math.max(0, finding.exchanges().size() - 1))) {
      if (!follows(tracker, exchange)) {
        break;
      }
      states.add(tracker.candidates());
    }
    return new Retrace(model, profile, List.copyOf(states));
  }

  /** Whether some state explains the exchange, which comes next. */
  private static boolean follows(Tracker tracker, Exchange exchange) {
    if (exchange.reply() == null || !exchange.task().equals(tracker.task())) {
      return false;
    }
    tracker.sent(exchange.request());
    return tracker.received(exchange.reply()) == null;
  }

  /** Whether this profile explains the last reply too. */
  private boolean explains(Finding finding) {
    Tracker tracker = new Tracker(model, Timing.unknown(), new HashSet<>());
    return finding.exchanges().stream().allMatch(exchange -> follows(tracker, exchange));
  }

  /**
   * The features with which the suite has loaded the model already: without those that take time, if none of them was
   * used and it was no experiment.
   */
  private static Set<String> features(Finding finding, Results results) {
    Set<String> features = new TreeSet<>(results.hello.operations());
    boolean experiment = finding.kind() == Finding.Kind.OTHER_SIDE;
    if (!experiment && finding.exchanges().stream().map(Exchange::request).noneMatch(Retrace::takesTime)) {
      features.removeAll(SpecModel.TIMED);
    }
    return features;
  }

  private static boolean takesTime(Request request) {
    return request.limited() || Stream.of(Op.SLEEP, Op.HOG, Op.ARM, Op.STORM).anyMatch(op -> op == request.op());
  }
}
