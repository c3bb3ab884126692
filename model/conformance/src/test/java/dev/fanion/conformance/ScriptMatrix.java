package dev.fanion.conformance;

import dev.fanion.conformance.protocol.AdapterFailure;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Wire;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every planted mistake in every script: in how many scripts of each kind it shows, and where the finding first names a rule that
 * the mistake does not break. A run stops at its first findings, so that it tells little of what the later scripts would say. The
 * arguments are names of sides of the planted runtime; without one it is asyncio's. All is on virtual time.
 */
final class ScriptMatrix {
  private static final long SOON = 1_000_000_000;

  private static final List<Crowds> TIMED = List.of(
      new Crowds("timers", DataStructures.CAST, DataStructures.ofTimers()),
      new Crowds("numbers", DataStructures.CAST, DataStructures.ofNumbers()),
      new Crowds("tasks with limits", DataStructures.CAST, DataStructures.ofTasksWithLimits()),
      new Crowds("arms", Capacities.PAIRS, Capacities.ofArms()),
      new Crowds("moments", DataStructures.CAST, Capacities.ofMoments()),
      new Crowds("turns", DataStructures.CAST, Capacities.ofTurns()),
      new Crowds("everybody", DataStructures.CAST, Capacities.ofEverybody()),
      new Crowds("sleeps", Scripts.FEW, Scripts.sleeps()),
      new Crowds("alone", Scripts.FEW, Scripts.alone()),
      new Crowds("armed", Scripts.FEW, Scripts.armed()),
      new Crowds("patient", Scripts.FEW, Scripts.patient()),
      new Crowds("limits", Scripts.FEW, LimitRaces.all()),
      new Crowds("neighbours", Scripts.FEW, LimitRaces.ofNeighbours()),
      new Crowds("due together", Scripts.FEW, LimitRaces.dueTogether()),
      new Crowds("held up", Scripts.FEW, LimitRaces.heldUp()),
      new Crowds("late", Scripts.FEW, LimitRaces.late()),
      new Crowds("late and cancelled", Scripts.FEW, LimitRaces.lateAndCancelled()),
      new Crowds("again", Scripts.FEW, Scripts.again()),
      new Crowds("together", Counters.EACH, Together.ofArms()),
      new Crowds("limits together", Counters.EACH, Together.ofLimits()),
      new Crowds("timers together", Counters.EACH, Together.ofTimers()),
      new Crowds("moments together", DataStructures.CAST, Together.ofMoments()),
      new Crowds("times together", DataStructures.CAST, Together.ofTimes()),
      new Crowds("some limits", DataStructures.CAST, Subsets.ofLimits()),
      new Crowds("called off", DataStructures.CAST, Subsets.ofCalledOff()),
      new Crowds("held up by some", DataStructures.CAST, Subsets.ofHeldUp()),
      new Crowds("timed deeds", DataStructures.CAST, Churn.ofTimedDeeds()),
      new Crowds("limits of rings", DataStructures.CAST, Churn.ofLimits()),
      new Crowds("timers that go", DataStructures.CAST, Churn.ofTimers()),
      new Crowds("limits of places", Places.CAST, Places.ofLimits()));

  private static final List<Crowds> KINDS = Stream.concat(Crowds.all().stream(), TIMED.stream()).toList();

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
      for (Crowds kind : KINDS) {
        List<Finding> shown = new ArrayList<>();
        for (Script script : kind.scripts()) {
          Finding finding = finding(bug, sides, usual, models, kind.cast(), script);
          if (finding != null) {
            shown.add(finding);
          }
        }
        List<Finding> otherwise = shown.stream().filter(finding -> !PlantedMatrix.isBrokenBy(bug, finding)).toList();
        if (!shown.isEmpty()) {
          System.out.printf("%s\t%s\t%s\t%d\t%d\t%d\t%s%n", bug, sides, kind.name(), kind.scripts().size(), shown.size(),
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
