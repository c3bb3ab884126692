package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Runs experiments and records what is said in them, up to the first failure of the adapter. */
final class Recorder {
  private final Adapter adapter;
  private @Nullable AdapterFailure failure;
  private @Nullable Recording current;

  /** Whether there was a silence before: a machine can stand still once. */
  private boolean stalled;

  Recorder(Adapter adapter) {
    this.adapter = adapter;
  }

  /** The recordings of an experiment, fewer if the adapter fails. */
  List<Recording> record(Experiment experiment, Cast cast) {
    List<Recording> all = new ArrayList<>();
    for (int i = 0; i < experiment.repeats() && failure == null; i++) {
      Recording recording = run(experiment, cast);
      if (failure != null && failure.kind() == AdapterFailure.Kind.HANG && adapter.takesTime() && !stalled) {
        stalled = true;
        failure = null;
        adapter.impatient(Silences.AGAIN);
        recording = run(experiment, cast);
        adapter.patient();
      }
      all.add(recording);
    }
    return all;
  }

  private Recording run(Experiment experiment, Cast cast) {
    Recording recording = new Recording(experiment, cast, adapter::nanoTime);
    current = recording;
    try {
      adapter.run(cast, recording);
    } catch (AdapterFailure e) {
      failure = e.kind() == AdapterFailure.Kind.HANG && recording.silence() ? null : e;
    }
    return recording;
  }

  /** What ended the experiments; null if nothing did. */
  @Nullable AdapterFailure failure() {
    return failure;
  }

  /** Whether the conversation that failed had begun, so that a judged scenario will show more of the failure. */
  boolean hadBegun() {
    return current != null && current.hasBegun();
  }
}
