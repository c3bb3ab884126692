package dev.fanion.conformance;

import dev.fanion.conformance.VariationPoint.Side;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Result;
import dev.fanion.oracle.Action;
import dev.fanion.oracle.Candidates;
import dev.fanion.oracle.Oracle;
import dev.fanion.oracle.OracleFamily;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The spec, as requests and replies: which of its actions a request can be, and which reply each action gives.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class SpecModel implements AutoCloseable {
  /** Features that make time pass; the walk through every transition leaves them out. */
  static final Set<String> TIMED = Set.of("timeout", "arm", "storm");

  final Profile profile;
  final Set<String> features;
  final Cast cast;
  final Oracle oracle;
  private final Candidates candidates;
  private final int[] internal;
  private final Map<String, Map<Request, int[]>> requests = new LinkedHashMap<>();

  /** By the index of an action: the case of a request that the action is. */
  private final @Nullable SpecCase[] cases;

  /** By the index of an action: the result with which the action resumes a task. */
  private final @Nullable Result[] results;

  /** By the index of an action: the task or flag whose clock must have run out. */
  private final @Nullable String[] clocks;

  private final Map<String, int[]> resumes = new LinkedHashMap<>();
  private int report = -1;
  private final RuleSets rules = new RuleSets();

  SpecModel(OracleFamily family, Profile profile, Collection<String> features, Cast cast) {
    this.profile = profile;
    this.features = Set.copyOf(features);
    this.cast = cast;
    oracle = family.load(SpecConfig.of(profile, features, cast));
    cases = new SpecCase[oracle.actions().size()];
    results = new Result[cases.length];
    clocks = new String[cases.length];
    List<Integer> unseen = new ArrayList<>();
    for (Action action : oracle.actions()) {
      switch (action.name()) {
        case "Resume" -> resumes(action);
        case "Report" -> report = action.index();
        case "FlagNotice" -> unseen.add(action.index());
        case "Passes" -> addIf(unseen, action, passes());
        case "CancelComes" -> addIf(unseen, action, profile.side(VariationPoint.CANCEL_DELIVERY) == Side.QUEUED);
        case "EventCallEnds" -> addIf(unseen, action, profile.side(VariationPoint.WAIT_ON_SET) == Side.BEHIND);
        case "EventWaitBegins", "FlagWaitBegins" -> addIf(unseen, action, limitsAreWrapped());
        case "Expire" -> addIf(unseen, action, features.contains("timeout"));
        case "FlagFire" -> addIf(unseen, action, features.contains("arm"));
        default -> bind(action);
      }
    }
    internal = unseen.stream().mapToInt(i -> i).toArray();
    candidates = new Candidates(oracle, internal);
  }

  /** Whether a task may have a turn that nobody is told of. */
  private boolean passes() {
    return profile.side(VariationPoint.AFTER_WAKE) != Side.RETURNS || profile.side(VariationPoint.WAKE_ORDER) == Side.BATCH;
  }

  private boolean limitsAreWrapped() {
    return profile.side(VariationPoint.LIMITED_WAIT) == Side.WRAPPED;
  }

  private void addIf(List<Integer> unseen, Action action, boolean possible) {
    if (possible) {
      unseen.add(action.index());
      boolean takesTime = action.name().equals("Expire") || action.name().equals("FlagFire");
      clocks[action.index()] = takesTime ? action.text(0) : null;
    }
  }

  private void resumes(Action action) {
    results[action.index()] = Result.of(action.text(1)).orElseThrow();
    resumes.merge(action.text(0), new int[] {action.index()}, SpecModel::joined);
  }

  private void bind(Action action) {
    SpecCase bound = SpecCase.of(action);
    cases[action.index()] = bound;
    requests.computeIfAbsent(bound.task(), t -> new LinkedHashMap<>())
        .merge(bound.request(), new int[] {action.index()}, SpecModel::joined);
  }

  private static int[] joined(int[] old, int[] one) {
    int[] both = Arrays.copyOf(old, old.length + 1);
    both[old.length] = one[0];
    return both;
  }

  /** Every request that the spec knows for a task, with the actions that it can be. */
  Map<Request, int[]> requests(String task) {
    return requests.getOrDefault(task, Map.of());
  }

  /** The actions that a request to a task can be. */
  int[] actions(String task, Request request) {
    return requests(task).getOrDefault(request.plain(), new int[0]);
  }

  /** The case of a request that an action is. */
  SpecCase caseOf(int action) {
    return Objects.requireNonNull(cases[action]);
  }

  /** The actions that resume a task. */
  int[] resumes(String task) {
    return resumes.getOrDefault(task, new int[0]);
  }

  /** The tasks that can be resumed. */
  Set<String> tasks() {
    return resumes.keySet();
  }

  /** The result with which an action resumes its task. */
  Result result(int resume) {
    return Objects.requireNonNull(results[resume]);
  }

  /** The action that reports a deadlock, or -1 if the spec has none under this profile. */
  int report() {
    return report;
  }

  /** Whether the loop may report in this state that nothing can wake the main task. */
  boolean reports(int state) {
    return report >= 0 && oracle.enabled(state, report);
  }

  /** The actions that no reply reveals. */
  int[] internal() {
    return internal;
  }

  Candidates candidates() {
    return candidates;
  }

  /** The task whose limit, or the flag whose armed interrupt, an internal action stands for; null for the others. */
  @Nullable String clockOf(int internal) {
    return clocks[internal];
  }

  /** The tasks that have started and not ended. */
  Set<String> live(int state) {
    return ((Set<?>) oracle.value(state, "live")).stream().map(String.class::cast).collect(Collectors.toSet());
  }

  /** The rules that a step exercises, whatever happened before it. */
  long rules(int state, int action) {
    return rules(state, action, null);
  }

  /**
   * The rules that a step exercises.
   *
   * @param last how the running task's operation before this one ended
   */
  long rules(int state, int action, @Nullable Result last) {
    long key = ((long) state << 32) | action << 4 | (last == null ? 0 : last.ordinal() + 1);
    return rules.get(key, () -> {
      Action a = oracle.actions().get(action);
      List<Object> arguments = new ArrayList<>(a.arguments());
      arguments.add(last == null ? "" : last.wire());
      return Rule.bits((Set<?>) oracle.apply(state, a.name() + "Rules", arguments.toArray()));
    });
  }

  /** The rules that a request can exercise in these states. */
  long rules(int[] states, String task, Request request) {
    long all = 0;
    for (int state : states) {
      for (int action : actions(task, request)) {
        all |= oracle.enabled(state, action) ? rules(state, action) : 0;
      }
    }
    return all;
  }

  /** The rules that a reply breaks in a state that does not allow it. */
  long unexpected(int state, Reply reply) {
    Object rules = switch (reply.result()) {
      case ENDED -> oracle.apply(state, "UnexpectedEnd");
      case DEADLOCK -> oracle.apply(state, "UnexpectedDeadlock");
      default -> oracle.apply(state, "Unexpected", reply.task(), reply.result().wire());
    };
    return Rule.bits((Set<?>) rules);
  }

  /** Whether some task is to run in this state at once, without anything to come first. */
  boolean owesAReply(int state) {
    return Boolean.TRUE.equals(oracle.apply(state, "OwedNow"));
  }

  /** Whether some task is to run in this state when the time of this task, or of this flag's interrupt, has come. */
  boolean owesAReplyBy(int state, String name) {
    return Boolean.TRUE.equals(oracle.apply(state, "OwedWhenDue", name));
  }

  /** The rule that a maintainer would name first for a reply that this state does not allow; for a silence, reply is null. */
  long foremost(int state, @Nullable Reply reply) {
    boolean told = reply != null && !reply.over();
    Object rule = oracle.apply(state, "Foremost", told ? reply.task() : "none", reply == null ? "" : reply.result().wire());
    return "".equals(rule) ? 0 : Rule.bits(Set.of(rule));
  }

  /** These rules, and every rule whose breach would look the same. */
  long suspects(int state, long broken) {
    return Rule.bits((Set<?>) oracle.apply(state, "Suspects", Rule.ids(broken)));
  }

  @Override
  public void close() {
    oracle.close();
  }
}
