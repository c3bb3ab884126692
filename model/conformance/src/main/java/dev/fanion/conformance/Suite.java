package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Adapter;
import dev.fanion.conformance.protocol.Begin;
import dev.fanion.conformance.protocol.Op;
import dev.fanion.conformance.protocol.Request;
import dev.fanion.conformance.protocol.Trouble;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * One run of the suite against one adapter: every transition of a small model; the same ground at random; a larger model
 * at random; what takes time; storms.
 *
 * <h2>Threads</h2>
 * Confined to one thread.
 */
final class Suite {
  private static final Begin LARGE = Begin.of(4, 2, 2);
  private static final int LENGTH = 120;
  private static final int TIMED_LENGTH = 30;
  private static final int STORMS = 3;
  private static final int SETS = 10_000;

  /** Where limits take real time, this many scenarios of them are held: about a second's worth. */
  private static final int REAL_TIME_SCENARIOS = 40;

  private final Session session;
  private final Plan plan;
  private final Models models;
  private final Progress progress;
  private final Results results;
  private final Set<String> features;
  private Profile profile;

  /** Whether no further conversation is to be explained by another side of a variation point. */
  private boolean doubted;

  Suite(Adapter adapter, Plan plan, Models models, Progress progress) {
    session = new Session(adapter);
    this.plan = plan;
    this.models = models;
    this.progress = progress;
    results = new Results(adapter.hello(), plan.profile(), plan.seed());
    profile = plan.profile();
    features = new TreeSet<>(adapter.hello().features());
  }

  Results run() {
    boolean realTime = session.adapter.realTime();
    do {
      profile = results.profile();
      phase("every transition", this::walk);
      phase("known ground", () -> atRandom(small(), untimed(), plan.steps() * (realTime ? 1 : 10), LENGTH, Integer.MAX_VALUE));
      phase("at random", () -> atRandom(LARGE, untimed(), plan.steps(), LENGTH, Integer.MAX_VALUE));
      if (features.contains("timeout")) {
        phase("limits", this::limits);
      }
      if (features.contains("timeout") || features.contains("arm")) {
        int most = realTime ? REAL_TIME_SCENARIOS : Integer.MAX_VALUE;
        phase("with time", () -> atRandom(LARGE, features, plan.steps() / 5, TIMED_LENGTH, most));
      }
      if (features.contains("storm") && features.contains("flag")) {
        phase("storms", this::storms);
      }
    } while (profile != results.profile() && results.cutShort() == null);
    results.internal(session.internal());
    progress.done();
    return results;
  }

  /** Whether to stop here: the run is over, or another profile was adopted and all starts again. */
  private boolean stopped() {
    return results.cutShort() != null || profile != results.profile();
  }

  /** The scenario whose every transition is taken. */
  private Begin small() {
    return Begin.of(plan.tasks(), 1, 1);
  }

  private Set<String> untimed() {
    Set<String> untimed = new TreeSet<>(features);
    untimed.removeAll(Model.TIMED);
    return untimed;
  }

  private void phase(String name, Supplier<Integer> body) {
    if (!stopped()) {
      progress.phase(name);
      long start = System.nanoTime();
      long before = session.steps();
      int scenarios = body.get();
      results.phase(new Results.Phase(name, scenarios, session.steps() - before, (System.nanoTime() - start) / 1e9));
    }
  }

  /** Takes every transition of the small model, at first supposing that the loop looks at flags between any two turns. */
  private int walk() {
    Model model = models.get(profile, untimed(), small());
    int scenarios = 0;
    for (Atlas.Noticing noticing : Atlas.Noticing.values()) {
      Atlas atlas = new Atlas(model, noticing);
      Walk walk = new Walk(atlas, (node, move) -> wanted(model, node.place.states, node.task, move.request()));
      while (!walk.done() && !walk.lost() && !stopped()) {
        walk.begin();
        scenarios++;
        if (!hold(model, walk)) {
          walk.failed();
        }
      }
      results.covered(atlas.extent(), noticing);
      if (!walk.lost()) {
        break;
      }
    }
    boolean foretold = profile.sides().get("WakeOrder").equals("fifo");
    if (foretold && !stopped() && results.findings().isEmpty() && !results.extent().complete()) {
      results.cutShort("not every forceable transition could be taken");
    }
    return scenarios;
  }

  /** Whether there is a rule that a request could tell something about: one that has not failed too often. */
  private boolean wanted(Model model, int[] states, String task, Request request) {
    long settled = results.settled();
    return settled == 0 || (model.rules(states, task, request) & ~settled) != 0;
  }

  private int atRandom(Begin begin, Set<String> what, long steps, int length, int most) {
    Model model = models.get(profile, what, begin);
    SplittableRandom random = new SplittableRandom(plan.seed());
    RandomChooser chooser = new RandomChooser(model, random,
        (tracker, request) -> wanted(model, tracker.candidates(), tracker.task(), request));
    long end = session.steps() + steps;
    int scenarios = 0;
    while (session.steps() < end && scenarios < most && !stopped()) {
      scenarios++;
      hold(model, chooser.begin(length / 4 + random.nextInt(length)));
    }
    return scenarios;
  }

  /** Holds every short race of a limit with signals and cancellations. */
  private int limits() {
    Model model = models.get(profile, features, Begin.of(1, 1, 1));
    int held = 0;
    for (List<Conversation.Exchange> race : LimitRaces.all(model.begin)) {
      if (!stopped()) {
        held++;
        hold(model, new ScriptChooser(race));
      }
    }
    return held;
  }

  private int storms() {
    Model model = models.get(profile, features, Begin.of(0, 0, 1));
    int held = 0;
    for (int setters = 1; setters <= STORMS && !stopped(); setters++) {
      Request storm = Request.of(Op.STORM, Request.Kind.FLAG, model.begin.flags().get(0)).storming(setters, SETS);
      Deque<Request> script = new ArrayDeque<>(List.of(storm, Request.of(Op.END)));
      held++;
      hold(model, (tracker, reply) -> script.poll());
    }
    return held;
  }

  /** Holds one scenario and looks into what went wrong; false if anything did. */
  private boolean hold(Model model, Chooser chooser) {
    progress.step(session.steps());
    try {
      Finding finding = session.hold(model, chooser, results::exercised);
      if (finding == null) {
        return true;
      }
      if (results.failed(finding)) {
        investigate(model, finding);
      }
    } catch (Trouble trouble) {
      results.error(trouble);
    }
    return false;
  }

  private void investigate(Model model, Finding finding) throws Trouble {
    results.add(finding); // whatever happens now, it is not lost
    Finding shortest = new Shrinker(session, model, finding).shrink();
    Optional<Profile> side = doubted ? Optional.empty()
        : new Sides(models, model.features, plan.profile()).explaining(profile, shortest);
    results.replaceLast(side.isPresent() ? shortest.asOtherSide(side.get().name()) : shortest);
    side.ifPresent(results::adopt);
    if (side.isEmpty() && profile != plan.profile()) {
      doubted = true; // another side does not explain it all, so the profile asked for tells better what is wrong
      results.adopt(plan.profile());
    }
    if (plan.failFast()) {
      results.cutShort("--fail-fast was given");
    }
  }
}
