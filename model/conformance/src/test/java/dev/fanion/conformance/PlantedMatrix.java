package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Wire;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every planted mistake on sides of the planted runtime: what is found first. Prints a line for each: the mistake, the side, the
 * rules, the operations, the seconds, and how it was found. The arguments are names of mistakes, all if none is named, and of
 * sides. After {@code --command SEED} each mistake is a process that the command judges, on asyncio's side unless others are
 * named; else all runs are in this JVM and on virtual time, on all sides unless some are named.
 */
final class PlantedMatrix {
  private static final long FEW_STEPS = 1_500;
  private static final int SHORT = 14;

  /** For a mistake that takes five waiters, or as many timers; or that shows among seven timers first. */
  private static final int LONG = 40;

  /** It takes 17 or 33 sets, or eight timers. */
  private static final int LONGER = 160;

  /** It takes a hundred interrupts, or 256 waits, and shows after more: each attempt to make it shorter costs much. */
  private static final int LONGEST = 900;

  /** By then the command has shown the mistake, if the machine has nothing else to do. A later one is told as such. */
  private static final double MOST_SECONDS = 30;

  /** On these sides the order of waiters is open, and these are no mistakes. */
  private static final Set<PlantedRuntime.Side> OPEN = EnumSet.of(PlantedRuntime.Side.GROUP, PlantedRuntime.Side.ANY_ORDER);
  private static final Set<Bug> OF_ORDER = EnumSet.of(Bug.WAKES_IN_WRONG_ORDER, Bug.JOINS_AT_FRONT,
      Bug.WAITERS_IN_A_RING_OF_4, Bug.WAITERS_NUMBERED_BY_8_BITS, Bug.WAKES_BY_NAME, Bug.WAKES_JOIN_THE_EARLIER,
      Bug.SETS_ARE_COUNTED_BY_4_BITS);

  /** Where a yield is no place for a cancellation, a limit that has passed need not be one either. */
  private static final Set<PlantedRuntime.Side> LEFT_OPEN = EnumSet.of(PlantedRuntime.Side.YIELD_NOT_CANCELLED);
  private static final Set<Bug> OF_LIMITS = EnumSet.of(Bug.TAKES_ANY_CANCELLATION_FOR_ITS_OWN);

  /** What should not be. */
  private static final Set<String> WRONG = Set.of("OTHERWISE", "MISSED", "FALSE ALARM");

  private PlantedMatrix() {}

  /**
   * What was found of a mistake.
   *
   * @param finding the first finding that names the mistake, or else the first that is no choice; null if nothing was found
   * @param named whether the finding names first a rule that the mistake breaks, in a short conversation
   */
  record Found(Results results, @Nullable Finding finding, boolean named) {}

  /** Runs the suite until it finds the mistake: a short run, and if that does not find it, a whole one. */
  static Found find(Bug bug, Sides sides, long seed, ModelCache models) throws Wire.MalformedLine {
    Found soon = find(bug, sides, new Plan(Profile.asyncio(), Plan.TASKS, FEW_STEPS, seed, true), models);
    return soon.named ? soon : find(bug, sides, new Plan(Profile.asyncio(), Plan.TASKS, Plan.STEPS, seed, false), models);
  }

  private static Found find(Bug bug, Sides sides, Plan plan, ModelCache models) throws Wire.MalformedLine {
    Results results = InJvmPlantedAdapter.judged(bug, sides, PlantedLoop.Notice.TURN, plan, models);
    List<Finding> findings = results.findings().stream()
        .filter(finding -> sides.equals(Sides.ASYNCIO) || finding.kind() != Finding.Kind.OTHER_SIDE).toList();
    Optional<Finding> named = findings.stream().filter(finding -> isNamed(bug, finding)).findFirst();
    return new Found(results, named.orElse(findings.isEmpty() ? null : findings.get(0)), named.isPresent());
  }

  private static boolean isNamed(Bug bug, Finding finding) {
    return isBrokenBy(bug, finding) && finding.exchanges().size() <= most(bug);
  }

  /** Whether the mistake breaks the rule that the finding names first. */
  static boolean isBrokenBy(Bug bug, Finding finding) {
    return finding.first() != 0 && bug.rules().containsAll(Rule.ids(finding.first()));
  }

  /** The profile of the planted runtime without a mistake. */
  static Profile usual(Sides sides, ModelCache models) throws Wire.MalformedLine {
    Plan few = new Plan(Profile.asyncio(), Plan.TASKS, FEW_STEPS, 1, false);
    return InJvmPlantedAdapter.judged(Bug.NONE, sides, PlantedLoop.Notice.TURN, few, models).profile();
  }

  /** The longest conversation that may show a mistake. */
  private static int most(Bug bug) {
    return switch (bug) {
      case LOST_100TH_INTERRUPT, FLAG_OF_8_BITS, BUDGET_OF_300, TASKS_64, WAITERS_NUMBERED_BY_8_BITS -> LONGEST;
      case LOST_33RD_SET, LOST_17TH_SET, TURNS_ARE_COUNTED_BY_4_BITS, TIMER_NUMBERS_OF_3_BITS -> LONGER;
      case TIMERS_ARE_PACKED_BY_32, INTERRUPT_QUEUE_OF_128 -> LONGER;
      case WAITERS_IN_A_RING_OF_8, HOLES_ARE_PACKED_BY_8, NINE_TIMES, ONE_TIMER_A_ROUND, TWO_LIMITS_OF_A_MOMENT -> LONG;
      case FOUR_TIMERS_CALLED_OFF, LAST_OF_FIVE, WOKEN_CROWD_IS_CANCELLED, AGES_BY_16, EIGHTH_REFUSAL -> LONG;
      case WAKES_ARE_COUNTED_BY_2_BITS -> LONG;
      case WAITERS_IN_AN_ARRAY_OF_7, FOUR_CANCELS_IN_A_TURN, FOUR_FLAGS_WAITED, SETS_ARE_COUNTED_BY_4_BITS -> LONG;
      case LOST_FIFTH, WAITERS_IN_A_RING_OF_4, TIMERS_SIFTED_DOWN_ONLY, TIMERS_CHANGED_IN_PLACE -> LONG;
      case TIMERS_IN_THE_ORDER_OF_CALLS, SLEEP_IS_NOT_CALLED_OFF -> LONG;
      default -> SHORT;
    };
  }

