package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * An adapter under test: runs scenarios on it, and says what went wrong.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class TestedAdapter {
  /** A scenario that never began says something about the loop alone. */
  private static final Set<String> NOTHING_RUNS = Set.of("LOP-1");

  final Adapter adapter;

  /** For each model, the internal actions that were not seen to happen. */
  private final Map<SpecModel, Set<Integer>> unseen = new LinkedHashMap<>();

  private long steps;

  TestedAdapter(Adapter adapter) {
    this.adapter = adapter;
  }

  /** How many requests were made so far. */
  long steps() {
    return steps;
  }

  private Set<Integer> unseen(SpecModel model) {
    return unseen.computeIfAbsent(model, m -> IntStream.of(m.internal()).boxed().collect(Collectors.toSet()));
  }

  /** The names of the internal actions, and whether each was seen: some reply had no other explanation. */
  Map<String, Boolean> internal() {
    Map<String, Boolean> seen = new TreeMap<>();
    unseen.forEach((model, not) -> {
      for (int action : model.internal()) {
        seen.merge(model.oracle.actions().get(action).name(), !not.contains(action), Boolean::logicalOr);
      }
    });
    return seen;
  }

  /**
   * Runs one scenario.
   *
   * @param exercised gets the rules of each exchange that the spec explains
   * @return what went wrong, or null
   * @throws AdapterFailure if the adapter itself failed, which says nothing of the implementation
   */
  @Nullable Finding run(SpecModel model, Chooser chooser, LongConsumer exercised) throws AdapterFailure {
    Conversation conversation = new Conversation(model, adapter, chooser, exercised, unseen(model));
    try {
      adapter.run(model.cast, conversation);
    } catch (AdapterFailure failure) {
      return switch (failure.kind()) {
        case HANG -> silent(Finding.Kind.HANG, conversation, failure);
        case CRASH -> crashed(model, conversation, failure);
        default -> throw failure;
      };
    } finally {
      steps += conversation.exchanges.size();
    }
    Disagreement disagreement = conversation.disagreement();
    return disagreement == null || disagreement.isLate() && !isLateAgain(model, conversation) ? null
        : new Finding(Finding.Kind.BROKEN, disagreement.rules(), disagreement.first(), model.cast,
            List.copyOf(conversation.exchanges), disagreement.allowed(), disagreement.clock(), null);
  }

  /** A machine can be slow once. Repeats the conversation. */
  private boolean isLateAgain(SpecModel model, Conversation conversation) throws AdapterFailure {
    Conversation again = new Conversation(model, adapter, new ReplayPerTask(conversation.exchanges), rules -> { }, unseen(model));
    adapter.run(model.cast, again);
    return again.disagreement() != null && again.disagreement().isLate();
  }

  private static Finding silent(Finding.Kind kind, Conversation conversation, AdapterFailure failure) {
    boolean pending = conversation.brokenOff();
    Disagreement owed = pending
        ? conversation.tracker.silence()
        : new Disagreement(Set.of(Conversation.FIRST), Rule.bits(NOTHING_RUNS));
    return new Finding(kind, owed.rules(), owed.first(), conversation.cast, List.copyOf(conversation.exchanges), owed.allowed(),
        failure.getMessage(), null);
  }

  /** Repeats the conversation, since something else may have ended the process. */
  private Finding crashed(SpecModel model, Conversation conversation, AdapterFailure first) throws AdapterFailure {
    Finding finding = silent(Finding.Kind.CRASH, conversation, first);
    Conversation again = new Conversation(model, adapter, new ReplayPerTask(finding.exchanges()), rules -> { }, unseen(model));
    try {
      adapter.run(model.cast, again);
    } catch (AdapterFailure second) {
      if (second.kind() == AdapterFailure.Kind.CRASH) {
        return finding;
      }
      throw second;
    }
    throw new AdapterFailure(AdapterFailure.Kind.ERROR, "the adapter ended in the middle of a scenario, but did not when the"
        + " scenario was repeated: " + first.getMessage());
  }
}
