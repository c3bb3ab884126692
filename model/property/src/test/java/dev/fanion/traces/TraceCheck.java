package dev.fanion.traces;

import dev.fanion.oracle.Action;
import dev.fanion.oracle.Oracle;
import dev.fanion.spec.SpecFiles;
import dev.fanion.traces.Entry.Access;
import dev.fanion.traces.Entry.Event;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Follows a trace through FlagTraces by TLC's own next-state relation. It keeps every state that explains the entries so far, as
 * some steps of the loop leave no entry.
 */
final class TraceCheck implements AutoCloseable {
  private static final String CONFIG = """
      SPECIFICATION SafetyOfTheReference
      CONSTANTS
        Tasks = {"t1", "t2"}
        Sleepers = {}
        Flags = {"f1", "f2"}
        Setters = {"s1", "s2", "s3"}
        Leaves = {"n1", "n2"}
        Grows = TRUE
      """;

  /** What the loop does without an access. */
  private static final Set<String> SILENT = Set.of("TakeTurn", "Expire", "ParkReturns", "TimeIsUp");

  /** What happens before the first task's turn, where a trace begins. */
  private static final Set<String> OPENING = Set.of("Begin", "LookAtNode", "TakeTurn");

  private final Oracle spec = Oracle.load(SpecFiles.find().resolve("tla").resolve("flag"), "FlagTraces", CONFIG);

  private final Steps steps = new Steps(spec);

  /** By who acts, and on what. */
  private final Map<String, List<Action>> actions = spec.actions().stream().collect(Collectors.groupingBy(Steps::key));

  private final List<Action> silent = spec.actions().stream().filter(action -> SILENT.contains(action.name())).toList();
  private final List<Action> opening = spec.actions().stream().filter(action -> OPENING.contains(action.name())).toList();

  /**
   * Where a trace is refused.
   *
   * @param place the place of the entry, from 0
   * @param entry the entry that no step of the spec explains
   * @param why what is wrong with it
   */
  record Refusal(int place, Entry entry, String why) {
    @Override
    public String toString() {
      return "entry " + place + ": " + entry + "; " + why;
    }
  }

  /** Returns where the trace is refused, or null if it is accepted. */
  @Nullable Refusal refusal(List<Entry> trace) {
    Set<Integer> states = beginnings();
    for (int place = 0; place < trace.size(); place++) {
      Entry entry = trace.get(place);
      if (entry instanceof Access access && !access.isInOneOrder()) {
        return new Refusal(place, entry, "the spec's one order of all accesses does not hold of this one");
      }
      Set<Integer> before = closure(states, silent);
      states = after(before, entry);
      if (states.isEmpty()) {
        return new Refusal(place, entry, "the spec is at "
            + before.stream().map(this::places).distinct().collect(Collectors.joining(" or ")));
      }
    }
    return null;
  }

  private String places(int state) {
    return spec.value(state, "loop") + " " + spec.value(state, "at");
  }

  private Set<Integer> beginnings() {
    Set<Integer> states = new LinkedHashSet<>();
    for (int initial : spec.initial()) {
      states.add(initial);
    }
    Set<Integer> all = closure(states, opening);
    all.removeIf(state -> !spec.value(state, "loop").equals("run"));
    return all;
  }

  /** These states, and those that they become by such steps. */
  private Set<Integer> closure(Set<Integer> states, List<Action> steps) {
    List<Integer> all = new ArrayList<>(states);
    Set<Integer> known = new LinkedHashSet<>(states);
    for (int i = 0; i < all.size(); i++) {
      for (Action step : steps) {
        for (int next : spec.successors(all.get(i), step.index())) {
          if (known.add(next)) {
            all.add(next);
          }
        }
      }
    }
    return known;
  }

  private Set<Integer> after(Set<Integer> states, Entry entry) {
    if (entry instanceof Event event && (event.does().equals("goes on") || event.does().equals("has set"))) {
      return states.stream().filter(state -> steps.holds(event, state)).collect(Collectors.toSet());
    }
    Set<Integer> all = new LinkedHashSet<>();
    for (int state : states) {
      for (Action action : actions.getOrDefault(Steps.key(entry), List.of())) {
        if (spec.enabled(state, action.index()) && steps.explains(action, state, entry)) {
          for (int next : spec.successors(state, action.index())) {
            all.add(next);
          }
        }
      }
    }
    return all;
  }

  @Override
  public void close() {
    spec.close();
  }
}