  /**
   * Runs the matrix. The status is 1 if a mistake is not found on a side; one that is another side of a point, or no
   * mistake on this side, or that changes no reply there, is told as such.
   */
  public static void main(String[] args) throws Exception {
    System.out.println("mistake\tside\trules\toperations\tseconds\tfound");
    boolean command = args.length > 1 && args[0].equals("--command");
    List<String> names = Arrays.asList(args).subList(command ? 2 : 0, args.length);
    List<Bug> wanted = Arrays.stream(Bug.values()).filter(bug -> names.contains(bug.name())).toList();
    List<Bug> bugs = wanted.isEmpty() ? List.of(Bug.values()) : wanted;
    List<Sides> sides = names.stream().filter(name -> wanted.stream().noneMatch(bug -> bug.name().equals(name)))
        .map(Sides::parse).toList();
    boolean all = command ? byCommand(bugs, sides.isEmpty() ? List.of(Sides.ASYNCIO) : sides, Long.parseLong(args[1]))
        : here(bugs, sides.isEmpty() ? Sides.each() : sides);
    System.exit(all ? 0 : 1);
  }

  private static boolean byCommand(List<Bug> bugs, List<Sides> all, long seed) throws IOException, InterruptedException {
    Path home = Path.of(System.getProperty("fanion.home"));
    int wrong = 0;
    for (Sides sides : all) {
      String usual = Profile.asyncio().name();
      for (Bug bug : bugs) {
        PlantedCommand.Said said = PlantedCommand.of(home, bug, sides, seed);
        boolean found = !said.rule().isEmpty() && (sides.equals(Sides.ASYNCIO) || said.choice() == null);
        boolean named = found && bug.rules().contains(said.rule()) && said.operations() <= most(bug);
        String profile = said.choice() == null ? Profile.asyncio().name() : said.choice();
        usual = bug == Bug.NONE ? profile : usual;
        String how = bug == Bug.NONE ? found ? "FALSE ALARM" : "conforms" : how(bug, sides, named, found, profile, usual);
        boolean late = named && said.seconds() > MOST_SECONDS;
        System.out.printf("%s\t%s\t%s\t%d\t%.1f\t%s%n", bug, sides, found ? said.rule() : "-", said.operations(), said.seconds(),
            how + (late ? ", but late" : "") + ", " + said.phase());
        wrong += WRONG.contains(how) ? 1 : 0;
      }
    }
    return wrong == 0;
  }

  /**
   * How a mistake was found.
   *
   * @param found whether there is a finding that is no choice
   * @param profile what the runtime conforms to otherwise
   * @param usual what it conforms to without the mistake
   */
  private static String how(Bug bug, Sides sides, boolean named, boolean found, String profile, String usual) {
    return named ? "named" : found ? "OTHERWISE"
        : !profile.equals(usual) ? "a choice: " + profile
        : sides.hasSomeOf(OPEN) && OF_ORDER.contains(bug) || sides.hasSomeOf(LEFT_OPEN) && OF_LIMITS.contains(bug)
            ? "no mistake here" : "MISSED";
  }

  private static boolean here(List<Bug> bugs, List<Sides> all) throws Wire.MalformedLine {
    int missed = 0;
    for (Sides sides : all) {
      try (ModelCache models = new ModelCache()) {
        String usual = usual(sides, models).name();
        for (Bug bug : bugs) {
          missed += bug == Bug.NONE || row(bug, sides, usual, models) ? 0 : 1;
        }
      }
    }
    return missed == 0;
  }

  /** Whether a whole run on these sides hears nothing else from the runtime with the mistake than from the one without. */
  private static boolean isSilent(Bug bug, Sides sides, ModelCache models) throws Wire.MalformedLine {
    Plan plan = new Plan(Profile.asyncio(), Plan.TASKS, Plan.STEPS, 1, false);
    return InJvmPlantedAdapter.said(bug, sides, plan, models) == InJvmPlantedAdapter.said(Bug.NONE, sides, plan, models);
  }

  /** Whether the mistake is found, or need not be. */
  private static boolean row(Bug bug, Sides sides, String usual, ModelCache models) throws Wire.MalformedLine {
    long start = System.nanoTime();
    Found found = find(bug, sides, 1, models);
    Finding finding = found.finding();
    String how = how(bug, sides, found.named(), finding != null, found.results().profile().name(), usual);
    how = how.equals("MISSED") && isSilent(bug, sides, models) ? "no reply differs" : how;
    System.out.printf("%s\t%s\t%s\t%s\t%.1f\t%s%n", bug, sides, finding == null ? "-" : String.join(" ", finding.ruleNames()),
        finding == null ? "-" : finding.exchanges().size(), (System.nanoTime() - start) / 1e9, how);
    return !WRONG.contains(how);
  }
}
