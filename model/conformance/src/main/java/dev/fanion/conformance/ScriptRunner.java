package dev.fanion.conformance;

import dev.fanion.conformance.VariationPoint.Side;
import dev.fanion.conformance.protocol.Cast;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import java.util.function.BooleanSupplier;

/** Runs scripts, as long as a part of the run goes on. */
final class ScriptRunner {
  /** More tasks than these are many, and as many flags. Where an order is open, or inner tasks wait, they come in many orders. */
  private static final int FEW = 5;

  /** Where each of these points has its first side, nothing comes between the notice of a flag and the turn of its waiter. */
  private static final Set<VariationPoint> PLAIN = EnumSet.of(VariationPoint.WAKE_ORDER, VariationPoint.WAIT_ON_SET,
      VariationPoint.AFTER_WAKE, VariationPoint.YIELDS, VariationPoint.CANCEL_DELIVERY, VariationPoint.LIMITED_WAIT,
      VariationPoint.SIGNAL_CONSUMED, VariationPoint.WAIT_ON_SET_FLAG);

  /** More inner tasks than these begin, and end, in too many orders. */
  private static final int INNER = 4;

  /**
   * A script that is run later.
   *
   * @param fresh whether it is the first of a process
   */
  private record Later(Script script, Set<String> features, Cast cast, boolean fresh) {}

  private final TestedAdapter tested;
  private final Plan plan;
  private final ModelCache models;
  private final Results results;
  private final Judge judge;

  /** Scripts of many tasks, since they take long here. */
  private final Queue<Later> later = new PriorityQueue<>(Comparator.comparingInt(next -> next.script().length()));

  /** Scripts that are not in the requirements asked for: before those that are, they could change what these show. */
  private final Queue<Later> added = new ArrayDeque<>();

  /** Whether nothing was run since the process began. */
  private boolean fresh;

  ScriptRunner(TestedAdapter tested, Plan plan, ModelCache models, Results results, Judge judge) {
    this.tested = tested;
    this.plan = plan;
    this.models = models;
    this.results = results;
    this.judge = judge;
  }

  /** Whether this part of the run is to end before all of it is done. */
  boolean stopped() {
    return results.isCutShort() || results.failures().enoughForThisPhase();
  }

  /** Whether the run goes on: nothing has ended it, and where time is real, no more than this has passed from now on. */
  BooleanSupplier within(long nanos) {
    long start = System.nanoTime();
    return () -> !stopped() && (!tested.adapter.takesTime() || System.nanoTime() - start < nanos);
  }

  /** The next scenario begins in a new process, in which no earlier one has left anything. */
  void anew() {
    tested.adapter.discard();
    fresh = true;
  }

  /** Real time for a part of the run that is bounded by it, in nanoseconds: a share of a run of the usual number of steps. */
  long share(double seconds) {
    return (long) (seconds * 1e9 * plan.steps() / Plan.STEPS);
  }

  /**
   * Runs each script of which something concerns the implementation; what it does not have is left out.
   *
   * @return how many were run
   */
  int run(List<Script> scripts, Set<String> features, Cast cast) {
    return run(new ArrayDeque<>(scripts), features, cast, Long.MAX_VALUE);
  }

  /** The same, and takes them off; if the scripts take real time, for at most {@code most} nanoseconds. */
  int run(Deque<Script> scripts, Set<String> features, Cast cast, long most) {
    SpecModel model = models.get(results.profile(), features, cast);
    BooleanSupplier goesOn = within(most);
    int run = 0;
    while (!scripts.isEmpty() && goesOn.getAsBoolean()) {
      Script script = scripts.poll();
      if (script.concerns(model.cast) && !isTooMuch(script)) {
        if (!plan.requirements().has(script)) {
          added.add(new Later(script, features, cast, fresh));
        } else if (isMuch(script)) {
          later.add(new Later(script, features, cast, false));
        } else {
          run++;
          fresh = false;
          judge.scenario(model, script.chooser(model));
        }
      }
    }
    return run;
  }

  /** Whether scripts were put off. */
  boolean hasLater() {
    return !later.isEmpty();
  }

  /** Runs the scripts that were put off, the shortest first, for about this time: it is the suite that is slow here. */
  int runLater(long most) {
    long start = System.nanoTime();
    int run = 0;
    for (; !later.isEmpty() && !stopped() && System.nanoTime() - start < most; run++) {
      Later next = later.remove();
      SpecModel model = models.get(results.profile(), next.features(), next.cast());
      judge.scenario(model, next.script().chooser(model));
    }
    return run;
  }

  /** Whether there are scripts that are not in the requirements asked for. */
  boolean hasAdded() {
    return !added.isEmpty();
  }

  /** Runs those, if they take real time for at most {@code most} nanoseconds. */
  int runAdded(long most) {
    BooleanSupplier goesOn = within(most);
    int run = 0;
    for (; !added.isEmpty() && goesOn.getAsBoolean(); run++) {
      Later next = added.remove();
      if (next.fresh()) {
        anew();
      }
      SpecModel model = models.get(results.profile(), next.features(), next.cast());
      judge.scenario(model, next.script().chooser(model));
    }
    return run;
  }

  /** Whether it takes long to explain what comes of a script here. */
  private boolean isMuch(Script script) {
    return isOpen() && script.tasks() > FEW || isWrapped() && script.limited() == INNER || !isPlain() && script.flags() == FEW;
  }

  /** Whether more states than there is memory for could explain what comes of a script. */
  private boolean isTooMuch(Script script) {
    return isWrapped() && script.limited() > INNER || !isPlain() && script.flags() > FEW;
  }

  /** Whether many flags can be noticed at once without many explanations. */
  private boolean isPlain() {
    return PLAIN.stream().allMatch(point -> results.profile().side(point) == point.sides().get(0));
  }

  /** Whether the order of ready tasks is open. */
  private boolean isOpen() {
    return results.profile().side(VariationPoint.WAKE_ORDER) != Side.FIFO;
  }

  /** Whether inner tasks wait, unseen. */
  private boolean isWrapped() {
    return results.profile().side(VariationPoint.LIMITED_WAIT) == Side.WRAPPED;
  }
}
