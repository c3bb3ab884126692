package dev.fanion.conformance;

import java.util.Deque;
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

  private final ScriptRunner scripts;
  private final Set<String> features;
  private final boolean patient;
  private final TimedKinds kinds;
  private final boolean clock;

  TimedScripts(ScriptRunner scripts, Set<String> features, boolean realTime, Plan plan) {
    this.scripts = scripts;
    this.features = features;
    patient = !realTime || plan.steps() >= PATIENT_STEPS;
    kinds = new TimedKinds(plan.seed());
    clock = !realTime;
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
    int run = timeout() ? scripts.run(kinds.sleeps, features, Scripts.FEW) + endless() : 0;
    long each = scripts.share(AT_FIRST);
    run += armed() ? scripts.run(kinds.alone, features, Scripts.FEW) : 0;
    run += isPatient() ? runMany(kinds.timers, each) : 0;
    run += armed() ? run(kinds.armed, 2 * each) + runPairs(kinds.arms, each) + runEach(kinds.together, 3 * each) : 0;
    run += run(kinds.left, each);
    if (timeout()) {
      run += scripts.run(kinds.places, features, Places.CAST, each) + runMany(kinds.crowds, 3 * each);
      run += run(kinds.neighbours, each) + run(kinds.limits, each) + run(kinds.again, each);
      run += run(kinds.late, each) + run(kinds.lateAndCancelled, each);
      run += runMany(kinds.reborn, each) + runMany(kinds.moments, 2 * each) + quiet();
      run += scripts.run(kinds.meanwhile, features, DataStructures.CAST) + runTwo(each);
      run += isPatient() ? run(kinds.slow, scripts.share(PATIENT_AT_FIRST)) : 0;
    }
    return run;
  }

  /** Timers that are not over keep some processes from ending, or from reporting a deadlock. */
  private int endless() {
    int run = scripts.run(kinds.endless, features, Counters.EACH);
    scripts.anew();
    return run;
  }

  /** Interrupts that have to come while nothing else happens, or much. */
  int interrupts() {
    return run(kinds.armed, scripts.share(MOST)) + runPairs(kinds.arms, scripts.share(MOST / 2))
        + runEach(kinds.together, scripts.share(MOST));
  }

  /** Races of a short limit. */
  int limits() {
    return scripts.run(kinds.places, features, Places.CAST, scripts.share(MOST)) + runMany(kinds.crowds, scripts.share(MOST))
        + run(kinds.neighbours, scripts.share(MOST)) + run(kinds.limits, scripts.share(MOST));
  }

  /** Races of a limit that begins late. */
  int lateLimits() {
    return run(kinds.late, scripts.share(MOST)) + run(kinds.lateAndCancelled, scripts.share(MOST / 2));
  }

  /** What was left over, and the same many times. */
  int limitsAgain() {
    return run(kinds.left, Long.MAX_VALUE) + run(kinds.again, scripts.share(MOST)) + runTwo(scripts.share(MOST))
        + runMany(kinds.reborn, scripts.share(MOST / 2)) + runMany(kinds.moments, scripts.share(MOST / 2))
        + runMany(kinds.timers, scripts.share(MOST));
  }

  /** What takes a second to show. */
  int patient() {
    return run(kinds.slow, Long.MAX_VALUE);
  }

  /** What is left over, and what long times show; the latter costs nothing where a clock is set. */
  private int quiet() {
    return scripts.run(kinds.quiet, features, DataStructures.CAST)
        + (clock ? scripts.run(kinds.longTimes, features, DataStructures.CAST) : 0);
  }

  private int runPairs(Deque<Script> kind, long most) {
    return scripts.run(kind, features, Capacities.PAIRS, most);
  }

  private int runTwo(long most) {
    return scripts.run(kinds.sequels, features, Sequels.CAST, most);
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
