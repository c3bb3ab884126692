package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Wire;
import java.util.ArrayList;
import java.util.List;
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

  /** Scripts of one kind, and who takes part. */
  private record Kind(String name, Cast cast, List<Script> scripts) {}

  private static final List<Kind> KINDS = List.of(
      new Kind("crowds", Scripts.CROWD, Scripts.crowds()),
      new Kind("waiters", DataStructures.CAST, DataStructures.ofWaiters()),
      new Kind("signals", DataStructures.CAST, DataStructures.ofSignals()),
      new Kind("tasks", DataStructures.CAST, DataStructures.ofTasks()),
      new Kind("timers", DataStructures.CAST, DataStructures.ofTimers()),
      new Kind("numbers", DataStructures.CAST, DataStructures.ofNumbers()),
      new Kind("tasks with limits", DataStructures.CAST, DataStructures.ofTasksWithLimits()),
      new Kind("objects", Capacities.PAIRS, DataStructures.ofObjects()),
      new Kind("sets", Capacities.PAIRS, Capacities.ofSets()),
      new Kind("arms", Capacities.PAIRS, Capacities.ofArms()),
      new Kind("cancels", DataStructures.CAST, Capacities.ofCancels()),
      new Kind("wakes", DataStructures.CAST, Capacities.ofWakes()),
      new Kind("sets behind a wake", DataStructures.CAST, Capacities.ofSetsBehindAWake()),
      new Kind("moments", DataStructures.CAST, Capacities.ofMoments()),
      new Kind("turns", DataStructures.CAST, Capacities.ofTurns()),
      new Kind("everybody", DataStructures.CAST, Capacities.ofEverybody()),
      new Kind("sleeps", Scripts.FEW, Scripts.sleeps()),
      new Kind("alone", Scripts.FEW, Scripts.alone()),
      new Kind("armed", Scripts.FEW, Scripts.armed()),
      new Kind("patient", Scripts.FEW, Scripts.patient()),
      new Kind("limits", Scripts.FEW, LimitRaces.all()),
      new Kind("neighbours", Scripts.FEW, LimitRaces.ofNeighbours()),
      new Kind("due together", Scripts.FEW, LimitRaces.dueTogether()),
      new Kind("held up", Scripts.FEW, LimitRaces.heldUp()),
      new Kind("late", Scripts.FEW, LimitRaces.late()),
      new Kind("late and cancelled", Scripts.FEW, LimitRaces.lateAndCancelled()),
      new Kind("again", Scripts.FEW, Scripts.again()));

  private ScriptMatrix() {}

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
      for (Kind kind : KINDS) {
        List<Finding> shown = new ArrayList<>();
        for (Script script : kind.scripts) {
          Finding finding = finding(bug, sides, usual, models, kind.cast, script);
          if (finding != null) {
            shown.add(finding);
          }
        }
        List<Finding> otherwise = shown.stream().filter(finding -> !PlantedMatrix.isBrokenBy(bug, finding)).toList();
        if (!shown.isEmpty()) {
          System.out.printf("%s\t%s\t%s\t%d\t%d\t%d\t%s%n", bug, sides, kind.name, kind.scripts.size(), shown.size(),
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
