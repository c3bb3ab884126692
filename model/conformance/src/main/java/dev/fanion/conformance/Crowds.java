package dev.fanion.conformance;

import dev.fanion.conformance.protocol.Cast;
import java.util.List;

/**
 * Scenarios of one kind that take no time: many waiters, many times the same, and what they are kept in.
 *
 * @param cast who takes part
 */
record Crowds(String name, Cast cast, List<Script> scripts) {
  private static final String HANDOVERS = "handovers";
  private static final String BEFORE_A_TURN = "wakes before a turn";

  /** Whether it shows how long a ready task waits. Some runtimes have no bound there: whoever is woken always goes first. */
  boolean isOfPatience() {
    return name.equals(HANDOVERS) || name.equals(BEFORE_A_TURN);
  }

  /** All kinds, in the order in which a run has them. */
  static List<Crowds> all() {
    return List.of(
        new Crowds("crowds", Scripts.CROWD, Scripts.crowds()),
        new Crowds("left", Scripts.CROWD, Scripts.left()),
        new Crowds("waiters", DataStructures.CAST, DataStructures.ofWaiters()),
        new Crowds("signals", DataStructures.CAST, DataStructures.ofSignals()),
        new Crowds("tasks", DataStructures.CAST, DataStructures.ofTasks()),
        new Crowds("objects", Capacities.PAIRS, DataStructures.ofObjects()),
        new Crowds("sets", Capacities.PAIRS, Capacities.ofSets()),
        new Crowds("wakes", DataStructures.CAST, Capacities.ofWakes()),
        new Crowds("cancels", DataStructures.CAST, Capacities.ofCancels()),
        new Crowds("sets behind a wake", DataStructures.CAST, Capacities.ofSetsBehindAWake()),
        new Crowds("refused", Capacities.PAIRS, Capacities.ofRefused()),
        new Crowds("each waits", Counters.EACH, Counters.ofPlaces()),
        new Crowds("many tasks", DataStructures.CAST, Counters.ofTasks()),
        new Crowds("many sets", DataStructures.CAST, Counters.ofSets()),
        new Crowds("many cancels", DataStructures.CAST, Counters.ofCancels()),
        new Crowds("rounds", DataStructures.CAST, Counters.ofRounds()),
        new Crowds(BEFORE_A_TURN, DataStructures.CAST, Churn.ofWakesBeforeATurn()),
        new Crowds(HANDOVERS, DataStructures.CAST, Churn.ofHandovers()),
        new Crowds("rings", DataStructures.CAST, Churn.ofRings()),
        new Crowds("holes", DataStructures.CAST, Churn.ofHoles()),
        new Crowds("sets together", Counters.EACH, Together.ofSets()),
        new Crowds("deeds", DataStructures.CAST, Churn.ofDeeds()),
        new Crowds("some cancelled", DataStructures.CAST, Subsets.ofCancels()),
        new Crowds("some ended", DataStructures.CAST, Subsets.ofEnds()),
        new Crowds("places", Places.CAST, Places.ofWaits()),
        new Crowds("all kinds", Counters.EACH, Together.ofAllKinds()),
        new Crowds("cancels together", Counters.EACH, Together.ofCancels()),
        new Crowds("taken back", Counters.EACH, Together.ofTakenBack()),
        new Crowds("two in a row", Sequels.CAST, Sequels.ofTwo()),
        new Crowds("quiet", DataStructures.CAST, Capacities.ofQuiet()));
  }
}
