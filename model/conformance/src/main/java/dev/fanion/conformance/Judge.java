package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Request;

/**
 * Runs scenarios, counts what they exercise, and looks for the shortest form of each that goes wrong in a new way.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Judge {
  /** The first few findings are made shorter for longer than those that follow, in nanoseconds. */
  private static final int FEW = 3;
  private static final long LONG = 7_000_000_000L;
  private static final long SHORT = 3_000_000_000L;

  private final TestedAdapter tested;
  private final Results results;
  private final Progress progress;
  private final KnownMistakes known = new KnownMistakes();

  Judge(TestedAdapter tested, Results results, Progress progress) {
    this.tested = tested;
    this.results = results;
    this.progress = progress;
  }

  /**
   * Runs one scenario, and investigates what went wrong.
   *
   * @return whether nothing did
   */
  boolean scenario(SpecModel model, Chooser chooser) {
    progress.step(tested.steps());
    try {
      Chooser stretched = Stretch.of(chooser, tested.adapter.roundTrip());
      Finding finding = tested.scenario(model, known.noting(model, stretched), results::exercised);
      if (finding == null) {
        known.wentWell();
        return true;
      }
      if (!results.interrupted()) {
        if (results.failed(finding)) {
          investigate(model, finding);
        }
        known.wentWrong(finding);
      }
    } catch (AdapterFailure failure) {
      results.error(failure);
    }
    return false;
  }

  /** Whether to make this request in these states: what it leads to is not known to be wrong. */
  boolean wants(SpecModel model, int[] states, String task, Request request) {
    long settled = results.failures().settled();
    return !known.avoid(model, states, task, request)
        && (settled == 0 || (model.rules(states, task, request) & ~settled) != 0);
  }

  private void investigate(SpecModel model, Finding finding) throws AdapterFailure {
    results.add(finding); // first, so that the finding is not lost if the adapter fails while it is shrunk
    Finding shortest = shrunk(model, finding);
    results.replaceLast(shortest);
    known.shortest(model, finding, shortest);
    progress.found(results);
    if (results.plan.failFast() && results.decides(shortest)) {
      results.cutShort("--fail-fast was given");
    }
  }

  private Finding shrunk(SpecModel model, Finding finding) throws AdapterFailure {
    try {
      boolean few = results.findings().size() <= FEW;
      Finding shortest = new Shrinker(tested, model, finding).within(few ? LONG : SHORT).shrink();
      return few ? new LeftOver(tested, model, shortest).told() : shortest;
    } catch (AdapterFailure failure) {
      if (failure.kind() == AdapterFailure.Kind.ANSWER) {
        results.withdrawLast(); // a part of the conversation shows that the adapter is wrong, so that the rest says nothing
      }
      throw failure;
    }
  }
}
