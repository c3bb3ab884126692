package dev.fanion.conformance;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** The scripts about time, by kind. Each is run once: what the first look has run is not run again. */
final class TimedScripts {
  /** A run of fewer random steps is to be short, so that nothing waits for what takes a second to show. */
  private static final int PATIENT_STEPS = 5_000;

  /** The most seconds of each kind of race of limits. */
  private static final double MOST = 8;

  /** The most seconds of each kind at the first look. */
  private static final double AT_FIRST = 0.6;
  private static final double PATIENT_AT_FIRST = 4.5;

  /** The numbers of turns that are tried early. */
  private static final int LIKELY = 6;

  private final ScriptRunner scripts;
  private final Set<String> features;
  private final boolean patient;
  private final Deque<Script> limits;
  private final Deque<Script> neighbours;
  private final Deque<Script> armed;
  private final Deque<Script> late = new ArrayDeque<>(LimitRaces.late());
  private final Deque<Script> lateAndCancelled;
  private final Deque<Script> again;
  private final Deque<Script> crowds;
  private final Deque<Script> places = new ArrayDeque<>(Places.ofLimits());
  private final Deque<Script> left = new ArrayDeque<>(Scripts.leftOver());
  private final Deque<Script> timers;
  private final Deque<Script> reborn;
  private final Deque<Script> slow = new ArrayDeque<>(Scripts.patient());
  private final Deque<Script> arms = new ArrayDeque<>(Capacities.ofArms());
  private final Deque<Script> moments = new ArrayDeque<>(Capacities.ofEverybody());
  private final Deque<Script> together = new ArrayDeque<>(Together.ofArms());
  private final Deque<Script> sequels = new ArrayDeque<>(Sequels.ofTwoTimed());
  private final boolean clock;

  TimedScripts(ScriptRunner scripts, Set<String> features, boolean realTime, Plan plan) {
    this.scripts = scripts;
    this.features = features;
    patient = !realTime || plan.steps() >= PATIENT_STEPS;
    limits = shuffled(LimitRaces.all(), plan.seed());
    List<Script> ofSeveral = new ArrayList<>(LimitRaces.ofNeighbours());
    ofSeveral.addAll(LimitRaces.dueTogether());
    ofSeveral.addAll(LimitRaces.heldUp());
    neighbours = shuffled(ofSeveral, plan.seed());
    armed = shuffled(Scripts.armed(), plan.seed());
    List<Script> turns = Capacities.ofTurns();
    Together.ofLimits().forEach(together::addFirst);
    List<Script> many = Together.ofTimers();
    together.addFirst(many.get(0));
    together.addAll(Together.ofAllKinds());
    together.add(many.get(1));
    moments.addAll(Together.ofTimes());
    moments.addAll(Churn.ofTimers());
    moments.addAll(Churn.ofLimits());
    moments.addAll(turns.subList(0, LIKELY));
    moments.addAll(shuffled(Capacities.ofMoments(), plan.seed()));
    moments.addAll(turns.subList(LIKELY, turns.size()));
    clock = !realTime;
    lateAndCancelled = shuffled(LimitRaces.lateAndCancelled(), plan.seed());
    again = shuffled(Scripts.again(), plan.seed());
    reborn = shuffled(DataStructures.ofTasksWithLimits(), plan.seed());
    timers = shuffled(DataStructures.ofTimers(), plan.seed());
    List<Script> some = new ArrayList<>(Subsets.ofLimits());
    some.addAll(Subsets.ofHeldUp());
    some.addAll(Together.ofMoments());
    crowds = shuffled(some, plan.seed());
    Subsets.ofCalledOff().forEach(crowds::addFirst);
    Churn.ofTimedDeeds().forEach(crowds::addFirst);
    List<Script> numbers = DataStructures.ofNumbers();
    timers.addFirst(numbers.get(0));
    timers.addAll(numbers.subList(1, numbers.size()));
  }

  private static Deque<Script> shuffled(List<Script> all, long seed) {
    List<Script> shuffled = new ArrayList<>(all);
    Collections.shuffle(shuffled, new Random(seed));
    return new ArrayDeque<>(shuffled);
  }

