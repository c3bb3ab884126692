package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Request;
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
  /** The number of crashes in a row that ends the run. */
  private static final int MOST_CRASHES = 5;

  /** A scenario that never began says something about the loop alone. */
  private static final Set<String> NOTHING_RUNS = Set.of("LOP-1");

  /** So often a conversation is repeated that is late at another place each time. */
  private static final int LATE_AGAIN = 4;

  final Adapter adapter;

  /** For each model, the internal actions that were not seen to happen. */
  private final Map<SpecModel, Set<Integer>> unseen = new LinkedHashMap<>();

  private final Answers answers;
  private long steps;

  /**
   * A scenario that was run.
   *
   * @param exchanges what was said, up to where it ended or went wrong
   */
  record Held(SpecModel model, List<Exchange> exchanges) {}

  private @Nullable Held latest;
  private @Nullable Held before;

  private final Silences silences;
  private int crashes;

  TestedAdapter(Adapter adapter) {
    this.adapter = adapter;
    silences = new Silences(adapter, (model, chooser) -> run(model, chooser, rules -> { }));
    answers = new Answers(adapter.hello().can("deadlock"));
  }

  /** How many requests were made so far. */
  long steps() {
    return steps;
  }

  private Set<Integer> unseen(SpecModel model) {
    return unseen.computeIfAbsent(model, m -> IntStream.of(m.internal()).boxed().collect(Collectors.toSet()));
  }

  private Conversation conversation(SpecModel model, Chooser chooser, LongConsumer exercised) {
    Chooser asks = adapter.realTime() ? Endless.notWaitedFor(chooser) : chooser;
    return new Conversation(model, Timing.of(adapter), asks, exercised, unseen(model));
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

  /** Runs one scenario of a run that spends few deadlines, and ends if the process of the adapter ends again and again. */
  @Nullable Finding scenario(SpecModel model, Chooser chooser, LongConsumer exercised) throws AdapterFailure {
    silences.begin();
    Held earlier = latest;
    Finding finding;
    try {
      finding = run(model, chooser, exercised);
    } finally {
      adapter.patient();
      before = earlier;
    }
    crashes = finding != null && finding.kind() == Finding.Kind.CRASH ? crashes + 1 : 0;
    if (crashes == MOST_CRASHES) {
      throw new AdapterFailure(AdapterFailure.Kind.PROTOCOL, "its process ended in " + crashes + " scenarios in a row; the last"
          + " time " + finding.said());
    }
    return silences.judged(model, finding);
  }

  /**
   * Runs one scenario.
   *
   * @param exercised gets the rules of each exchange that the spec explains
   * @return what went wrong, or null
   * @throws AdapterFailure if the adapter itself failed, which says nothing of the implementation
   */
  @Nullable Finding run(SpecModel model, Chooser chooser, LongConsumer exercised) throws AdapterFailure {
    Conversation conversation = conversation(model, chooser, exercised);
    try {
      converse(model, conversation);
    } catch (AdapterFailure failure) {
      return switch (failure.kind()) {
        case HANG -> silent(Finding.Kind.HANG, conversation, failure);
        case CRASH, EXIT -> crashed(model, conversation, failure);
        case ERROR, ANSWER, PROTOCOL -> throw during(conversation, failure);
      };
    } finally {
      steps += conversation.exchanges.size();
      latest = new Held(model, conversation.exchanges);
    }
    Disagreement disagreement = conversation.disagreement();
    return disagreement == null || disagreement.isLate() && !isLateFor(model, conversation) ? null
        : disagreement.clock().isEmpty() ? Finding.of(disagreement, conversation).saying(hint(conversation))
        : Finding.of(disagreement, conversation);
  }

  /** The scenario that was run before the last one of {@link #scenario}; null if there was none. */
  @Nullable Held before() {
    return before;
  }

  /** Runs the conversation of a finding once more, each request to its own task. */
  @Nullable Finding repeat(SpecModel model, Finding finding) throws AdapterFailure {
    return run(model, new ReplayPerTask(finding.exchanges()), rules -> { });
  }

  /**
   * Whether a reply is late again, at the same place; or at some place each time that the conversation is repeated. A machine
   * can stand still now and then, and in a conversation that takes seconds it does so again.
   */
  private boolean isLateFor(SpecModel model, Conversation conversation) throws AdapterFailure {
    boolean certain = adapter.hello().hasClock();
    for (int i = 0; i < LATE_AGAIN && !certain; i++) {
      Conversation again = conversation(model, new ReplayPerTask(conversation.exchanges), rules -> { });
      adapter.run(model.cast, again);
      if (again.disagreement() == null || !again.disagreement().isLate()) {
        return false;
      }
      certain = again.exchanges.size() == conversation.exchanges.size();
    }
    return true;
  }

  /** Runs the scenario. An answer that only the adapter can have got wrong comes before all that the spec says of it. */
  private void converse(SpecModel model, Conversation conversation) throws AdapterFailure {
    String[] mistake = {null};
    answers.begin();
    adapter.run(model.cast, reply -> {
      Request pending = conversation.tracker.pending();
      mistake[0] = pending == null ? null : answers.mistake(conversation.tracker.task(), pending, reply);
      if (mistake[0] != null) {
        conversation.brokenOff(reply);
        return null;
      }
      return conversation.next(reply);
    });
    if (mistake[0] != null) {
      throw new AdapterFailure(AdapterFailure.Kind.ANSWER, mistake[0]);
    }
  }

  private static AdapterFailure during(Conversation conversation, AdapterFailure failure) {
    if (failure.kind() != AdapterFailure.Kind.ANSWER) {
      conversation.brokenOff(null);
    }
    return failure.during(conversation.words());
  }

  /** What the author of an adapter should know if another task speaks than the one that still runs. */
  private static String hint(Conversation conversation) {
    if (conversation.exchanges.isEmpty()) {
      return "";
    }
    return Answers.overtaken(conversation.exchanges.get(conversation.exchanges.size() - 1));
  }

  private static Finding silent(Finding.Kind kind, Conversation conversation, AdapterFailure failure) {
    boolean pending = conversation.brokenOff(null);
    Disagreement owed = pending
        ? conversation.tracker.silence()
        : new Disagreement(Set.of(Conversation.FIRST), Rule.bits(NOTHING_RUNS));
    return new Finding(kind, owed.rules(), owed.first(), conversation.cast, List.copyOf(conversation.exchanges), owed.allowed(),
        failure.getMessage(), null);
  }

  /**
   * Repeats the conversation, unless the process ends again and again: whether it ends once more says much about the cause. A
   * process that ends with status 0 while a task runs was not ended by its runtime, nor was one that does so once.
   */
  private Finding crashed(SpecModel model, Conversation conversation, AdapterFailure first) throws AdapterFailure {
    Finding finding = silent(Finding.Kind.CRASH, conversation, first);
    if (crashes > 0 && first.kind() == AdapterFailure.Kind.CRASH) {
      return finding; // the scenario before this one has been repeated
    }
    Conversation again = conversation(model, new ReplayPerTask(finding.exchanges()), rules -> { });
    String recurs = "";
    try {
      converse(model, again);
      recurs = "it did not end when the scenario was repeated";
    } catch (AdapterFailure second) {
      switch (second.kind()) {
        case ERROR, ANSWER, PROTOCOL -> throw during(again, second);
        case HANG -> recurs = "it hung when the scenario was repeated";
        case CRASH, EXIT -> { }
      }
    }
    Exchange last = finding.exchanges().isEmpty() ? null : finding.exchanges().get(finding.exchanges().size() - 1);
    boolean left = first.kind() == AdapterFailure.Kind.EXIT && last != null && Answers.neverSuspends(last.request());
    if (recurs.isEmpty() && !left) {
      return finding;
    } else if (first.kind() == AdapterFailure.Kind.CRASH && last != null) {
      return finding.saying(recurs + "; before, " + first.getMessage());
    }
    String owed = last == null ? "" : Answers.deed(last.task(), last.request()) + "; "
        + Answers.owed(last.task(), last.request()) + "; ";
    throw new AdapterFailure(left && recurs.isEmpty() ? AdapterFailure.Kind.PROTOCOL : AdapterFailure.Kind.ERROR,
        "the adapter ended in the middle of a scenario" + (recurs.isEmpty() ? "" : ", but " + recurs) + ": " + owed
            + first.getMessage()).during(conversation.words());
  }
}
