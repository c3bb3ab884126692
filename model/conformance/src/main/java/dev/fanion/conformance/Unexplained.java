package dev.fanion.conformance;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What the experiments have shown, and no side explains: it is a finding of its own if nothing else of the run says why. */
final class Unexplained {
  /** So often is it tried to see it again. */
  private static final int REPEATS = 3;

  private final Results results;
  private final Judge judge;

  Unexplained(Results results, Judge judge) {
    this.results = results;
    this.judge = judge;
  }

  /** Whether there is such, and nothing was found that is no choice. */
  boolean isAll() {
    return !conversations().isEmpty() && !results.isCutShort()
        && results.findings().stream().allMatch(finding -> finding.kind() == Finding.Kind.OTHER_SIDE);
  }

  private List<Finding> conversations() {
    return results.sightings().stream().filter(Sighting::isUnknown).map(Sighting::conversation).filter(Objects::nonNull).toList();
  }

  /** Holds the conversations again, until one goes wrong. Returns how many were held. */
  int run(ModelCache models, Set<String> features) {
    int run = 0;
    for (Finding strange : conversations()) {
      SpecModel model = models.get(results.profile(), features, strange.cast());
      for (int i = 0; i < REPEATS && isAll(); i++) {
        judge.scenario(model, new ReplayPerTask(strange.exchanges()));
        run++;
      }
    }
    return run;
  }
}