  /** Whether the implementation has anything to do with time. */
  boolean wanted() {
    return timeout() || armed();
  }

  private boolean timeout() {
    return features.contains("timeout");
  }

  /** Whether an interrupt can come at some time. */
  boolean armed() {
    return features.contains("arm") && features.contains("flag");
  }

  /** Whether the run waits for what takes a second to show. */
  boolean isPatient() {
    return timeout() && patient;
  }

  /**
   * Some of each kind before all of them, so that most mistakes show soon. Sleeps come first, since a wrong clock should show as
   * such; timers soon, since what goes wrong with them takes long to make shorter.
   */
  int firstLook() {
    int run = timeout() ? scripts.run(Scripts.sleeps(), features, Scripts.FEW) + endless() : 0;
    long each = scripts.share(AT_FIRST);
    run += armed() ? scripts.run(Scripts.alone(), features, Scripts.FEW) : 0;
    run += isPatient() ? runMany(timers, each) : 0;
    run += armed() ? run(armed, 2 * each) + runPairs(arms, each) + runEach(together, 3 * each) : 0;
    run += run(left, each);
    if (timeout()) {
      run += scripts.run(places, features, Places.CAST, each) + runMany(crowds, 3 * each);
      run += run(neighbours, each) + run(limits, each) + run(again, each);
      run += run(late, each) + run(lateAndCancelled, each);
      run += runMany(reborn, each) + runMany(moments, 2 * each) + quiet();
      run += scripts.run(Sequels.meanwhile(), features, DataStructures.CAST) + runTwo(each);
      run += isPatient() ? run(slow, scripts.share(PATIENT_AT_FIRST)) : 0;
    }
    return run;
  }

  /** Timers that are not over keep some processes from ending, or from reporting a deadlock. */
  private int endless() {
    int run = scripts.run(Capacities.ofEndlessTimes(), features, Counters.EACH);
    scripts.anew();
    return run;
  }

  /** Interrupts that have to come while nothing else happens, or much. */
  int interrupts() {
    return run(armed, scripts.share(MOST)) + runPairs(arms, scripts.share(MOST / 2)) + runEach(together, scripts.share(MOST));
  }

  /** Races of a short limit. */
  int limits() {
    return scripts.run(places, features, Places.CAST, scripts.share(MOST)) + runMany(crowds, scripts.share(MOST))
        + run(neighbours, scripts.share(MOST)) + run(limits, scripts.share(MOST));
  }

  /** Races of a limit that begins late. */
  int lateLimits() {
    return run(late, scripts.share(MOST)) + run(lateAndCancelled, scripts.share(MOST / 2));
  }

  /** What was left over, and the same many times. */
  int limitsAgain() {
    return run(left, Long.MAX_VALUE) + run(again, scripts.share(MOST)) + runTwo(scripts.share(MOST))
        + runMany(reborn, scripts.share(MOST / 2)) + runMany(moments, scripts.share(MOST / 2))
        + runMany(timers, scripts.share(MOST));
  }

  /** What takes a second to show. */
  int patient() {
    return run(slow, Long.MAX_VALUE);
  }

  /** What is left over, and what long times show; the latter costs nothing where a clock is set. */
  private int quiet() {
    return scripts.run(Capacities.ofQuiet(), features, DataStructures.CAST)
        + (clock ? scripts.run(Capacities.ofLongTimes(), features, DataStructures.CAST) : 0);
  }

  private int runPairs(Deque<Script> kind, long most) {
    return scripts.run(kind, features, Capacities.PAIRS, most);
  }

  private int runTwo(long most) {
    return scripts.run(sequels, features, Sequels.CAST, most);
  }

  private int runEach(Deque<Script> kind, long most) {
    return scripts.run(kind, features, Counters.EACH, most);
  }

  private int runMany(Deque<Script> kind, long most) {
    return scripts.run(kind, features, DataStructures.CAST, most);
  }

  private int run(Deque<Script> kind, long most) {
    return scripts.run(kind, features, Scripts.FEW, most);
  }
}
