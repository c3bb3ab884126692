package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The first phase of a run: finds the sides of the implementation, by which everything that follows is judged. */
final class SidePhase {
  /** How long a conversation that shows a side is made shorter, in nanoseconds: it is short already. */
  private static final long SOON = 2_000_000_000;

  private final TestedAdapter tested;
  private final ModelCache models;
  private final Set<String> features;
  private final Results results;
  private final Progress progress;

  SidePhase(TestedAdapter tested, ModelCache models, Set<String> features, Results results, Progress progress) {
    this.tested = tested;
    this.models = models;
    this.features = features;
    this.results = results;
    this.progress = progress;
  }

  /** Runs the experiments. Returns how many scenarios that were. */
  int run() {
    Fingerprint fingerprint = new Fingerprint(tested.adapter, models, features, results.plan.profile());
    fingerprint.run(() -> progress.step(tested.steps()));
    List<Sighting> sightings = fingerprint.sightings();
    results.adopt(fingerprint.profile(), sightings);
    AdapterFailure failure = fingerprint.failure();
    if (failure != null && !failure.tellsOfTheImplementation() && !fingerprint.hadBegun()) {
      results.error(failure);
    }
    for (Sighting sighting : sightings) {
      if (sighting.isChoice()) {
        results.later(!isRequired(sighting));
        choice(sighting, Objects.requireNonNull(sighting.conversation()));
        results.later(false);
      }
    }
    progress.found(results);
    return Experiment.all().stream().mapToInt(Experiment::repeats).sum();
  }

  /** Whether the requirements have the point, and an experiment that shows the side. */
  private boolean isRequired(Sighting sighting) {
    Requirements requirements = results.plan.requirements();
    return requirements.has(sighting.point()) && sighting.by().stream().anyMatch(each -> requirements.has(each.script()));
  }

  /** A side that is not the one asked for is a finding, told by the shortest conversation. */
  private void choice(Sighting sighting, Finding finding) {
    Profile other = results.profile().with(sighting.point(), results.plan.profile().side(sighting.point()));
    Finding shortest = finding;
    try {
      shortest = new Shrinker(tested, models.get(other, features, finding.cast()), finding).within(SOON).shrink();
      shortest = isExplained(shortest) ? shortest : finding;
    } catch (AdapterFailure failure) {
      results.error(failure);
    }
    results.add(shortest.asOtherSide(results.profile().name(), sighting.point(), sighting.words()));
  }

  /** Whether the side that was found explains what is said in the conversation: what no side explains is no choice. */
  private boolean isExplained(Finding shortest) throws AdapterFailure {
    SpecModel found = models.get(results.profile(), features, shortest.cast());
    tested.adapter.impatient(1);
    try {
      Finding wrong = tested.repeat(found, shortest);
      return wrong == null || wrong.kind() == Finding.Kind.HANG;
    } finally {
      tested.adapter.patient();
    }
  }
}
