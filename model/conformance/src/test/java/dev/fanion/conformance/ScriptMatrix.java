package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Wire;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every planted mistake in every script: in how many scripts of each kind it shows, and where the finding first names a rule that
 * the mistake does not break. A run stops at its first findings, so that it tells little of what the later scripts would say. The
 * arguments are names of sides of the planted runtime; without one it is asyncio's. All is on virtual time.
 */
final class ScriptMatrix {
  private static final long SOON = 1_000_000_000;

  /** The kinds that need more than a few tasks. */
  private static final Set<String> OF_MANY = Set.of("crowds", "waiters", "signals", "tasks", "timers", "numbers",
      "tasks with limits");

  private ScriptMatrix() {}

  private static Map<String, List<Script>> kinds() {
    Map<String, List<Script>> kinds = new LinkedHashMap<>();
    kinds.put("crowds", Scripts.crowds());
    kinds.put("waiters", DataStructures.ofWaiters());
    kinds.put("signals", DataStructures.ofSignals());
    kinds.put("tasks", DataStructures.ofTasks());
    kinds.put("timers", DataStructures.ofTimers());
    kinds.put("numbers", DataStructures.ofNumbers());
    kinds.put("tasks with limits", DataStructures.ofTasksWithLimits());
    kinds.put("objects", DataStructures.ofObjects());
    kinds.put("sleeps", Scripts.sleeps());
    kinds.put("alone", Scripts.alone());
    kinds.put("armed", Scripts.armed());
    kinds.put("patient", Scripts.patient());
    kinds.put("limits", LimitRaces.all());
    kinds.put("neighbours", LimitRaces.ofNeighbours());
    kinds.put("due together", LimitRaces.dueTogether());
    kinds.put("held up", LimitRaces.heldUp());
    kinds.put("late", LimitRaces.late());
    kinds.put("late and cancelled", LimitRaces.lateAndCancelled());
    kinds.put("again", Scripts.again());
    return kinds;
  }

  /** Prints the table. The status is 1 if some finding names a rule first that its mistake does not break. */
  public static void main(String[] args) throws Wire.MalformedLine {
    System.out.println("mistake\tside\tkind\tscripts\tshown\totherwise\tfor instance");
    int otherwise = 0;
    for (String sides : args.length == 0 ? new String[] {"ASYNCIO"} : args) {
      try (ModelCache models = new ModelCache()) {
        otherwise += on(Sides.parse(sides), models);
      }
    }
    System.exit(otherwise == 0 ? 0 : 1);
  }

  private static int on(Sides sides, ModelCache models) throws Wire.MalformedLine {
    Profile usual = PlantedMatrix.usual(sides, models);
    int all = 0;
    for (Bug bug : Bug.values()) {
      for (Map.Entry<String, List<Script>> kind : kinds().entrySet()) {
        Cast cast = kind.getKey().equals("objects") ? DataStructures.OBJECTS
            : OF_MANY.contains(kind.getKey()) ? DataStructures.CAST : Scripts.FEW;
        List<Finding> shown = new ArrayList<>();
        for (Script script : kind.getValue()) {
          Finding finding = finding(bug, sides, usual, models, cast, script);
          if (finding != null) {
            shown.add(finding);
          }
        }
        List<Finding> otherwise = shown.stream().filter(finding -> !PlantedMatrix.isBrokenBy(bug, finding)).toList();
        if (!shown.isEmpty()) {
          System.out.printf("%s\t%s\t%s\t%d\t%d\t%d\t%s%n", bug, sides, kind.getKey(), kind.getValue().size(), shown.size(),
              otherwise.size(), otherwise.isEmpty() ? "" : words(otherwise.get(0)));
        }
        all += otherwise.size();
      }
    }
    return all;
  }

  private static @Nullable Finding finding(Bug bug, Sides sides, Profile usual, ModelCache models, Cast cast,
      Script script) throws Wire.MalformedLine {
    InJvmPlantedAdapter adapter = new InJvmPlantedAdapter(bug, sides, PlantedLoop.Notice.TURN);
    TestedAdapter tested = new TestedAdapter(adapter);
    SpecModel model = models.get(usual, new TreeSet<>(adapter.hello().operations()), cast);
    try {
      Finding finding = tested.run(model, script.chooser(model), rules -> { });
      return finding == null ? null : new Shrinker(tested, model, finding).within(SOON).shrink();
    } catch (AdapterFailure e) {
      throw new IllegalStateException(bug + ": " + e.getMessage(), e);
    }
  }

  /** A finding in one line. */
  static String words(Finding finding) {
    return finding.kind() + " " + String.join(" ", finding.ruleNames()) + ": "
        + finding.exchanges().stream().map(Exchange::toString).collect(Collectors.joining(" · "));
  }
}
