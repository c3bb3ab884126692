package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Cast;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.AdapterFailure;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * One run of the suite against one adapter: every transition of a small model; the same model at random; a larger model at
 * random; operations that take time; storms.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Suite {
  /** Where an order is open there are too many places: this number of them is counted, from the start on. */
  private static final int NEAREST = 10_000;

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

  /** The most seconds of scenarios with limits at random, where these take real time. */
  private static final double MOST_TIMED = 12;

  /**
   * A part of the run.
   *
   * @param share how much of the time of a run it usually takes, compared with the others
   */
  private record Part(String name, boolean wanted, int share, Supplier<Integer> body) {}

  private final TestedAdapter tested;
  private final Plan plan;
  private final ModelCache models;
  private final Progress progress;
  private final Results results;
  private final Judge judge;
  private final Set<String> features;
  private final ScriptRunner scripts;
  private final TimedScripts timed;

  Suite(Adapter adapter, Plan plan, ModelCache models, Progress progress) {
    tested = new TestedAdapter(adapter);
    this.plan = plan;
    this.models = models;
    this.progress = progress;
    results = new Results(adapter.hello(), plan);
    features = adapter.hello().operations();
    judge = new Judge(tested, results, progress);
    scripts = new ScriptRunner(tested, plan, models, results, judge);
    timed = new TimedScripts(scripts, features, tested.adapter.realTime(), plan);
  }

  /** What the run has found, so far or in the end. */
  Results results() {
    return results;
  }

  Results run() {
    List<Part> parts = parts().stream().filter(Part::wanted).toList();
    double whole = parts.stream().mapToDouble(Part::share).sum();
    double before = 0;
    for (Part part : parts) {
      run(part, before / whole);
      before += part.share();
    }
    results.internal(tested.internal());
    progress.found(results.findings());
    return results;
  }

  private List<Part> parts() {
    boolean takesTime = tested.adapter.takesTime();
    boolean timeout = features.contains("timeout");
    long steps = plan.steps();
    long fewer = steps / (takesTime ? 2 : 10);
    return List.of(
        new Part("sides", true, 12, new SidePhase(tested, models, features, results, progress)::run),
        new Part("every transition", true, 12, this::walk),
        new Part("known ground", true, 3,
            () -> atRandom(small(), untimed(), steps * (takesTime ? 1 : 10), LENGTH, Long.MAX_VALUE)),
        new Part("at random", true, 6, () -> atRandom(LARGE, untimed(), steps, LENGTH, Long.MAX_VALUE)),
        new Part("crowds", true, 2, () -> scripts.run(Scripts.crowds(), untimed(), Scripts.CROWD)),
        new Part("first look", timed.wanted(), 14, timed::firstLook),
        new Part("limits", timeout, 7, timed::limits),
        new Part("late limits", timeout, 8, timed::lateLimits),
        new Part("limits again", timeout, 4, timed::limitsAgain),
        new Part("with patience", timed.isPatient(), 13, timed::patient),
        new Part("with time", timeout || features.contains("arm"), 13,
            () -> atRandom(SMALLER, features, fewer, LENGTH / 2, scripts.share(MOST_TIMED / 2))
                + atRandom(LARGE, features, fewer, TIMED_LENGTH, scripts.share(MOST_TIMED / 2))),
        new Part("storms", features.contains("storm") && features.contains("flag"), 2, this::storms));
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

  private void run(Part part, double before) {
    if (!results.isCutShort()) {
      results.failures().beginPhase();
      progress.phase(part.name(), before);
      long start = System.nanoTime();
      long steps = tested.steps();
      int scenarios = part.body().get();
      results.phase(new Results.Phase(part.name(), scenarios, tested.steps() - steps, (System.nanoTime() - start) / 1e9));
    }
  }

  /** Takes every transition of the small model. The first supposition is that the loop looks at flags between any two turns. */
  private int walk() {
    SpecModel model = models.get(results.profile(), untimed(), small());
    boolean predictable = results.profile().isPredictable();
    long end = tested.steps() + plan.steps(); // else the walk cannot get everywhere, or not soon
    int scenarios = 0;
    for (Atlas.Noticing noticing : Atlas.Noticing.values()) {
      Atlas atlas = new Atlas(model, noticing);
      Walk walk = new Walk(atlas, (node, move) -> judge.wants(model, node.place.states, node.task, move.request()));
      while (!walk.done() && !walk.lost() && !scripts.stopped() && (predictable || tested.steps() < end)) {
        walk.begin();
        scenarios++;
        if (!judge.scenario(model, walk)) {
          walk.failed();
        }
      }
      results.covered(Coverage.of(atlas, predictable ? Integer.MAX_VALUE : NEAREST), noticing);
      if (!walk.lost()) {
        break;
      }
    }
    if (predictable && !scripts.stopped() && results.findings().isEmpty() && !results.coverage().complete()) {
      results.cutShort("not every forceable transition could be taken");
    }
    return scenarios;
  }

  /** Runs random scenarios of this number of steps together; if they take real time, for at most {@code most} nanoseconds. */
  private int atRandom(Cast cast, Set<String> what, long steps, int length, long most) {
    SpecModel model = models.get(results.profile(), what, cast);
    SplittableRandom random = new SplittableRandom(plan.seed());
    RandomChooser chooser = new RandomChooser(model, random,
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

  /** Long storms, in which many interrupts meet, and short ones, in which no later set covers for one that was lost. */
  private int storms() {
    SpecModel model = models.get(results.profile(), features, Cast.of(0, 0, 1));
    int run = 0;
    for (int i = 0; i < LONG_STORMS + SHORT_STORMS && !scripts.stopped(); i++) {
      int sets = i < LONG_STORMS ? SETS : 1 + i % MOST_SETS;
      Request storm = Request.of(Op.STORM, Request.Kind.FLAG, model.cast.flags().get(0)).storming(1 + i % STORMS, sets);
      Deque<Request> requests = new ArrayDeque<>(List.of(storm, Request.of(Op.END)));
      run++;
      judge.scenario(model, (tracker, reply) -> requests.poll());
    }
    return run;
  }
}
