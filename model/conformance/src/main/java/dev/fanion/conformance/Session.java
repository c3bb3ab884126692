package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Trouble;
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
 * An adapter under test: holds scenarios with it, and says what went wrong.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Session {
  /** A scenario that never began tells of nothing but the loop. */
  private static final Set<String> NOTHING_RUNS = Set.of("LOP-1");

  final Adapter adapter;
  /** For each model the internal actions that were not seen to happen. */
  private final Map<Model, Set<Integer>> unseen = new LinkedHashMap<>();
  private long steps;

  Session(Adapter adapter) {
    this.adapter = adapter;
  }

  /** How many requests were answered so far. */
  long steps() {
    return steps;
  }

  private Set<Integer> unseen(Model model) {
    return unseen.computeIfAbsent(model, m -> IntStream.of(m.internal()).boxed().collect(Collectors.toSet()));
  }

  /** The internal actions, and whether they were seen: some reply had no other explanation. */
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
   * Holds one scenario.
   *
   * @param exercised told the rules of each exchange that the spec explains
   * @return what went wrong, or null
   * @throws Trouble which says nothing of the implementation: the adapter itself failed
   */
  @Nullable Finding hold(Model model, Chooser chooser, LongConsumer exercised) throws Trouble {
    Conversation conversation = new Conversation(model, adapter, chooser, exercised, unseen(model));
    try {
      adapter.run(model.begin, conversation);
    } catch (Trouble trouble) {
      return switch (trouble.kind) {
        case HANG -> silent(Finding.Kind.HANG, conversation, trouble);
        case CRASH -> crashed(model, conversation, trouble);
        default -> throw trouble;
      };
    } finally {
      steps += conversation.exchanges.size();
    }
    Tracker.Disagreement disagreement = conversation.disagreement();
    return disagreement == null ? null
        : new Finding(Finding.Kind.BROKEN, disagreement.rules(), model.begin, List.copyOf(conversation.exchanges),
            disagreement.allowed(), "", null);
  }

  private static Finding silent(Finding.Kind kind, Conversation conversation, Trouble trouble) {
    boolean pending = conversation.brokenOff();
    Tracker.Disagreement owed = pending
        ? conversation.tracker.silence()
        : new Tracker.Disagreement(Set.of(Conversation.FIRST), Rule.bits(NOTHING_RUNS));
    return new Finding(kind, owed.rules(), conversation.begin, List.copyOf(conversation.exchanges), owed.allowed(),
        trouble.getMessage(), null);
  }

  /** A process that ends may have been ended by something else, so the conversation is held once more. */
  private Finding crashed(Model model, Conversation conversation, Trouble first) throws Trouble {
    Finding finding = silent(Finding.Kind.CRASH, conversation, first);
    Conversation again = new Conversation(model, adapter, new ScriptChooser(finding.exchanges()), rules -> { }, unseen(model));
    try {
      adapter.run(model.begin, again);
    } catch (Trouble second) {
      if (second.kind == Trouble.Kind.CRASH) {
        return finding;
      }
      throw second;
    }
    throw new Trouble(Trouble.Kind.ERROR, "the adapter ended in the middle of a scenario, but did not when it was held"
        + " again: " + first.getMessage());
  }
}
