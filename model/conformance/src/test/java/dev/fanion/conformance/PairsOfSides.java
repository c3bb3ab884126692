package dev.fanion.conformance;

import dev.fanion.conformance.PlantedRuntime.Side;
import dev.fanion.conformance.protocol.Wire;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The planted runtime without a mistake, on each two sides at once, and for each way to notice flags: whatever the suite finds is
 * a choice, or it is wrong. The arguments are sides, such as {@code GROUP+WRAPPED}; without one all pairs are run. All is on
 * virtual time.
 */
final class PairsOfSides {
  private static final long STEPS = 4_000;

  /** Where cancellations are queued, nothing becomes of what a woken or yielding task would do with one. */
  private static final Set<Side> DROPS = EnumSet.of(Side.CANCEL_AFTER_SET_WOKEN, Side.YIELD_NOT_CANCELLED);

  private PairsOfSides() {}

  private static List<Sides> pairs() {
    List<Sides> all = new ArrayList<>();
    for (Side one : Side.values()) {
      for (Side other : Side.values()) {
        Sides both = Sides.of(one, other);
        boolean meaningless = both.has(Side.CANCEL_QUEUED) && both.hasSomeOf(DROPS)
            || both.has(Side.WRAPPED) && both.has(Side.SIGNAL_HANDED); // an inner task's wait consumes: nothing is handed
        if (one.compareTo(other) < 0 && !meaningless) {
          all.add(both);
        }
      }
    }
    return all;
  }

  /** Prints a line for each: the sides, how flags are noticed, the profile that was found, and what is wrong. */
  public static void main(String[] args) throws Wire.MalformedLine {
    System.out.println("sides\tflags are noticed\tprofile\tfalse alarms");
    boolean right = true;
    for (Sides sides : args.length == 0 ? pairs() : Arrays.stream(args).map(Sides::parse).toList()) {
      try (ModelCache models = new ModelCache()) {
        for (PlantedLoop.Notice notice : PlantedLoop.Notice.values()) {
          right &= row(sides, notice, models);
        }
      }
    }
    System.exit(right ? 0 : 1);
  }

  private static boolean row(Sides sides, PlantedLoop.Notice notice, ModelCache models) throws Wire.MalformedLine {
    Plan plan = new Plan(Profile.asyncio(), 1, STEPS, 1, false);
    Results results = InJvmPlantedAdapter.judged(Bug.NONE, sides, notice, plan, models);
    List<Finding> alarms = results.findings().stream().filter(f -> f.kind() != Finding.Kind.OTHER_SIDE).toList();
    System.out.printf("%s\t%s\t%s\t%s%n", sides, notice, results.profile().name(),
        alarms.stream().map(ScriptMatrix::words).collect(Collectors.joining(" | ")));
    return alarms.isEmpty() && results.errors().isEmpty();
  }
}
