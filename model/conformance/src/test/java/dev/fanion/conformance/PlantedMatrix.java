package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Wire;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every planted mistake on every side of the planted runtime, in one JVM and on virtual time: what is found first. Prints a line
 * for each: the mistake, the side, the rule, the operations, the seconds. Arguments are names of sides; without them all are run.
 */
final class PlantedMatrix {
  private static final long FEW_STEPS = 4_000;
  private static final int SHORT = 12;

  /** For a mistake that takes 17 sets, or five waiters. */
  private static final int LONG = 24;

  /** It takes 33 sets. */
  private static final int LONGER = 110;

  /** It takes a hundred interrupts, and shows after more: each attempt to make such a conversation shorter costs much. */
  private static final int LONGEST = 700;

  /** On these sides the order of waiters is open, and these are no mistakes. */
  private static final Set<PlantedRuntime.Side> OPEN = EnumSet.of(PlantedRuntime.Side.GROUP, PlantedRuntime.Side.ANY_ORDER);
  private static final Set<Bug> OF_ORDER = EnumSet.of(Bug.WAKES_IN_WRONG_ORDER, Bug.JOINS_AT_FRONT);

  private PlantedMatrix() {}

  /**
   * What was found of a mistake.
   *
   * @param finding the first finding that names the mistake, or else the first that is no choice; null if nothing was found
   * @param named whether the finding names first a rule that the mistake breaks, in a short conversation
   */
  record Found(Results results, @Nullable Finding finding, boolean named) {}

  /** Runs the suite until it finds the mistake: a short run, and if that does not find it, a whole one. */
  static Found find(Bug bug, PlantedRuntime.Side side, long seed, ModelCache models) throws Wire.MalformedLine {
    Found soon = find(bug, side, new Plan(Profile.asyncio(), Plan.TASKS, FEW_STEPS, seed, true), models);
    return soon.named ? soon : find(bug, side, new Plan(Profile.asyncio(), Plan.TASKS, Plan.STEPS, seed, false), models);
  }

  private static Found find(Bug bug, PlantedRuntime.Side side, Plan plan, ModelCache models) throws Wire.MalformedLine {
    Results results = InJvmPlantedAdapter.judged(bug, side, PlantedLoop.Notice.TURN, plan, models);
    List<Finding> findings = results.findings().stream()
        .filter(finding -> side == PlantedRuntime.Side.ASYNCIO || finding.kind() != Finding.Kind.OTHER_SIDE).toList();
    Optional<Finding> named = findings.stream().filter(finding -> isNamed(bug, finding)).findFirst();
    return new Found(results, named.orElse(findings.isEmpty() ? null : findings.get(0)), named.isPresent());
  }

  private static boolean isNamed(Bug bug, Finding finding) {
    int most = switch (bug) {
      case LOST_100TH_INTERRUPT -> LONGEST;
      case LOST_33RD_SET -> LONGER;
      case LOST_17TH_SET, LOST_FIFTH -> LONG;
      default -> SHORT;
    };
    return finding.first() != 0 && bug.rules().containsAll(Rule.ids(finding.first())) && finding.exchanges().size() <= most;
  }

  /**
   * Runs the matrix. The status is 1 if a mistake is not found on a side; one that is another side of a point, or no
   * mistake on this side, is told as such.
   */
  public static void main(String[] sides) throws Wire.MalformedLine {
    List<PlantedRuntime.Side> all = sides.length == 0 ? List.of(PlantedRuntime.Side.values())
        : Arrays.stream(sides).map(PlantedRuntime.Side::valueOf).toList();
    int missed = 0;
    System.out.println("mistake\tside\trules\toperations\tseconds\tfound");
    for (PlantedRuntime.Side side : all) {
      try (ModelCache models = new ModelCache()) {
        Plan few = new Plan(Profile.asyncio(), Plan.TASKS, FEW_STEPS, 1, false);
        Profile usual = InJvmPlantedAdapter.judged(Bug.NONE, side, PlantedLoop.Notice.TURN, few, models).profile();
        for (Bug bug : Bug.values()) {
          missed += bug == Bug.NONE || row(bug, side, usual, models) ? 0 : 1;
        }
      }
    }
    System.exit(missed == 0 ? 0 : 1);
  }

  /** Whether the mistake is found, or need not be. */
  private static boolean row(Bug bug, PlantedRuntime.Side side, Profile usual, ModelCache models) throws Wire.MalformedLine {
    long start = System.nanoTime();
    Found found = find(bug, side, 1, models);
    Finding finding = found.finding();
    String how = found.named() ? "named" : finding != null ? "OTHERWISE"
        : !found.results().profile().equals(usual) ? "a choice: " + found.results().profile().name()
        : OPEN.contains(side) && OF_ORDER.contains(bug) ? "no mistake here" : "MISSED";
    System.out.printf("%s\t%s\t%s\t%s\t%.1f\t%s%n", bug, side, finding == null ? "-" : String.join(" ", finding.ruleNames()),
        finding == null ? "-" : finding.exchanges().size(), (System.nanoTime() - start) / 1e9, how);
    return !how.equals("OTHERWISE") && !how.equals("MISSED");
  }
}
