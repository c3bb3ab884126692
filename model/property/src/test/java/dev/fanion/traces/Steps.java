package dev.fanion.traces;

import dev.fanion.oracle.Action;
import dev.fanion.oracle.Oracle;
import dev.fanion.traces.Entry.Access;
import dev.fanion.traces.Entry.Event;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What entry of a trace each action of the spec makes. */
final class Steps {
  /** By the variable that they read or write: the actions; empty for an event or a step that leaves no entry. */
  private static final Map<String, List<String>> ACTIONS = Map.of(
      "raised", List.of("Set", "LookAtFlag", "WaitReturns", "WaitBegins", "WaitBlocks", "WaitSeesASet", "Consume", "Clear"),
      "leaf", List.of("ReadLeaf", "Register", "Unregister", "Leave", "ReadOwnLeaf"),
      "marked", List.of("ReadHint", "MarkHint", "LookAtNode", "Lower", "LookAgain", "ReadAgain", "Grow", "ReadNewTop"),
      "parent", List.of("ReadParent", "Link", "AddLeaf", "ReadAboveNewTop"),
      "asleep", List.of("ReadAsleep", "BeginRound", "ReadOwnAsleep", "Begin", "Announce"),
      "permit", List.of("Unpark", "Park", "Unparked"),
      "", List.of("Yield", "Cancel", "WaitRefused", "TakeTurn", "Expire", "ParkReturns", "TimeIsUp"));

  private static final Set<String> OF_SETTERS =
      Set.of("Set", "ReadLeaf", "ReadHint", "MarkHint", "ReadParent", "ReadAsleep", "Unpark");

  private final Oracle spec;

  Steps(Oracle spec) {
    this.spec = spec;
  }

  /** Who acts, and on what. */
  static String key(Action action) {
    String variable = ACTIONS.entrySet().stream().filter(of -> of.getValue().contains(action.name())).findFirst()
        .orElseThrow(() -> new IllegalStateException("what does " + action + " access?")).getKey();
    return (OF_SETTERS.contains(action.name()) ? action.text(0) : "loop") + " " + variable;
  }

  /** Who acts, and on what. */
  static String key(Entry entry) {
    return entry instanceof Access access ? access.thread() + " " + access.variable() : "loop ";
  }

  /** Whether an event that is no step of the spec may be told of a state. */
  boolean holds(Event event, int state) {
    return event.does().equals("goes on")
        ? spec.value(state, "loop").equals("run") && spec.value(state, "running").equals(event.who())
        : ((List<?>) of("at", event.who(), state)).get(0).equals("idle");
  }

  /** Whether the action, which is enabled in the state, makes the entry. */
  boolean explains(Action action, int state, Entry entry) {
    if (entry instanceof Event event) {
      return switch (action.name()) {
        case "Yield" -> event.equals(new Event(action.text(0), "yields", ""));
        case "Cancel" -> event.equals(new Event(action.text(0), "cancels", action.text(1)));
        case "WaitRefused" -> event.equals(new Event(action.text(0), "is refused", action.text(1)));
        default -> false;
      };
    }
    Access access = (Access) entry;
    Access expected = expected(action, state);
    boolean isCut = action.name().equals("Leave") && access.during().isEmpty(); // the trace ended before the task went on
    return access.isLike(isCut ? expected.during("") : expected);
  }

  /** The access that an action makes in a state where it is enabled. */
  private Access expected(Action action, int state) {
    return OF_SETTERS.contains(action.name()) ? ofSetter(action, state) : switch (action.name()) {
      case "BeginRound", "ReadOwnAsleep" -> reads("asleep", null, state);
      case "Begin" -> writes("asleep", false);
      case "Announce" -> writes("asleep", true);
      case "LookAtNode", "ReadAgain" -> reads("marked", action.text(0), state);
      case "LookAgain" -> reads("marked", (String) spec.value(state, "root"), state);
      case "Lower" -> writes("marked[" + action.text(0) + "]", false);
      case "LookAtFlag" -> reads("raised", action.text(0), state);
      case "Park", "Unparked" -> exchanges("permit", null, state);
      default -> ofTask(action, state);
    };
  }

  private Access ofSetter(Action action, int state) {
    String setter = action.text(0);
    if (action.name().equals("Set")) {
      return by(setter, writes("raised[" + action.text(1) + "]", true), "sets " + action.text(1));
    }
    List<?> on = (List<?>) ((List<?>) of("at", setter, state)).get(1);
    String node = (String) on.get(1);
    return by(setter, switch (action.name()) {
      case "ReadLeaf" -> reads("leaf", (String) on.get(0), state);
      case "ReadHint" -> reads("marked", node, state);
      case "MarkHint" -> writes("marked[" + node + "]", true);
      case "ReadParent" -> reads("parent", node, state);
      case "ReadAsleep" -> reads("asleep", null, state);
      default -> new Access("loop", "", "permit", null, true, "");
    }, "sets " + on.get(0));
  }

  private static Access by(String setter, Access access, String call) {
    return new Access(setter, call, access.place(), access.read(), access.written(), "");
  }

  private Access ofTask(Action action, int state) {
    String task = (String) spec.value(state, "running");
    Access access = switch (action.name()) {
      case "Register" -> writes("leaf[" + action.text(1) + "]", action.text(2));
      case "Unregister", "Leave" -> writes("leaf[" + action.text(1) + "]", "none");
      case "ReadOwnLeaf" -> reads("leaf", action.text(1), state);
      case "Grow" -> writes("marked[top]", true);
      case "Link", "AddLeaf" -> writes("parent[" + action.text(0) + "]", "top");
      case "ReadNewTop" -> reads("marked", "top", state);
      case "ReadAboveNewTop" -> reads("parent", "top", state);
      default -> exchanges("raised", action.text(1), state);
    };
    return access.during(switch (action.name()) {
      case "Clear" -> task + " clears " + action.text(1);
      case "Consume" -> "";
      case "Leave" -> (String) of("ending", task, state);
      case "ReadOwnLeaf" -> spec.value(state, "loop").equals("leave") ? "" : waits(task, state);
      default -> action.name().equals("WaitReturns") || action.name().equals("WaitBegins")
          ? task + " waits on " + action.text(1) : waits(task, state);
    });
  }

  private String waits(String task, int state) {
    Map<?, ?> waiter = (Map<?, ?>) spec.value(state, "waiter");
    return waiter.entrySet().stream().filter(wait -> task.equals(wait.getValue()))
        .map(wait -> task + " waits on " + wait.getKey()).collect(Collectors.joining());
  }

  private Access reads(String variable, @Nullable String argument, int state) {
    return new Access("loop", "", place(variable, argument), of(variable, argument, state), null, "");
  }

  private Access writes(String place, Object value) {
    return new Access("loop", "", place, null, value, "");
  }

  private Access exchanges(String variable, @Nullable String argument, int state) {
    return new Access("loop", "", place(variable, argument), of(variable, argument, state), false, "");
  }

  private static String place(String variable, @Nullable String argument) {
    return argument == null ? variable : variable + "[" + argument + "]";
  }

  private Object of(String variable, @Nullable String argument, int state) {
    Object value = spec.value(state, variable);
    return argument == null ? value : Objects.requireNonNull(((Map<?, ?>) value).get(argument), variable);
  }
}
