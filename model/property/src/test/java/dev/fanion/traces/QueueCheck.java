package dev.fanion.traces;

import dev.fanion.oracle.Action;
import dev.fanion.oracle.Oracle;
import dev.fanion.spec.SpecFiles;
import dev.fanion.traces.Entry.Access;
import dev.fanion.traces.Entry.Event;
import dev.fanion.traces.TraceCheck.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Follows a trace of written links through QueueOperations, whose statements write one link each, or two. */
final class QueueCheck implements AutoCloseable {
  private static final String CONFIG = """
      SPECIFICATION Steps
      CONSTANTS
        Tasks = {"t1", "t2", "t3", "t4"}
        Events = {"e1", "e2"}
        Epochs = 1000
      """;

  /** Statements that write nothing that is traced. Turn is one, if the task did not wait. */
  private static final Set<String> SILENT = Set.of("AppendFindsTheLast", "SpliceLooks", "BeginRound", "RoundTakesAll",
      "RoundStepsOn", "Run", "Suspend", "Return", "Turn");

  private static final Map<String, String> CALLS = Map.of("Wait", "waits on", "WaitReturns", "waits on", "Yield", "yields",
      "Spawn", "spawns", "Set", "sets", "Clear", "clears", "Cancel", "cancels");

  private final Oracle spec = Oracle.load(SpecFiles.find().resolve("tla").resolve("queue"), "QueueOperations", CONFIG);

  /** A state that explains the entries so far, and what its last statement is still to write. */
  private record Candidate(int state, List<Access> left) {}

  /** Returns where the trace is refused, or null if it is accepted. */
  @Nullable Refusal refusal(List<Entry> trace) {
    Set<Candidate> candidates = new LinkedHashSet<>();
    for (int initial : spec.initial()) {
      candidates.add(new Candidate(initial, List.of()));
    }
    for (int place = 0; place < trace.size(); place++) {
      Set<Candidate> before = closure(candidates);
      candidates = after(before, trace.get(place));
      if (candidates.isEmpty()) {
        return new Refusal(place, trace.get(place),
            "the spec is at " + before.stream().map(this::at).distinct().collect(Collectors.joining(" or ")));
      }
    }
    return null;
  }

  private String at(Candidate candidate) {
    return spec.value(candidate.state, "op") + " " + spec.value(candidate.state, "at") + candidate.left;
  }

  private Set<Candidate> closure(Set<Candidate> candidates) {
    List<Candidate> all = new ArrayList<>(candidates);
    Set<Candidate> known = new LinkedHashSet<>(candidates);
    for (int i = 0; i < all.size(); i++) {
      Candidate candidate = all.get(i);
      for (Action action : candidate.left.isEmpty() ? spec.actions() : List.<Action>of()) {
        if (SILENT.contains(action.name()) && spec.enabled(candidate.state, action.index())
            && writes(action, candidate.state).isEmpty()) {
          add(candidate.state, action, List.of()).stream().filter(known::add).forEach(all::add);
        }
      }
    }
    return known;
  }

  private List<Candidate> add(int state, Action action, List<Access> left) {
    List<Candidate> next = new ArrayList<>();
    for (int successor : spec.successors(state, action.index())) {
      next.add(new Candidate(successor, left));
    }
    return next;
  }

  private Set<Candidate> after(Set<Candidate> candidates, Entry entry) {
    Set<Candidate> all = new LinkedHashSet<>();
    for (Candidate candidate : candidates) {
      if (!candidate.left.isEmpty()) {
        if (entry instanceof Access access && access.isLike(candidate.left.get(0))) {
          all.add(new Candidate(candidate.state, candidate.left.subList(1, candidate.left.size())));
        }
      } else if (entry instanceof Event event && event.does().equals("goes on")) {
        if (spec.value(candidate.state, "running").equals(event.who()) && spec.value(candidate.state, "op").equals("nil")) {
          all.add(candidate);
        }
      } else {
        step(candidate.state, entry, all);
      }
    }
    return all;
  }

  private void step(int state, Entry entry, Set<Candidate> all) {
    for (Action action : spec.actions()) {
      if (!spec.enabled(state, action.index())) {
        continue;
      }
      if (entry instanceof Event event) {
        if (event.does().equals(CALLS.get(action.name())) && event.who().equals(action.text(0))
            && (action.arguments().size() == 1 || event.what().equals(action.text(1)))) {
          all.addAll(add(state, action, List.of()));
        }
      } else {
        List<Access> writes = writes(action, state);
        boolean isFirst = !writes.isEmpty() && (((Access) entry).isLike(writes.get(0))
            || action.name().equals("Turn") && ((Access) entry).isLike(writes.get(0).during(""))); // cut before the task went on
        if (isFirst) {
          all.addAll(add(state, action, writes.subList(1, writes.size())));
        }
      }
    }
  }

  /** What an action writes in a state, in the order of the reference. */
  private List<Access> writes(Action action, int state) {
    String who = (String) spec.value(state, "who");
    String list = (String) spec.value(state, "list");
    String first = (String) spec.value(state, "first");
    String last = (String) spec.value(state, "last");
    return switch (action.name()) {
      case "AppendPointsBack" -> List.of(write("prev", who, last));
      case "AppendPointsOn" -> List.of(write("next", who, list));
      case "AppendIsPointedTo" -> List.of(write("next", last, who));
      case "AppendIsLast" -> List.of(write("prev", list, who));
      case "UnlinkSkipsOn" -> List.of(write("next", of("prev", who, state), of("next", who, state)));
      case "UnlinkSkipsBack" -> List.of(write("prev", of("next", who, state), of("prev", who, state)));
      case "UnlinkForgets" -> List.of(write("prev", who, "nil"), write("next", who, "nil"));
      case "SpliceEmpties" -> List.of(write("prev", list, list), write("next", list, list));
      case "SpliceMovesTheEpoch" -> List.of(write("epoch", list, (Integer) of("epoch", list, state) + 1));
      case "SpliceJoinsBack" -> List.of(write("prev", first, of("prev", "ready", state)));
      case "SpliceJoinsOn" -> List.of(write("next", of("prev", "ready", state), first));
      case "SpliceEndsOn" -> List.of(write("next", last, "ready"));
      case "SpliceEndsBack" -> List.of(write("prev", "ready", last));
      case "RoundIsCutOff" -> List.of(write("next", last, "nil"));
      case "NoteEnding" -> List.of(write("ending", who, "cancelled"));
      case "Expire" -> List.of(write("ending", action.text(0), "timeout"));
      case "Turn" -> turn(who, state);
      default -> List.of();
    };
  }

  private List<Access> turn(String who, int state) {
    String how = (String) of("how", who, state);
    return of("joined", who, state).equals("nil") && how.equals("woken") ? List.of()
        : List.of(write("ending", who, "woken").during(how));
  }

  private static Access write(String variable, Object node, Object value) {
    return new Access("loop", "", variable + "[" + node + "]", null, value, "");
  }

  private Object of(String variable, String argument, int state) {
    return Objects.requireNonNull(((Map<?, ?>) spec.value(state, variable)).get(argument), variable);
  }

  @Override
  public void close() {
    spec.close();
  }
}
