package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One run of the suite against one adapter: every transition of a small model; a first look at all that takes time; the small
 * model at random, and a larger one; all that takes time; storms.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Suite {
  private static final Cast LARGE = Cast.of(4, 2, 2);
  private static final Cast SMALLER = Cast.of(2, 1, 1);
  private static final int LENGTH = 120;
  private static final int TIMED_LENGTH = 30;
  private static final int STORMS = 3;

  private static final int SETS = 10_000;
  private static final int LONG_STORMS = 6;
  private static final int SHORT_STORMS = 150;

  /** The sets of each setter in a short storm. */
  private static final int MOST_SETS = 5;

  /** The most seconds of the walk through every transition before something else has a look, where an adapter is slow. */
  private static final double AT_FIRST = 5;

  /** The most seconds of the small and of the large scenarios at random, where an adapter is slow. */
  private static final double MOST_AT_RANDOM = 15;

  /** The most seconds for what comes first in a process: it takes as many processes. */
  private static final double MOST_OF_BEGINNINGS = 6;

  /** The most seconds of each kind of crowd, where an adapter is slow. */
  private static final double MOST_OF_A_KIND = 3;

  /** The most seconds of scenarios with limits at random, where these take real time. */
  private static final double MOST_TIMED = 12;

  /**
   * A part of the run.
   *
   * @param share how much of the time of a run it usually takes, compared with the others
   */
  private record Part(PartOfRun name, BooleanSupplier wanted, int share, Supplier<Integer> body) {
    Part(PartOfRun name, boolean wanted, int share, Supplier<Integer> body) {
      this(name, () -> wanted, share, body);
    }
  }

  private final TestedAdapter tested;
  private final Plan plan;
  private final ModelCache models;
  private final Progress progress;
  private final Results results;
  private final Judge judge;
  private final Set<String> features;
  private final ScriptRunner scripts;
  private final TimedScripts timed;
  private final Transitions transitions;
  private final Unexplained unexplained;

  Suite(Adapter adapter, Plan plan, ModelCache models, Progress progress) {
    tested = new TestedAdapter(adapter);
    this.plan = plan;
    this.models = models;
    this.progress = progress;
    results = new Results(adapter.hello(), plan);
    features = adapter.hello().operations();
    judge = new Judge(tested, results, progress);
    scripts = new ScriptRunner(tested, plan, models, results, judge);
    transitions = new Transitions(tested, models, results, judge, scripts);
    unexplained = new Unexplained(results, judge);
    timed = new TimedScripts(scripts, features, tested.adapter.realTime(), plan);
  }

  /** What the run has found, so far or in the end. */
  Results results() {
    return results;
  }

  Results run() {
    List<Part> parts = parts().stream().filter(part -> part.wanted.getAsBoolean())
        .sorted(Comparator.comparing(part -> !plan.requirements().has(part.name))).toList(); // what came later comes last
    double whole = parts.stream().mapToDouble(Part::share).sum();
    double before = 0;
    for (Part part : parts) {
      if (part.wanted.getAsBoolean()) {
        run(part, before / whole);
      }
      before += part.share();
    }
    results.later(false);
    results.internal(tested.internal());
    progress.found(results);
    return results;
  }

  private List<Part> parts() {
    boolean takesTime = tested.adapter.takesTime();
    boolean timeout = features.contains("timeout");
    long steps = plan.steps();
    long fewer = steps / (takesTime ? 2 : 10);
    return List.of(
        new Part(PartOfRun.SIDES, true, 12, new SidePhase(tested, models, features, results, progress)::run),
        new Part(PartOfRun.EVERY_TRANSITION, true, 8, () -> walk(scripts.share(AT_FIRST))),
        new Part(PartOfRun.CROWDS, true, 2, this::crowds),
        new Part(PartOfRun.FIRST_LOOK, timed.wanted(), 12, timed::firstLook),
        new Part(PartOfRun.BEGINNINGS, true, 2, this::beginnings),
        new Part(PartOfRun.OTHER_TRANSITIONS, () -> !transitions.done(), 4, () -> walk(Long.MAX_VALUE)),
        new Part(PartOfRun.LARGER_CROWDS, () -> results.phases().isEmpty() || scripts.hasLater(), 1,
            () -> scripts.runLater(scripts.share(MOST_AT_RANDOM))),
        new Part(PartOfRun.KNOWN_GROUND, true, 3,
            () -> atRandom(small(), untimed(), steps * (takesTime ? 1 : 10), LENGTH, scripts.share(MOST_AT_RANDOM))),
        new Part(PartOfRun.AT_RANDOM, true, 6, () -> atRandom(LARGE, untimed(), steps, LENGTH, scripts.share(MOST_AT_RANDOM))),
        new Part(PartOfRun.ENDLESS_LIMITS, timeout, 3, this::endlessLimits),
        new Part(PartOfRun.INTERRUPTS, timed.armed(), 4, timed::interrupts),
        new Part(PartOfRun.LIMITS, timeout, 7, timed::limits),
        new Part(PartOfRun.LATE_LIMITS, timeout, 8, timed::lateLimits),
        new Part(PartOfRun.LIMITS_AGAIN, timeout, 4, timed::limitsAgain),
        new Part(PartOfRun.WITH_PATIENCE, timed.isPatient(), 13, timed::patient),
        new Part(PartOfRun.WITH_TIME, timeout || features.contains("arm"), 13,
            () -> atRandom(SMALLER, features, fewer, LENGTH / 2, scripts.share(MOST_TIMED / 2))
                + atRandom(LARGE, features, fewer, TIMED_LENGTH, scripts.share(MOST_TIMED / 2))),
        new Part(PartOfRun.STORMS, features.contains("storm") && features.contains("flag"), 2, this::storms),
        new Part(PartOfRun.WITHOUT_A_SIDE, () -> results.phases().isEmpty() || unexplained.isAll(), 1,
            () -> unexplained.run(models, features)),
        new Part(PartOfRun.ADDED, () -> results.phases().isEmpty() ? !plan.requirements().isAll() : scripts.hasAdded(), 1,
            () -> scripts.runAdded(scripts.share(MOST_AT_RANDOM))));
  }

  /** The scenario whose every transition is taken. */
  private Cast small() {
    return Cast.of(plan.tasks(), 1, 1);
  }

  private Set<String> untimed() {
    Set<String> untimed = new TreeSet<>(features);
    untimed.removeAll(SpecModel.TIMED);
    return untimed;
  }

  private int endlessLimits() {
    Set<String> limits = untimed();
    limits.add("timeout");
    int run = atRandom(small(), limits, true, plan.steps() / 2, LENGTH, scripts.share(MOST_AT_RANDOM / 2))
        + atRandom(LARGE, limits, true, plan.steps(), LENGTH, scripts.share(MOST_AT_RANDOM / 2));
    scripts.anew();
    return run;
  }

  private void run(Part part, double before) {
    if (!results.isCutShort()) {
      results.failures().beginPhase();
      results.later(!plan.requirements().has(part.name()));
      progress.phase(part.name().words(), before);
      long start = System.nanoTime();
      long steps = tested.steps();
      int scenarios = part.body().get();
      results.phase(new Results.Phase(part.name().words(), scenarios, tested.steps() - steps, (System.nanoTime() - start) / 1e9));
    }
  }

  private int walk(long most) {
    return transitions.run(untimed(), small(), most);
  }

  /** Runs random scenarios of this number of steps together; if they take real time, for at most {@code most} nanoseconds. */
  private int atRandom(Cast cast, Set<String> what, long steps, int length, long most) {
    return atRandom(cast, what, false, steps, length, most);
  }

  private int atRandom(Cast cast, Set<String> what, boolean endless, long steps, int length, long most) {
    SpecModel model = models.get(results.profile(), what, cast);
    SplittableRandom random = new SplittableRandom(plan.seed());
    RandomChooser chooser = new RandomChooser(model, endless, random,
        (tracker, request) -> judge.wants(model, tracker.candidates(), tracker.task(), request));
    BooleanSupplier goesOn = scripts.within(most);
    long end = tested.steps() + steps;
    int scenarios = 0;
    while (tested.steps() < end && goesOn.getAsBoolean()) {
      scenarios++;
      judge.scenario(model, chooser.begin(length / 4 + random.nextInt(length)));
    }
    return scenarios;
  }

  /** Many waiters and many times the same, and what they are kept in. Where an adapter is slow, some of each kind. */
  private int crowds() {
    int run = 0;
    boolean open = results.profile().side(VariationPoint.WAKE_ORDER) == VariationPoint.Side.ANY;
    for (Crowds kind : Crowds.all()) {
      if (!open || !kind.isOfPatience()) {
        run += scripts.run(new ArrayDeque<>(kind.scripts()), untimed(), kind.cast(), scripts.share(MOST_OF_A_KIND));
      }
    }
    return run;
  }

  /** What comes first in a process. */
  private int beginnings() {
    BooleanSupplier goesOn = scripts.within(scripts.share(MOST_OF_BEGINNINGS));
    int run = 0;
    for (Script script : Beginnings.all()) {
      if (goesOn.getAsBoolean()) {
        scripts.anew();
        run += scripts.run(List.of(script), features, Scripts.FEW);
      }
    }
    return run;
  }

  /**
   * Long storms, in which many interrupts meet, and short ones, in which no later set covers for one that was lost. After
   * it the flag works as before.
   */
  private int storms() {
    SpecModel model = models.get(results.profile(), features, Cast.of(0, 0, 1));
    int run = 0;
    for (int i = 0; i < LONG_STORMS + SHORT_STORMS && !scripts.stopped(); i++) {
      int sets = i < LONG_STORMS ? SETS : 1 + i % MOST_SETS;
      Request storm = Request.of(Op.STORM, Request.Kind.FLAG, model.cast.flags().get(0)).storming(1 + i % STORMS, sets);
      Request set = Request.of(Op.SET, Request.Kind.FLAG, storm.name());
      Request wait = Request.of(Op.WAIT, Request.Kind.FLAG, storm.name());
      Deque<Request> requests = new ArrayDeque<>(List.of(storm, set, wait, Request.of(Op.END)));
      run++;
      judge.scenario(model, (tracker, reply) -> requests.poll());
    }
    return run;
  }
}
