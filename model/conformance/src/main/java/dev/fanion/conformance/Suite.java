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
import java.util.function.Supplier;

/**
 * One run of the suite against one adapter: every transition of a small model; the same model at random; a larger model at
 * random; operations that take time; storms.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Suite {
  /** Where an order is open there are too many places: so many are counted, from the start on. */
  private static final int NEAREST = 10_000;

  private static final Cast LARGE = Cast.of(4, 2, 2);
  private static final int LENGTH = 120;
  private static final int TIMED_LENGTH = 30;
  private static final int STORMS = 3;

  /** A run of fewer random steps is to be short, so that nothing waits for what takes a second to show. */
  private static final int PATIENT_STEPS = 5_000;

  private static final int SETS = 10_000;
  private static final int LONG_STORMS = 6;
  private static final int SHORT_STORMS = 150;

  /** The sets of each setter in a short storm. */
  private static final int MOST_SETS = 5;

  /** If limits take real time, this many scenarios with them are run, which takes about a second. */
  private static final int REAL_TIME_SCENARIOS = 40;

  private final TestedAdapter tested;
  private final Plan plan;
  private final ModelCache models;
  private final Progress progress;
  private final Results results;
  private final Set<String> features;

  Suite(Adapter adapter, Plan plan, ModelCache models, Progress progress) {
    tested = new TestedAdapter(adapter);
    this.plan = plan;
    this.models = models;
    this.progress = progress;
    results = new Results(adapter.hello(), plan);
    features = new TreeSet<>(adapter.hello().features());
  }

  Results run() {
    boolean realTime = tested.adapter.realTime();
    phase("sides", new SidePhase(tested, models, features, results)::run);
    phase("every transition", this::walk);
    phase("known ground", () -> atRandom(small(), untimed(), plan.steps() * (realTime ? 1 : 10), LENGTH, Integer.MAX_VALUE));
    phase("at random", () -> atRandom(LARGE, untimed(), plan.steps(), LENGTH, Integer.MAX_VALUE));
    phase("crowds", () -> scripts(Scripts.crowds(), untimed(), Scripts.CROWD));
    if (features.contains("timeout")) {
      phase("limits", this::limits);
      phase("late limits", () -> scripts(Scripts.lateLimits(), features, Scripts.FEW));
      if (!realTime || plan.steps() >= PATIENT_STEPS) {
        phase("with patience", () -> scripts(Scripts.patient(), features, Scripts.FEW));
      }
    }
    if (features.contains("timeout") || features.contains("arm")) {
      int most = realTime ? REAL_TIME_SCENARIOS : Integer.MAX_VALUE;
      phase("with time", () -> atRandom(LARGE, features, plan.steps() / 5, TIMED_LENGTH, most));
    }
    if (features.contains("storm") && features.contains("flag")) {
      phase("storms", this::storms);
    }
    if (features.contains("arm") && features.contains("flag")) {
      phase("alone", () -> scripts(Scripts.alone(), features, Scripts.FEW));
    }
    results.internal(tested.internal());
    progress.done();
    return results;
  }

  /** Whether the run is to end before all of it is done. */
  private boolean stopped() {
    return results.cutShort() != null;
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

  private void phase(String name, Supplier<Integer> body) {
    if (!stopped()) {
      progress.phase(name);
      long start = System.nanoTime();
      long before = tested.steps();
      int scenarios = body.get();
      results.phase(new Results.Phase(name, scenarios, tested.steps() - before, (System.nanoTime() - start) / 1e9));
    }
  }

  /** Takes every transition of the small model. The first supposition is that the loop looks at flags between any two turns. */
  private int walk() {
    SpecModel model = models.get(results.profile(), untimed(), small());
    boolean predictable = results.profile().side(VariationPoint.WAKE_ORDER) == VariationPoint.Side.FIFO;
    long end = tested.steps() + plan.steps(); // where chance decides who runs, the walk cannot get everywhere
    int scenarios = 0;
    for (Atlas.Noticing noticing : Atlas.Noticing.values()) {
      Atlas atlas = new Atlas(model, noticing);
      Walk walk = new Walk(atlas, (node, move) -> wanted(model, node.place.states, node.task, move.request()));
      while (!walk.done() && !walk.lost() && !stopped() && (predictable || tested.steps() < end)) {
        walk.begin();
        scenarios++;
        if (!scenario(model, walk)) {
          walk.failed();
        }
      }
      results.covered(Coverage.of(atlas, predictable ? Integer.MAX_VALUE : NEAREST), noticing);
      if (!walk.lost()) {
        break;
      }
    }
    if (predictable && !stopped() && results.findings().isEmpty() && !results.coverage().complete()) {
      results.cutShort("not every forceable transition could be taken");
    }
    return scenarios;
  }

  /** Whether a request can exercise a rule that has not failed too often. */
  private boolean wanted(SpecModel model, int[] states, String task, Request request) {
    long settled = results.settled();
    return settled == 0 || (model.rules(states, task, request) & ~settled) != 0;
  }

  private int atRandom(Cast cast, Set<String> what, long steps, int length, int most) {
    SpecModel model = models.get(results.profile(), what, cast);
    SplittableRandom random = new SplittableRandom(plan.seed());
    RandomChooser chooser = new RandomChooser(model, random,
        (tracker, request) -> wanted(model, tracker.candidates(), tracker.task(), request));
    long end = tested.steps() + steps;
    int scenarios = 0;
    while (tested.steps() < end && scenarios < most && !stopped()) {
      scenarios++;
      scenario(model, chooser.begin(length / 4 + random.nextInt(length)));
    }
    return scenarios;
  }

  /** Runs every short race of a limit with signals and cancellations. */
  private int limits() {
    SpecModel model = models.get(results.profile(), features, Cast.of(1, 1, 1));
    int run = 0;
    for (List<Exchange> race : LimitRaces.all(model.cast)) {
      if (!stopped()) {
        run++;
        scenario(model, new ReplayPerTask(race));
      }
    }
    return run;
  }

  /** Runs each script for which the implementation has what it names. */
  private int scripts(List<Script> scripts, Set<String> what, Cast cast) {
    SpecModel model = models.get(results.profile(), what, cast);
    int run = 0;
    for (Script script : scripts) {
      if (script.fits(model.cast) && !stopped()) {
        run++;
        scenario(model, script.chooser(model));
      }
    }
    return run;
  }

  /** Long storms, in which many interrupts meet, and short ones, in which no later set covers for one that was lost. */
  private int storms() {
    SpecModel model = models.get(results.profile(), features, Cast.of(0, 0, 1));
    int run = 0;
    for (int i = 0; i < LONG_STORMS + SHORT_STORMS && !stopped(); i++) {
      int sets = i < LONG_STORMS ? SETS : 1 + i % MOST_SETS;
      Request storm = Request.of(Op.STORM, Request.Kind.FLAG, model.cast.flags().get(0)).storming(1 + i % STORMS, sets);
      Deque<Request> requests = new ArrayDeque<>(List.of(storm, Request.of(Op.END)));
      run++;
      scenario(model, (tracker, reply) -> requests.poll());
    }
    return run;
  }

  /**
   * Runs one scenario, and investigates what went wrong.
   *
   * @return whether nothing did
   */
  private boolean scenario(SpecModel model, Chooser chooser) {
    progress.step(tested.steps());
    try {
      Finding finding = tested.scenario(model, chooser, results::exercised);
      if (finding == null) {
        return true;
      }
      if (results.failed(finding)) {
        investigate(model, finding);
      }
    } catch (AdapterFailure failure) {
      results.error(failure);
    }
    return false;
  }

  private void investigate(SpecModel model, Finding finding) throws AdapterFailure {
    results.add(finding); // first, so that the finding is not lost if the adapter fails while it is shrunk
    Finding shortest = shrunk(model, finding);
    results.replaceLast(shortest);
    if (plan.failFast()) {
      results.cutShort("--fail-fast was given");
    }
  }

  private Finding shrunk(SpecModel model, Finding finding) throws AdapterFailure {
    try {
      return new Shrinker(tested, model, finding).shrink();
    } catch (AdapterFailure failure) {
      if (failure.kind() == AdapterFailure.Kind.ANSWER) {
        results.withdrawLast(); // a part of the conversation shows that the adapter is wrong, so that the rest says nothing
      }
      throw failure;
    }
  }
}
