package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Reply;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.oracle.Action;
import dev.fanion.oracle.Candidates;
import dev.fanion.oracle.Oracle;
import dev.fanion.spec.SpecFiles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The spec, as requests and replies: which of its actions a request can be, and which reply each action gives. This is
 * the only class that knows the names of the spec's actions and variables.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Model implements AutoCloseable {
  private static final List<String> LAST = List.copyOf(Reply.RESULTS);

  /** Features that make time pass; the walk through every transition leaves them out. */
  static final Set<String> TIMED = Set.of("timeout", "arm", "storm");

  /**
   * One way in which a request can go.
   *
   * @param immediate how the operation ends if it does not suspend its task, else null
   * @param value what it answers; null: nothing, or what only the implementation knows
   */
  record Move(Action action, String task, Request request, @Nullable String immediate, @Nullable Object value) {
    /** The reply, where the operation does not suspend its task. */
    Reply reply(@Nullable Object answer) {
      return Reply.ENDED.equals(immediate) ? Reply.ended()
          : answer == null ? Reply.of(task, immediate) : Reply.of(task, immediate, answer);
    }
  }

  final Profile profile;
  final Set<String> features;
  final Begin begin;
  final Oracle oracle;
  private final Candidates candidates;
  private final int[] internal;
  private final Map<String, Map<Request, int[]>> requests = new LinkedHashMap<>();
  private final @Nullable Move[] moves;
  private final Map<String, int[]> resumes = new LinkedHashMap<>();
  private final String[] expires;
  private int report = -1;
  private final Map<Long, Long> rules = new HashMap<>();

  Model(Profile profile, Collection<String> features, Begin begin) {
    this.profile = profile;
    this.features = Set.copyOf(features);
    this.begin = begin;
    oracle = Oracle.load(SpecFiles.find().resolve("tla"), "Rules", config(profile, features, begin));
    moves = new Move[oracle.actions().size()];
    expires = new String[moves.length];
    List<Integer> unseen = new ArrayList<>();
    for (Action action : oracle.actions()) {
      switch (action.name()) {
        case "Resume" -> resumes.computeIfAbsent(action.text(0), t -> new int[0]);
        case "Report" -> report = action.index();
        case "FlagNotice" -> unseen.add(action.index());
        case "EventWaitBegins", "FlagWaitBegins" -> addIf(unseen, action, limitsAreWrapped());
        case "Expire" -> addIf(unseen, action, features.contains("timeout"));
        case "FlagFire" -> addIf(unseen, action, features.contains("arm"));
        default -> bind(action);
      }
    }
    for (String task : resumes.keySet()) {
      resumes.put(task, oracle.actions().stream()
          .filter(a -> a.name().equals("Resume") && a.text(0).equals(task)).mapToInt(Action::index).toArray());
    }
    internal = unseen.stream().mapToInt(i -> i).toArray();
    candidates = new Candidates(oracle, internal);
  }

  private boolean limitsAreWrapped() {
    return "wrapped".equals(profile.sides().get("LimitedWait"));
  }

  private void addIf(List<Integer> unseen, Action action, boolean possible) {
    if (possible) {
      unseen.add(action.index());
      boolean takesTime = action.name().equals("Expire") || action.name().equals("FlagFire");
      expires[action.index()] = takesTime ? action.text(0) : null;
    }
  }

  private static String config(Profile profile, Collection<String> features, Begin begin) {
    StringBuilder text = new StringBuilder("INIT Init\nNEXT Next\nCONSTANTS\n");
    text.append("Tasks = ").append(set(begin.tasks())).append("\nEvents = ").append(set(begin.events()));
    text.append("\nFlags = ").append(set(begin.flags())).append("\nFeatures = ").append(set(features)).append('\n');
    profile.sides().forEach((point, side) -> text.append(point).append(" = \"").append(side).append("\"\n"));
    return text.toString();
  }

  private static String set(Collection<String> names) {
    return names.stream().map(name -> '"' + name + '"').collect(Collectors.joining(", ", "{", "}"));
  }

  private void bind(Action action) {
    Move move = move(action);
    moves[action.index()] = move;
    requests.computeIfAbsent(move.task(), t -> new LinkedHashMap<>()).merge(move.request(), new int[] {action.index()},
        (old, one) -> {
          int[] both = Arrays.copyOf(old, old.length + 1);
          both[old.length] = one[0];
          return both;
        });
  }

  private static Move move(Action a) {
    return switch (a.name()) {
      case "Spawn" -> done(a, Op.SPAWN, Request.Kind.TASK, "ok");
      case "Cancel" -> done(a, Op.CANCEL, Request.Kind.TASK, "ok");
      case "Yield" -> done(a, Op.YIELD, Request.Kind.NOTHING, null);
      case "Sleep" -> done(a, Op.SLEEP, Request.Kind.NOTHING, null);
      case "Hog" -> done(a, Op.HOG, Request.Kind.NOTHING, "ok");
      case "Exit" -> done(a, Op.EXIT, Request.Kind.NOTHING, a.text(0).equals(Begin.MAIN) ? Reply.ENDED : null);
      case "EventSet" -> done(a, Op.SET, Request.Kind.EVENT, "ok");
      case "EventClear" -> done(a, Op.CLEAR, Request.Kind.EVENT, "ok");
      case "EventIsSet" ->
          new Move(a, a.text(0), Request.of(Op.IS_SET, Request.Kind.EVENT, a.text(1)), "ok", a.arguments().get(2));
      case "EventUnsafeSet" -> done(a, Op.INTERRUPT, Request.Kind.EVENT, "refused");
      case "EventWaitReturns" -> done(a, Op.WAIT, Request.Kind.EVENT, "woken");
      case "EventWaitYields", "EventWaitBlocks", "EventWaitStarts" -> done(a, Op.WAIT, Request.Kind.EVENT, null);
      case "FlagSet" -> done(a, Op.SET, Request.Kind.FLAG, "ok");
      case "FlagClear" -> done(a, Op.CLEAR, Request.Kind.FLAG, "ok");
      case "FlagInterrupt" -> done(a, Op.INTERRUPT, Request.Kind.FLAG, "ok");
      case "FlagArm" -> done(a, Op.ARM, Request.Kind.FLAG, "ok");
      case "FlagStorm" -> done(a, Op.STORM, Request.Kind.FLAG, "ok");
      case "FlagWaitReturns" -> done(a, Op.WAIT, Request.Kind.FLAG, "woken");
      case "FlagWaitBlocks", "FlagWaitStarts" -> done(a, Op.WAIT, Request.Kind.FLAG, null);
      case "FlagWaitRefused" -> done(a, Op.WAIT, Request.Kind.FLAG, "refused");
      default -> throw new IllegalStateException("the suite does not know the spec's action " + a);
    };
  }

  private static Move done(Action a, Op op, Request.Kind on, @Nullable String immediate) {
    Request request = Request.of(op, on, on == Request.Kind.NOTHING ? "" : a.text(1));
    boolean limited = a.name().endsWith("Starts") || a.arguments().size() == 3 && Boolean.TRUE.equals(a.arguments().get(2));
    return new Move(a, a.text(0), limited ? request.lasting(1) : request, immediate, null);
  }

  /** Every request that the spec knows for a task, with the actions that it can be. */
  Map<Request, int[]> requests(String task) {
    return requests.getOrDefault(task, Map.of());
  }

  int[] actions(String task, Request request) {
    return requests(task).getOrDefault(request.plain(), new int[0]);
  }

  Move move(int action) {
    return Objects.requireNonNull(moves[action]);
  }

  int[] resumes(String task) {
    return resumes.getOrDefault(task, new int[0]);
  }

  Set<String> tasks() {
    return resumes.keySet();
  }

  String result(int resume) {
    return oracle.actions().get(resume).text(1);
  }

  int report() {
    return report;
  }

  /** Whether the loop may say in this state that nothing can wake the main task. */
  boolean reports(int state) {
    return report >= 0 && oracle.enabled(state, report);
  }

  /** The actions that no reply tells of. */
  int[] internal() {
    return internal.clone();
  }

  Candidates candidates() {
    return candidates;
  }

  /** The task whose limit, or the flag whose armed interrupt, an internal action stands for; null for the others. */
  @Nullable String clockOf(int internal) {
    return expires[internal];
  }

  /** The tasks that have started and not ended. */
  Set<String> live(int state) {
    return ((Set<?>) oracle.value(state, "live")).stream().map(String.class::cast).collect(Collectors.toSet());
  }

  /** The rules that a step exercises; last: how the running task's last operation ended. */
  long rules(int state, int action, String last) {
    long key = ((long) state << 32) | action << 4 | LAST.indexOf(last) + 1;
    return rules.computeIfAbsent(key, k -> {
      Action a = oracle.actions().get(action);
      List<Object> arguments = new ArrayList<>(a.arguments());
      arguments.add(last);
      return Rule.bits((Set<?>) oracle.apply(state, a.name() + "Rules", arguments.toArray()));
    });
  }

  /** The rules that a request can exercise in these states. */
  long rules(int[] states, String task, Request request) {
    long all = 0;
    for (int state : states) {
      for (int action : actions(task, request)) {
        all |= oracle.enabled(state, action) ? rules(state, action, "") : 0;
      }
    }
    return all;
  }

  /** The rules that a reply breaks in a state that does not allow it. */
  long unexpected(int state, Reply reply) {
    Object rules = reply.result().equals(Reply.ENDED) ? oracle.apply(state, "UnexpectedEnd")
        : reply.over() ? oracle.apply(state, "UnexpectedDeadlock")
        : oracle.apply(state, "Unexpected", reply.task(), reply.result());
    return Rule.bits((Set<?>) rules);
  }

  /** These rules, and those whose breach would look the same. */
  long suspects(int state, long broken) {
    return Rule.bits((Set<?>) oracle.apply(state, "Suspects", Rule.ids(broken)));
  }

  @Override
  public void close() {
    oracle.close();
  }
}
