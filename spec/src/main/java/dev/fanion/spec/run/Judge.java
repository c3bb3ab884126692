package dev.fanion.spec.run;

import dev.fanion.spec.Entry;
import dev.fanion.spec.Expectation;
import dev.fanion.spec.Modules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Compares a run of TLC with its entry. The exit code alone is not enough. TLC 2.18 exits with 0 if it cannot evaluate a liveness
 * property on an initial state. And a failure that is expected must be the one violation that the entry names.
 */
final class Judge {
  /** The codes of the messages that state a verdict, by TLC's exit code. */
  private static final Map<Integer, Set<Integer>> VERDICTS =
      Map.of(10, Set.of(2104), 11, Set.of(2114), 12, Set.of(2107, 2110), 13, Set.of(2108, 2112, 2116));
  /** Messages that TLC prints as errors, although they only introduce a trace. */
  private static final Set<Integer> TRACE = Set.of(2121, 2264);
  /** Liveness under symmetry or under constraints: TLC warns that it may miss violations. */
  private static final Set<Integer> UNSOUND = Set.of(2279, 2284);

  private static final Pattern INVARIANT = Pattern.compile("Invariant (\\S+) is violated(?s:.*)");
  private static final Pattern ASSUMPTION =
      Pattern.compile("Assumption line (\\d+), col (\\d+) to line \\d+, col \\d+ of module (\\w+) is false(?s:.*)");
  private static final Pattern NAMED_ASSUME =
      Pattern.compile("(?s:.*)\\b(?:ASSUME|ASSUMPTION|AXIOM)\\s+(\\w+)\\s*==\\s*\\(?\\s*");
  private static final int MOST_DETAILS = 300;

  private final Entry entry;
  private final TlcRun run;
  private final Modules modules;
  private final List<String> problems = new ArrayList<>();

  Judge(Entry entry, TlcRun run, Modules modules) {
    this.entry = entry;
    this.run = run;
    this.modules = modules;
  }

  EntryResult judge() {
    TlcOutput.Counts counts = run.output().counts().orElse(new TlcOutput.Counts(0, 0));
    String outcome = outcome();
    checkOutcome(outcome);
    if (problems.isEmpty() && entry.expect() instanceof Expectation.Holds holds) {
      compare("distinct", counts.distinct(), holds.distinct());
      compare("generated", counts.generated(), holds.generated());
      checkActions(run.actions(), holds.idle());
    }
    double search = run.output().searchSeconds();
    long speed = search > 0 ? Math.round(counts.generated() / search) : 0;
    return new EntryResult(entry.name(), entry.group(), entry.expect().toString(), outcome, List.copyOf(problems),
        counts.distinct(), counts.generated(), run.seconds(), speed, run.actions(), details(outcome));
  }

  private void checkOutcome(String outcome) {
    if (run.late()) {
      problems.add("the deadline passed after " + Math.round(run.seconds()) + " s; the process was ended");
    } else if (!outcome.equals(entry.expect().toString())) {
      problems.add("expected: " + entry.expect() + "; found: " + outcome);
    }
    for (TlcOutput.Message message : run.output().messages()) {
      if (UNSOUND.contains(message.code())) {
        problems.add("liveness is checked under a symmetry or a constraint, which may hide a violation; "
            + "check it in a config without");
      }
    }
  }

  /** What happened: a verdict in the words of {@link Expectation}, or an error. */
  private String outcome() {
    if (run.late()) {
      return "unfinished";
    }
    List<TlcOutput.Message> errors = run.output().errors().stream().filter(error -> !TRACE.contains(error.code())).toList();
    if (run.exit() == 0 && errors.isEmpty() && run.output().has(TlcOutput.SUCCESS)) {
      return "holds";
    }
    boolean verdict = errors.size() == 1
        && VERDICTS.getOrDefault(run.exit(), Set.of()).contains(errors.get(0).code());
    return verdict ? "fails " + run.exit() + " " + violated(errors.get(0)) : error(run.exit());
  }

  private String violated(TlcOutput.Message message) {
    return switch (run.exit()) {
      case 10 -> assumption(message.text());
      case 11 -> "deadlock";
      case 12 -> group(INVARIANT.matcher(message.text()));
      // TLC names at most a part of the property. The config lists no other: the manifest was checked when it was loaded.
      default -> String.join(" or ", entry.config().properties());
    };
  }

  private static String group(Matcher matcher) {
    return matcher.matches() ? matcher.group(1) : "?";
  }

  /** The name of an assumption. TLC says only where the assumption stands; the module has the name before it. */
  private String assumption(String message) {
    Matcher found = ASSUMPTION.matcher(message);
    if (!found.matches()) {
      return "?";
    }
    int line = Integer.parseInt(found.group(1));
    String before = modules.text(found.group(3), 1, 1, line, Integer.parseInt(found.group(2)) - 1);
    return before == null ? "?" : group(NAMED_ASSUME.matcher(before));
  }

  private static String error(int exit) {
    return switch (exit) {
      case -1 -> "no result";
      case 0 -> "error, yet exit 0";
      case 14 -> "assert 14";
      case 75, 76, 77 -> "evaluation error " + exit;
      case 150 -> "parse error 150";
      case 151 -> "config error 151";
      default -> "error " + exit;
    };
  }

  private void compare(String what, long found, long expected) {
    if (found != expected) {
      problems.add(what + ": expected " + expected + ", found " + found);
    }
  }

  private void checkActions(SortedMap<String, Long> actions, List<String> idle) {
    List<String> missing = new ArrayList<>();
    actions.forEach((action, taken) -> {
      if (taken == 0 && !idle.contains(action)) {
        missing.add("\"" + action + "\"");
      } else if (taken > 0 && idle.contains(action)) {
        problems.add("action " + action + " is listed in idle but was taken " + taken + " times");
      }
    });
    if (!missing.isEmpty()) {
      problems.add("never taken: " + String.join(", ", missing) + "; cure the model, or list them in idle"
          + (missing.toString().contains("!") ? "; wrap M!A in an action, for TLC counts one action an INSTANCE" : ""));
    }
    for (String action : idle) {
      if (!actions.containsKey(action)) {
        problems.add("idle lists " + action + ", which is no action here; the actions are "
            + String.join(", ", actions.keySet()));
      }
    }
    if (actions.isEmpty()) {
      problems.add("TLC reported no action at all");
    }
  }

  private List<String> details(String outcome) {
    if (outcome.equals(entry.expect().toString())) {
      return List.of();
    }
    List<String> lines = run.output().shown();
    if (lines.size() <= MOST_DETAILS) {
      return List.copyOf(lines);
    }
    List<String> first = new ArrayList<>(lines.subList(0, MOST_DETAILS));
    first.add("… " + (lines.size() - MOST_DETAILS) + " more lines");
    return first;
  }
}
